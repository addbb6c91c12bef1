using Conformance.Spec.Drafts;
using Conformance.Spec.Flows;
using Conformance.Spec.Loading;
using Conformance.Spec.Tests.Import;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Conformance.Spec.Tests.Drafts;

/// <summary>Flows and functions out of Word documents, with and without tracked changes.</summary>
public sealed class DraftReaderTests
{
    [Fact]
    public void The_official_text_gives_the_steps_and_functions_that_were_transcribed_from_it()
    {
        var file = Some.Shared("official", "common-feature-spec_2.1_20230929.docx");
        Assert.SkipUnless(File.Exists(file), "The official text (../shared/official) is not here.");
        var proposal = DraftReader.Read(DraftDocument.Read(file));
        var flows = proposal.Flows.Where(flow => flow.Business == "031").ToList();
        var transcribed = StandardLoader.Load(Some.Folder).Flows.OrderBy(flow => flow.Id, StringComparer.Ordinal).ToList();

        flows.Should().HaveCount(transcribed.Count);
        foreach (var (read, known) in flows.Zip(transcribed))
        {
            read.Steps.Select(step => (step.Mark, step.Function)).Should().Equal(
                known.Nodes.Where(node => node.IsTask).OrderBy(node => node.Step, StringComparer.Ordinal).Select(node => (node.Step[^1..], node.Function)), "{0} {1}", known.Id, known.Name);
        }

        proposal.Flows.Where(flow => flow.Business == "032").Should().NotBeEmpty();
        proposal.Questions.Select(question => question.Text.Ja).Should().Contain(text => text.Contains("0310005", StringComparison.Ordinal) && text.Contains("名称が複数", StringComparison.Ordinal)).And.Contain(text => text.Contains("手順 ④ が見当たらない", StringComparison.Ordinal));
    }

    [Fact]
    public void Insertions_deletions_and_changes_are_kept_apart()
    {
        var proposal = Read(
            P("図 1 申込の業務フロー"), P("① 申込（機能ID 9990001）"), P("住民は、申し込む。"),
            new Paragraph(new InsertedRun(new Run(new Text("② 確認（機能ID 9990002）"))) { Author = "甲", Id = "1" }), new Paragraph(new InsertedRun(new Run(new Text("システムは、確かめる。"))) { Author = "甲", Id = "2" }),
            new Paragraph(new DeletedRun(new Run(new DeletedText("③ 保管"))) { Author = "甲", Id = "3" }),
            P("④ 通知"), new Paragraph(new Run(new Text("職員は、")), new DeletedRun(new Run(new DeletedText("紙で"))) { Author = "甲", Id = "4" }, new Run(new Text("知らせる。"))));

        proposal.Flows.Single().Steps.Select(step => (step.Mark, step.Name, step.Function, step.Actor, step.Change)).Should().Equal(
            ("①", "申込", "9990001", "住民", ""), ("②", "確認", "9990002", "システム", "新規"), ("③", "保管", "", "", "削除"), ("④", "通知", "", "職員", "変更"));
        proposal.Functions.Keys.Should().Equal("9990001", "9990002");
        proposal.Changes.Should().HaveCount(4);
    }

    [Fact]
    public void Classes_conditions_missing_steps_and_names_that_disagree_are_read_or_asked_about()
    {
        var proposal = Read(P("図 1 申込の業務フロー"), P("① 申込（機能ＩＤ　９９９０００１）【実装必須機能】"), P("住民は、急ぐ場合に申し込む。"), P("③ 申込の受付（機能ID 9990001）"), P("(2) 次の節"), P("① 番号の付いた、流れではない文"));

        proposal.Flows.Should().ContainSingle().Which.Steps.Select(step => step.Class).Should().Equal("◎", "");
        proposal.Questions.Should().HaveCount(3);
    }

    [Fact]
    public void The_proposed_files_are_flows_that_can_be_read()
    {
        var proposal = Read(P("図 1 申込の業務フロー"), P("① 申込"), P("住民は、申し込む。"), P("② 受付（機能ID 9990001）"), P("システムは、受け付ける。"), P("③ 審査<&>（機能ID 9990002）"), P("システムは、審査する。"));
        var files = DraftFiles.Of(proposal, "999", "見本");
        var problems = new List<Problem>();
        var flow = BpmnReader.Read(files["flows/999-1.bpmn"], "flows/999-1.bpmn", problems).Single();

        problems.Should().BeEmpty();
        flow.Nodes.Where(node => node.IsTask).Select(node => (node.Step, node.Name, node.Lane, node.Function)).Should().Equal(
            ("999-1-①", "①申込", "住民", ""), ("999-1-②", "②受付", "システム", "9990001"), ("999-1-③", "③審査<&>", "システム", "9990002"));
        flow.Edges.Should().HaveCount(4);
        files["functions.csv"].Should().Contain("9990001,,,,受付,システムは、受け付ける。");
    }

    [Theory]
    [InlineData("これは文書ではない", "CF3002")]
    [InlineData("PKこれは壊れている", "CF3005")]
    public void What_is_no_Word_document_is_refused(string content, string code)
    {
        using var folder = new ImportFolder();
        var file = Path.Combine(folder.Path, "x.docx");
        File.WriteAllText(file, content);

        FluentActions.Invoking(() => DraftDocument.Read(file)).Should().Throw<BadInputException>().Which.Problems.Should().ContainSingle().Which.Code.Should().Be(code);
    }

    [Fact]
    public void A_workbook_is_refused_as_no_Word_document()
    {
        using var folder = new ImportFolder();

        FluentActions.Invoking(() => DraftDocument.Read(SyntheticWorkbook.WithItems().Save(folder.Path))).Should().Throw<BadInputException>().Which.Problems.Should().ContainSingle().Which.Code.Should().Be("CF3002");
    }

    private static Paragraph P(string text) => new(new Run(new Text(text)));

    private static DraftProposal Read(params OpenXmlElement[] paragraphs)
    {
        using var folder = new ImportFolder();
        var file = Path.Combine(folder.Path, "draft.docx");
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(paragraphs));
        }

        return DraftReader.Read(DraftDocument.Read(file));
    }
}
