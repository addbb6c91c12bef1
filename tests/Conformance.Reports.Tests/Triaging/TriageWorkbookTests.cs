using Conformance.Reports.Tests.Samples;
using Conformance.Reports.Triaging;
using Conformance.Verdicts;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Conformance.Reports.Tests.Triaging;

public sealed class TriageWorkbookTests
{
    [Theory]
    [InlineData(ReportLanguage.Japanese, "障害管理票")]
    [InlineData(ReportLanguage.English, "Failures")]
    public async Task The_sheet_is_valid_has_a_row_per_group_and_room_for_what_people_decide(ReportLanguage language, string sheet)
    {
        var folder = Directory.CreateTempSubdirectory("triage-");
        try
        {
            var path = Path.Combine(folder.FullName, "t.xlsx");
            var run = Some.Run([Some.Scenario("a", verdict: VerdictKind.Nonconforming, reason: "=1+1", cause: CauseKind.Product), Some.Scenario("b")]);
            var before = Some.Run([Some.Scenario("b", verdict: VerdictKind.Nonconforming)]);
            var triage = FailureSorter.Sort([run], null, [before], null, [new("T-1", "佐藤", "改修中", new DateOnly(2027, 1, 1), 1) { Scenario = "a" }], new DateOnly(2026, 4, 6));

            await TriageWorkbook.WriteFileAsync(path, triage, language, TestContext.Current.CancellationToken);

            using var document = SpreadsheetDocument.Open(path, isEditable: false);
            new OpenXmlValidator().Validate(document).Select(error => error.Description).Should().BeEmpty();
            document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().First().Name!.Value.Should().Be(sheet);
            var rows = document.WorkbookPart.WorksheetParts.First().Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList()).ToList();
            rows.Should().HaveCount(2);
            rows[1].Should().HaveSameCount(rows[0]).And.Contain(["T-1", "佐藤", "2027-01-01", "=1+1"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
