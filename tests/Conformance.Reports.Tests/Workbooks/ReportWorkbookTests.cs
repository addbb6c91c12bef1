using Conformance.Reports.Tests.Samples;
using Conformance.Reports.Workbooks;
using Conformance.Verdicts;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FluentAssertions;

namespace Conformance.Reports.Tests.Workbooks;

public sealed class ReportWorkbookTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_workbook_is_valid_and_has_a_sheet_per_role_between_overview_and_findings()
    {
        using var written = await WriteAsync(Some.Run(role: "住登外者宛名番号管理機能"), Some.Run(role: "標準準拠システム"));

        new OpenXmlValidator().Validate(written.Document).Select(error => $"{error.Path?.XPath}: {error.Description}").Should().BeEmpty();
        written.Document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value).Should()
            .Equal("概要", "031 住登外者宛名番号管理機能", "031 標準準拠システム", "期待を満たさなかったもの", "原因と規則");
    }

    [Fact]
    public async Task Units_stand_in_the_columns_of_the_function_table()
    {
        using var written = await WriteAsync(Some.Run(functions: [Some.Function("0310001", verdict: VerdictKind.Nonconforming, cause: CauseKind.Product, reason: "番号が重複した")]));

        written.Rows(1)[0].Should().StartWith("大項目", "中項目", "機能ID", "機能名称", "実装区分");
        written.Rows(1)[1].Should().ContainInOrder("0310001", "住登外者宛名番号付番", "◎", "不適合", "製品", "番号が重複した");
    }

    [Fact]
    public async Task What_does_not_decide_yet_stands_beside_the_reason()
    {
        using var written = await WriteAsync(Some.Run(functions: [Some.Function() with { Deferred = "経過措置: 附則第2条" }]));

        var column = written.Rows(1)[0].ToList().IndexOf("判定を左右しない理由");
        written.Rows(1)[1].ElementAt(column).Should().Be("経過措置: 附則第2条");
    }

    [Theory]
    [InlineData("=cmd|'/c calc'!A1")]
    [InlineData("+1+1")]
    [InlineData("-1")]
    [InlineData("@SUM(1)")]
    public async Task What_a_product_returned_is_text_and_never_a_formula(string observed)
    {
        using var written = await WriteAsync(Some.Run([Some.Scenario(verdict: VerdictKind.Nonconforming, findings: [Some.Finding(VerdictKind.Nonconforming, observed: observed)])]));

        var cell = written.Cells(2).Should().ContainSingle(cell => cell.InnerText == observed).Subject;
        cell.DataType!.Value.Should().Be(CellValues.InlineString);
        cell.CellFormula.Should().BeNull();
        ((CellFormat)written.Document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.ChildElements[(int)cell.StyleIndex!.Value]).QuotePrefix!.Value.Should().BeTrue();
    }

    [Fact]
    public async Task Characters_that_no_workbook_holds_and_values_of_ten_megabytes_are_written_all_the_same()
    {
        using var written = await WriteAsync(Some.Run([Some.Scenario(verdict: VerdictKind.Nonconforming, findings: [Some.Finding(VerdictKind.Nonconforming, observed: "a\0\u202Eb\uFFFE" + new string('長', 10_000_000))])]));

        new OpenXmlValidator().Validate(written.Document).Should().BeEmpty();
        written.Cells(2).Should().Contain(cell => cell.InnerText.StartsWith("a\u202Eb") && cell.InnerText.Length < 32_767 && cell.InnerText.EndsWith("文字）"));
    }

    private static async Task<Written> WriteAsync(params RunResult[] runs)
    {
        var folder = Directory.CreateTempSubdirectory("workbook").FullName;
        var file = Path.Combine(folder, "report.xlsx");
        await ReportWorkbook.WriteFileAsync(file, runs, ReportLanguage.Japanese, Token);
        var content = new MemoryStream(await File.ReadAllBytesAsync(file, Token));
        Directory.Delete(folder, recursive: true);
        return new Written(SpreadsheetDocument.Open(content, isEditable: false));
    }

    private sealed record Written(SpreadsheetDocument Document) : IDisposable
    {
        public List<Cell> Cells(int sheet) => [.. Sheet(sheet).Descendants<Cell>()];

        public List<List<string>> Rows(int sheet) => [.. Sheet(sheet).Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList())];

        public void Dispose() => Document.Dispose();

        private Worksheet Sheet(int number)
        {
            var book = Document.WorkbookPart!;
            return ((WorksheetPart)book.GetPartById(book.Workbook.Sheets!.Elements<Sheet>().ElementAt(number).Id!.Value!)).Worksheet;
        }
    }
}
