using Conformance.Spec.Import;

namespace Conformance.Spec.Tests.Import;

/// <summary>API仕様書 made for the test: other words, other places, and texts that YAML would misread.</summary>
public sealed class ApiSpecificationTests
{
    [Fact]
    public void Texts_that_YAML_would_misread_come_back_as_they_were()
    {
        string[] nasty = ["yes", "null", "2.0", "007", "- x", "a: b", "x #y", "it's", "\"q\"", "{a}", "[1, 2]", "*", "&x", "!t", "%", "@", "`", "a\nb", "氏名: 全角", "～", "?", "|", ">", "back\\slash", "end:", "a,b", "𠮷野家", "葛󠄀"];
        using var folder = new ImportFolder();
        var workbook = Api();
        for (var i = 0; i < nasty.Length; i++)
        {
            workbook.Row(10 + i, 1, $"field{i}", nasty[i], null, "Ｎ", "10");
        }

        var report = WorkbookImport.Import([Finish(workbook).Save(folder.Path)], folder.Standard, dryRun: true);
        var back = ImportedInterfaceFile.Read(report.Changes.Single().Content, "x.yaml");

        back.Request.Select(field => field.Title).Should().Equal(nasty);
        back.Request.Should().BeEquivalentTo(report.Interfaces.Single().Request);
    }

    [Fact]
    public void The_scope_begins_with_the_business_of_the_folder_and_the_file_keeps_its_short_name()
    {
        using var folder = new ImportFolder();
        var path = Finish(Api().Row(10, 1, "a", "甲", "◎", "X", "1")).Save(folder.Path);
        var names = new Dictionary<string, string> { ["app_x/v1/tesuto"] = "short" };

        var first = WorkbookImport.Import([path], folder.Standard, dryRun: false, names).Changes.Single();
        first.Path.Should().Be("interfaces/short-3.1.yaml");
        first.Content.Should().Contain("'031:app_x/v1/tesuto:Read'");
        WorkbookImport.Import([path], folder.Standard, dryRun: true).Changes.Single().Should().Match<FileChange>(change => change.Path == first.Path && change.Kind == FileChangeKind.Unchanged);

        using var fresh = new ImportFolder();
        WorkbookImport.Import([path], fresh.Standard, dryRun: true).Changes.Single().Path.Should().Be("interfaces/tesuto-3.1.yaml");
    }

    [Theory]
    [InlineData("9", "3", "type: integer", "maximum: 999")]
    [InlineData("S9", "2", "minimum: -99", "maximum: 99")]
    [InlineData("9V", "5,2", "type: number", "x-length: '5,2'")]
    [InlineData("YEAR", "4", "pattern: '^[0-9]{4}$'", "maxLength: 4")]
    [InlineData("TIME", "8", "pattern: '^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$'", "x-type: TIME")]
    [InlineData("BLOB", "-", "format: byte", "x-type: BLOB")]
    [InlineData("Ｎ", "５０", "maxLength: 50", "x-type: Ｎ")]
    public void Types_and_lengths_become_constraints(string type, string length, string one, string other)
    {
        using var folder = new ImportFolder();
        var content = folder.Import(Finish(Api().Row(10, 1, "a", "甲", "◎", type, length))).Changes.Single().Content;

        content.Should().Contain(one).And.Contain(other);
    }

    [Fact]
    public void Conditions_defaults_values_and_fixed_texts_are_read_from_the_notes()
    {
        using var folder = new ImportFolder();
        var workbook = Api()
            .Row(10, 1, "kubun", "区分", "◎", "X", "1", "区分（0：甲、1：乙、2：丙）")
            .Row(11, 1, "bango", "番号", null, "X", "5", null, "※※区分\"1\"、または\"2\"の場合は必須")
            .Row(12, 1, "furagu", "フラグ", "◎", "X", "1", null, "・デフォルトは「0」\n※※氏名未定ではない場合は必須");
        var request = folder.Import(Finish(workbook)).Interfaces.Single().Request;

        request[0].Values.Should().Equal(("0", "甲"), ("1", "乙"), ("2", "丙"));
        request[1].Condition.Should().BeEquivalentTo(new RequiredCondition("区分が1または2", "区分", ["1", "2"], false));
        (request[2].Default, request[2].Condition!.Text, request[2].Condition!.Item).Should().Be(("0", "氏名未定でない", ""));
    }

    [Fact]
    public void Answers_are_trees_by_level_with_what_may_be_null_and_what_is_fixed()
    {
        using var folder = new ImportFolder();
        var report = folder.Import(Finish(Api().Row(10, 1, "a", "甲", "◎", "X", "1")));
        var ok = report.Interfaces.Single().Responses.Should().ContainSingle().Which;

        (ok.Status, ok.Body.Members.Count).Should().Be((200, 2));
        ok.Body.Members[0].Members.Should().ContainSingle().Which.Should().Match<ImportedField>(field => field.Fixed == "済" && field.IsNullable);
        ok.Body.Members[1].Title.Should().Be("末尾");
        report.Notes.Should().ContainSingle(note => note.Text.Contains("1 characters, its length is given as 2"));
        report.NotUnderstood.Should().BeEmpty();
    }

    [Fact]
    public void A_search_method_is_listed_since_nobody_knows_what_it_means()
    {
        using var folder = new ImportFolder();
        var workbook = Api().Text(9, 8, "検索\n方法").Row(10, 1, "a", "甲", "◎", "X", "1").Text(10, 8, "前方一致");

        folder.Import(Finish(workbook)).NotUnderstood.Should().ContainSingle().Which.Cell.Should().Be("リクエスト!H10");
    }

    [Fact]
    public void A_file_that_is_no_interface_is_refused()
    {
        foreach (var text in new[] { "a: [", "a: 1", "- x", "" })
        {
            var read = () => ImportedInterfaceFile.Read(text, "x.yaml");
            read.Should().Throw<BadInputException>().Which.Problems.Should().ContainSingle().Which.Code.Should().Be("CF3023");
        }
    }

    private static SyntheticWorkbook Api() => new SyntheticWorkbook()
        .Sheet("表紙").Text(5, 5, "試験API仕様").Text(8, 5, "第３.１版").Text(9, 5, "令和７年４月")
        .Sheet("概要").Row(1, 1, "試験").Row(3, 1, "No.", "APIコール名", "操作種類").Row(4, 1, "1", "app_x/v1/tesuto", "Read")
        .Sheet("リクエスト").Row(9, 1, "パラメータ名", "項目名", "必須", "データ型", "データ長", "項目説明", "備考");

    private static SyntheticWorkbook Finish(SyntheticWorkbook workbook) => workbook
        .Sheet("レスポンス").Row(1, 1, "レベル", "レスポンスオブジェクト名", null, "項目名", "必須", "null設定有無", "データ型", "データ長", "備考").Merge(1, 2, 1, 3)
        .Row(2, 1, "（HTTPステータスコード：２００）")
        .Row(3, 1, "1", "全体", null, null, "◎", "-", "構造化", "-")
        .Row(4, 1, "2", null, "metadata", "メタ", "◎", "-", "構造化", "-")
        .Row(5, 1, "3", null, "detail", "文言", "◎", "〇", "Ｎ", "2", "\"済\"固定値")
        .Row(6, 1, "2", null, "tail", "末尾", null, "-", "X", "1");
}
