using Conformance.Spec.Comparison;
using Conformance.Spec.Comparison.Writing;
using Conformance.Spec.Loading;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Newtonsoft.Json.Linq;

namespace Conformance.Spec.Tests.Comparison;

/// <summary>What a comparison looks like in each format.</summary>
public sealed class WritingTests
{
    private static readonly StandardComparison s_comparison = Compare();

    [Fact]
    public void The_shinkyu_table_is_a_valid_Word_document_that_underlines_what_changed()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(ShinkyuTable.Document(s_comparison)), false);

        new OpenXmlValidator().Validate(document).Select(error => error.Description).Should().BeEmpty();
        var table = document.MainDocumentPart!.Document.Body!.Elements<Table>().First();
        var rows = table.Elements<TableRow>().ToList();
        rows[0].InnerText.Should().Be("項目改正後改正前備考");
        var reworded = rows.Single(row => row.InnerText.Contains("過去十年", StringComparison.Ordinal));
        Underlined(reworded).Should().Equal("の過去十年", "など");
        rows.Single(row => row.InnerText.Contains("0310026", StringComparison.Ordinal)).InnerText.Should().Contain("（新設）");
        rows.Single(row => row.InnerText.StartsWith("0310023", StringComparison.Ordinal)).InnerText.Should().Contain("（削る）");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_workbooks_are_valid_and_can_be_read_by_the_import(bool shinkyu)
    {
        var folder = Directory.CreateTempSubdirectory("conformance-diff-");
        try
        {
            var bytes = shinkyu ? ShinkyuTable.Workbook(s_comparison) : ComparisonWorkbook.Format(s_comparison, japanese: true);
            var file = Path.Combine(folder.FullName, "diff.xlsx");
            File.WriteAllBytes(file, bytes);

            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
            new OpenXmlValidator().Validate(document).Select(error => error.Description).Should().BeEmpty();
            Conformance.Spec.Import.Sheets.Workbook.Read(file).Sheets.Select(sheet => sheet.Name).Should().Equal("機能要件", "業務フロー", "データ要件", "コード", "API仕様");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_same_comparison_gives_the_same_bytes()
    {
        ShinkyuTable.Document(s_comparison).Should().Equal(ShinkyuTable.Document(Compare()));
        ComparisonWorkbook.Format(s_comparison, true).Should().Equal(ComparisonWorkbook.Format(Compare(), true));
    }

    [Fact]
    public void The_page_draws_each_changed_flow_twice_and_loads_nothing()
    {
        var html = ComparisonHtml.Format(s_comparison, japanese: true);

        html.Should().NotContain("<script").And.NotContain("src=").And.Contain("default-src 'none'");
        html.Split("<svg role=\"img\"").Length.Should().Be(1 + (2 * 5) + 1, "five flows have two sides, the one that is gone has one");
        html.Should().Contain("<g class=\"added\">").And.Contain("<g class=\"removed\">").And.Contain("<g class=\"changed\">");
    }

    [Fact]
    public void What_a_standard_says_cannot_break_page_or_table()
    {
        var hostile = s_comparison with { Differences = [new Difference(StandardPart.Function, DifferenceKind.Reworded, "0310001", "<b>|名", "要旨", "a|b\nc", "<script>alert(1)</script>\u0001")] };

        ComparisonHtml.Format(hostile, true).Should().NotContain("<script").And.Contain("&lt;script&gt;");
        ComparisonMarkdown.Format(hostile, true).Split('\n').Single(line => line.Contains("0310001", StringComparison.Ordinal)).Should().Contain("a\\|b<br>c").And.NotContain("<script");
        FluentActions.Invoking(() => SpreadsheetDocument.Open(new MemoryStream(ComparisonWorkbook.Format(hostile, true)), false).Dispose()).Should().NotThrow();
    }

    [Fact]
    public void Json_counts_by_part_and_kind()
    {
        var json = JObject.Parse(ComparisonJson.Format(s_comparison));

        ((int)json["counts"]!["function"]!["added"]!).Should().Be(1);
        ((bool)json["draft"]!).Should().BeTrue();
        json["differences"]!.Should().HaveCount(s_comparison.Differences.Count);
        json["differences"]!.First(difference => (string?)difference["kind"] == "renumbered")["confidence"]!.Value<double>().Should().Be(1);
    }

    private static StandardComparison Compare()
    {
        using var revision = RevisionTests.Make();
        return StandardComparison.Between(StandardLoader.Load(Some.Folder), StandardLoader.Load(revision.Folder));
    }

    private static IEnumerable<string> Underlined(TableRow row) =>
        row.Descendants<Run>().Where(run => run.RunProperties?.Underline is not null).Select(run => run.InnerText);
}
