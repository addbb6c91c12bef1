using Conformance.Reports.Manual;
using Conformance.Reports.Tests.Samples;
using Conformance.Spec;
using Conformance.Verdicts;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Conformance.Reports.Tests.Manual;

/// <summary>The sheet goes out, is filled in as a person would, and comes back.</summary>
public sealed class ManualSheetTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("manual-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Sheet => Path.Combine(folder, "sheet.xlsx");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_was_filled_in_is_taken_over_with_its_attachment_and_changes_no_verdict()
    {
        var run = Run();
        File.WriteAllText(Path.Combine(folder, "photo.png"), "picture");
        await ExportAsync(run);
        Fill(2, "適合", "読めた", "佐藤", "鈴木", "2026-11-21 14:05", "photo.png", "");

        var done = Read(run).Should().ContainSingle().Subject;

        var result = done.Manual![0].Result!;
        result.Should().BeEquivalentTo(new { Verdict = VerdictKind.Conforms, Observed = "読めた", Operator = "佐藤", Reviewer = "鈴木", At = new DateTimeOffset(2026, 11, 21, 5, 5, 0, TimeSpan.Zero) });
        File.Exists(Path.Combine(folder, "evidence", result.Attachments.Should().ContainSingle().Subject.File)).Should().BeTrue();
        done.Manual[1].Result.Should().BeNull("its row is empty");
        (done with { Manual = null }).Should().BeEquivalentTo(run with { Manual = null }, "people's results stand apart");
        ManualTally.Of(done).Should().Be(new ManualTally(1, 0, 0, 1));
    }

    [Fact]
    public async Task A_second_import_adds_and_a_row_that_is_empty_leaves_what_was_there()
    {
        await ExportAsync(Run());
        Fill(3, "不適合", "切れている", "佐藤", "鈴木", "46347.5", "", "");
        var first = Read(Run());
        await ExportAsync(Run());

        var second = Read(first[0]);

        second[0].Manual![1].Result!.Verdict.Should().Be(VerdictKind.Nonconforming);
        second[0].Manual![1].Result!.At.Should().Be(new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero), "a spreadsheet program made a number of the time");
    }

    [Theory]
    [InlineData(5, "別の手順", "CF7121", "人による確認!E2")]
    [InlineData(2, "0310001.other", "CF7122", "人による確認!B2")]
    [InlineData(9, "合格", "CF7123", "人による確認!I2")]
    [InlineData(12, "", "CF7124", "人による確認!L2")]
    [InlineData(12, "佐藤", "CF7124", "人による確認!L2")]
    [InlineData(13, "きのう", "CF7125", "人による確認!M2")]
    [InlineData(13, "2027-01-01 00:00", "CF7125", "人による確認!M2")]
    [InlineData(14, "missing.png", "CF7126", "人による確認!N2")]
    [InlineData(14, "", "CF7126", "人による確認!N2")]
    public async Task What_is_wrong_is_told_with_its_cell_and_nothing_is_taken_over(int column, string value, string code, string cell)
    {
        File.WriteAllText(Path.Combine(folder, "photo.png"), "picture");
        await ExportAsync(Run());
        Fill(2, "適合", "読めた", "佐藤", "鈴木", "2026-11-21 14:05", "photo.png", "");
        Set(2, column, value);

        var problem = ((Action)(() => Read(Run()))).Should().Throw<BadInputException>().Which.Problems.Should().ContainSingle().Subject;

        problem.Code.Should().Be(code);
        problem.Cell.Should().Be(cell);
        Directory.Exists(Path.Combine(folder, "evidence")).Should().BeFalse();
    }

    [Fact]
    public void What_is_no_sheet_is_told()
    {
        File.WriteAllText(Sheet, "no workbook");
        ((Action)(() => Read(Run()))).Should().Throw<BadInputException>().Which.Problems.Should().ContainSingle().Which.Code.Should().Be("CF7127");
    }

    [Fact]
    public async Task The_sheet_and_the_page_are_valid_and_say_what_is_asked()
    {
        await ExportAsync(Run());
        using (var document = SpreadsheetDocument.Open(Sheet, isEditable: false))
        {
            new OpenXmlValidator().Validate(document).Select(error => error.Description).Should().BeEmpty();
        }

        await ManualPage.WriteFileAsync(Path.Combine(folder, "page.html"), [Run()], ReportLanguage.English, Token);
        (await File.ReadAllTextAsync(Path.Combine(folder, "page.html"), Token)).Should().Contain("Manual checks").And.Contain("印刷する").And.Contain("not yet");
    }

    [Fact]
    public async Task Results_with_manual_checks_are_read_back_the_same()
    {
        using var stream = new MemoryStream();
        await ResultJson.WriteAsync([Run()], stream, Token);
        stream.Position = 0;
        (await ResultJson.ReadAsync(stream, "x", Token))[0].Manual.Should().BeEquivalentTo(Run().Manual);
    }

    private static RunResult Run() => Some.Run() with
    {
        Manual =
        [
            new ManualCheck("0310001.print", "0310001", "付番", "1. 印刷する\n2. 見る", "読める", true, "例示"),
            new ManualCheck("0310001.screen", "0310001", "付番", "画面を見る", "切れていない", false, "例示"),
        ],
    };

    private Task ExportAsync(RunResult run) => ManualSheet.WriteFileAsync(Sheet, [run with { Manual = [.. run.Manual!.Select(check => check with { Result = null })] }], Token);

    private IReadOnlyList<RunResult> Read(RunResult run) => ManualSheetReader.Read(Sheet, [run], Path.Combine(folder, "evidence"), Now);

    private void Fill(int row, params string[] answers)
    {
        for (var i = 0; i < answers.Length; i++)
        {
            Set(row, 9 + i, answers[i]);
        }
    }

    private void Set(int row, int column, string value)
    {
        using var document = SpreadsheetDocument.Open(Sheet, isEditable: true);
        var cell = document.WorkbookPart!.WorksheetParts.First(part => part.Worksheet.Descendants<Row>().First().InnerText.StartsWith("実行", StringComparison.Ordinal))
            .Worksheet.Descendants<Row>().ElementAt(row - 1).Elements<Cell>().ElementAt(column - 1);
        cell.RemoveAllChildren();
        cell.DataType = CellValues.InlineString;
        cell.AppendChild(new InlineString(new Text(value) { Space = SpaceProcessingModeValues.Preserve }));
    }
}
