using Conformance.Spec.Comments;
using Conformance.Spec.Loading;
using Conformance.Spec.Tests.Import;

namespace Conformance.Spec.Tests.Comments;

public sealed class CommentTests
{
    [Fact]
    public void A_sheet_with_other_words_in_its_header_is_read()
    {
        using var folder = new ImportFolder();
        var file = Sheet().Row(3, 1, "1", "甲市", "０３１０００１", "番号の桁数を明記されたい。", "記載する。", "反映", "欄外").Save(folder.Path);
        var left = new List<Problem>();

        CommentSheets.Read(file, "2", left).Should().Equal(new Comment("2", "甲市", "0310001", "番号の桁数を明記されたい。", "記載する。", "採用", "book.xlsx 意見!3"));
        left.Should().ContainSingle().Which.Cell.Should().Be("意見!G3");
    }

    [Fact]
    public void Merging_fills_in_replies_and_never_replaces_one()
    {
        var open = new Comment("1", "甲市", "0310001", "意見", "", "", "a");
        var answered = open with { Reply = "回答", Disposition = "採用", Source = "b" };
        var otherwise = answered with { Reply = "別の回答" };

        CommentMerge.Of([open], [answered]).Should().BeEquivalentTo(new { Added = 0, Answered = 1, Comments = new[] { answered with { Source = "a" } } });
        CommentMerge.Of([answered], [otherwise]).Should().BeEquivalentTo(new { Answered = 0, Conflicts = new[] { (answered, otherwise) }, Comments = new[] { answered } }, options => options.ComparingByMembers<CommentMerge>());
        CommentMerge.Of([answered], [open]).Unchanged.Should().Be(1);
    }

    [Fact]
    public void Merging_the_same_sheet_twice_changes_nothing()
    {
        var comments = new[] { new Comment("1", "甲市", "0310001", "意見", "回答", "採用", "a"), new Comment("1", "乙市", "", "全体への意見", "", "", "a") };
        var once = CommentMerge.Of([], comments).Comments;

        CommentMerge.Of(once, comments).Should().Match<CommentMerge>(merge => merge.Added == 0 && merge.Unchanged == 2);
    }

    [Fact]
    public void What_is_exported_is_read_back_the_same()
    {
        using var folder = new ImportFolder();
        var standard = StandardLoader.Load(Some.Folder);
        Comment[] comments = [new("1", "甲市", "0310001", "桁数, \"引用\"\n二行目", "回答", "一部採用", "a"), new("2", "乙市", "", "全体への意見", "", "", "b")];
        var file = Path.Combine(folder.Path, "comments.xlsx");
        File.WriteAllBytes(file, CommentSheets.Write(standard, comments));
        var left = new List<Problem>();

        CommentSheets.Read(file, "", left).Should().Equal(comments);
        left.Should().BeEmpty();
        File.WriteAllText(Path.Combine(folder.Path, CommentFile.Name), CommentFile.Format(comments));
        CommentFile.Read(folder.Path).Should().BeEquivalentTo(comments);
    }

    [Fact]
    public void An_unknown_disposition_and_a_reply_without_an_opinion_are_refused_with_their_cells()
    {
        using var folder = new ImportFolder();
        var file = Sheet().Row(3, 1, "1", "甲市", "0310001", "意見", "回答", "たぶん").Row(4, 1, "2", "甲市", "0310001", null, "回答").Save(folder.Path);

        FluentActions.Invoking(() => CommentSheets.Read(file, "1", [])).Should().Throw<BadInputException>().Which.Problems.Select(problem => (problem.Code, problem.Cell))
            .Should().BeEquivalentTo([("CF3060", "意見!F3"), ("CF3061", "意見!A4")]);
    }

    private static SyntheticWorkbook Sheet() => new SyntheticWorkbook().Sheet("意見").Text(1, 1, "意見照会").Row(2, 1, "No.", "団体名", "機能ID", "意見内容", "回答内容", "対応方針");
}
