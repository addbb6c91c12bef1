using Conformance.Spec.Import;

namespace Conformance.Spec.Tests.Import;

/// <summary>Function tables in the layouts that ministries use.</summary>
public sealed class FunctionTableTests
{
    [Fact]
    public void Merged_items_a_header_of_two_rows_and_all_kinds_of_marks_are_read()
    {
        using var folder = new ImportFolder();
        var book = Table().Row(4, 1, "台帳", "登録", null, "0310101", "住民を登録する。", "法令による", "◎", "〇", "✕", "令和9年4月1日", "備考あり")
            .Row(5, 3, "訂正", "０３１０１０２", "誤りを直す。", null, "実装必須", "標準オプション", "―", "2028/4/1", "－").Merge(4, 1, 5, 1).Merge(4, 2, 5, 2);
        var report = folder.Import(book);

        report.NotUnderstood.Should().BeEmpty();
        report.Functions.Should().BeEquivalentTo(new object[]
        {
            new { Id = "0310101", Major = "台帳", Middle = "登録", Minor = "", Name = "登録", Summary = "住民を登録する。", Reason = "法令による", Classes = new[] { "◎", "○", "×" }, EffectiveDate = "2027-04-01", Remarks = "備考あり", ClassBasis = "公式", Source = "機能要件!4" },
            new { Id = "0310102", Major = "台帳", Middle = "登録", Minor = "訂正", Name = "訂正", Summary = "誤りを直す。", Reason = "", Classes = new[] { "◎", "○", "－" }, EffectiveDate = "2028-04-01", Remarks = "", ClassBasis = "公式", Source = "機能要件!5" },
        }, options => options.WithStrictOrdering());
    }

    [Fact]
    public void A_number_gets_its_zeros_back_and_a_remark_beside_a_mark_is_kept()
    {
        using var folder = new ImportFolder();
        var report = folder.Import(Table().Row(4, 1, "台帳", null, null, null, "登録する。", null, "◎※1", "◎", "◎").Number(4, 4, 310101));

        report.Functions.Single().Id.Should().Be("0310101");
        report.Functions.Single().Remarks.Should().Be("※1");
        report.Notes.Select(note => note.Cell).Should().Equal("D4", "G4");
    }

    [Fact]
    public void A_deleted_row_is_no_function_and_is_noted_and_coloured_cells_are_counted()
    {
        using var folder = new ImportFolder();
        var book = Good().Text(5, 4, "0310102", SyntheticWorkbook.StruckThrough).Text(5, 5, "廃止した要件。", SyntheticWorkbook.StruckThrough);
        var report = folder.Import(book.Text(4, 11, "見直し中", SyntheticWorkbook.Yellow));

        report.Functions.Should().ContainSingle();
        report.Notes.Should().ContainSingle(note => note.Cell == "K4" && note.Text.Contains("FFFF00", StringComparison.Ordinal));
        report.Notes.Should().Contain(note => note.Cell == "D5" && note.Text.Contains("0310102", StringComparison.Ordinal) && note.Text.Contains("deleted", StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_that_only_name_an_item_are_headings_and_a_row_with_other_text_is_listed_as_not_understood()
    {
        using var folder = new ImportFolder();
        var report = folder.Import(Table().Row(4, 1, "第1章 台帳").Row(5, 2, "登録", null, "0310101", "登録する。", null, "◎", "◎", "◎").Row(6, 5, "どこにも属さない文。"));

        report.Functions.Single().Should().Match<ImportedFunction>(function => function.Major == "第1章 台帳" && function.Middle == "登録");
        report.NotUnderstood.Should().ContainSingle().Which.Cell.Should().Be("機能要件!E6");
    }

    [Fact]
    public void One_column_of_classes_is_for_every_municipality_and_several_sheets_are_one_table()
    {
        using var folder = new ImportFolder();
        var book = new SyntheticWorkbook();
        foreach (var sheet in new[] { "台帳", "証明" })
        {
            book.Sheet(sheet).Row(2, 1, "機能ID", "機能要件", "実装区分").Row(3, 1, sheet == "台帳" ? "0310101" : "0310201", sheet + "を扱う。", "○");
        }

        folder.Import(book).Functions.Should().HaveCount(2).And.OnlyContain(function => function.Classes.All(mark => mark == "○"));
    }

    [Fact]
    public void A_mapping_names_the_columns_and_marks_of_another_layout()
    {
        using var folder = new ImportFolder();
        var book = new SyntheticWorkbook().Sheet("要件").Row(2, 1, "要件番号", "要件の内容", "政令市", "中核市", "その他の市町村").Row(3, 1, "0310101", "登録する。", "●", "△", "●").Save(folder.Path);
        var mapping = ColumnMapping.Read("columns: {機能ID: 要件番号, 機能要件: 要件の内容, 指定都市: 政令市, 一般市区町村: その他の市町村}\nmarks: {●: ◎, △: ○}\n", "m.yaml");

        WorkbookImport.Import([book], folder.Standard, dryRun: true, mapping: mapping).Functions.Single().Classes.Should().Equal("◎", "○", "◎");
        folder.Refused(book).Should().ContainSingle().Which.Code.Should().Be("CF3010");
    }

    [Theory]
    [InlineData("columns: {機能番号: x}")]
    [InlineData("marks: {●: 必ず}")]
    public void A_mapping_to_something_unknown_is_refused(string text) =>
        FluentActions.Invoking(() => ColumnMapping.Read(text, "m.yaml")).Should().Throw<BadInputException>().Which.Problems.Should().Contain(problem => problem.Code == "CF3043");

    [Theory]
    [InlineData("031010X", "CF3040", "機能要件!D4")]
    [InlineData("0310101\n0310102", "CF3040", "機能要件!D4")]
    public void What_is_no_ID_is_refused_with_its_cell(string id, string code, string cell)
    {
        using var folder = new ImportFolder();

        folder.Refused(Table().Row(4, 4, id, "登録する。", null, "◎", "◎", "◎")).Should().ContainSingle(problem => problem.Code == code && problem.Cell == cell);
    }

    [Fact]
    public void Wrong_marks_dates_empty_texts_and_IDs_used_twice_are_all_refused_at_once()
    {
        using var folder = new ImportFolder();
        var problems = folder.Refused(Table().Row(4, 4, "0310101", null, null, "◎", "?", "◎", "あした").Row(5, 4, "0310101", "登録する。", null, "◎", "◎", "◎"));

        problems.Select(problem => problem.Code).Should().BeEquivalentTo("CF3044", "CF3041", "CF3042", "CF3013");
    }

    [Fact]
    public void Other_columns_of_functions_csv_stay_and_its_wording_stays_when_asked()
    {
        using var folder = new ImportFolder();
        Directory.CreateDirectory(folder.Standard);
        var file = Path.Combine(folder.Standard, "functions.csv");
        File.WriteAllText(file, "機能ID,機能名称,要旨,担当\n0310101,登録,わたしたちの言葉。,一係\n");
        var book = Good().Save(folder.Path);

        WorkbookImport.Import([book], folder.Standard, dryRun: false, keepText: true);
        File.ReadAllText(file).Should().Contain("わたしたちの言葉。").And.Contain("一係").And.Contain("◎,◎,◎");
        WorkbookImport.Import([book], folder.Standard, dryRun: false);
        File.ReadAllText(file).Should().NotContain("わたしたちの言葉。").And.Contain("一係");
    }

    [Theory]
    [InlineData("令和元年5月1日", "2019-05-01")]
    [InlineData("Ｒ９.４.１", "2027-04-01")]
    [InlineData("平成31年4月30日", "2019-04-30")]
    [InlineData("2027年4月1日", "2027-04-01")]
    [InlineData("2027-02-29", null)]
    [InlineData("令和9年", null)]
    public void Dates_are_read_as_documents_write_them(string text, string? expected) =>
        JapaneseDate.Read(text)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).Should().Be(expected);

    private static SyntheticWorkbook Good() => Table().Row(4, 1, "台帳", null, null, "0310101", "登録する。", null, "◎", "◎", "◎");

    private static SyntheticWorkbook Table() => new SyntheticWorkbook().Sheet("機能要件").Text(1, 1, "機能要件一覧")
        .Row(2, 1, "大項目", "中項目", "小項目", "機能ID", "機能\n要件", "要件の考え方・理由", "実装区分", null, null, "適合基準日", "備考").Row(3, 7, "指定都市", "中核市", "一般市区町村").Merge(2, 7, 2, 9).Merge(2, 1, 3, 1);
}
