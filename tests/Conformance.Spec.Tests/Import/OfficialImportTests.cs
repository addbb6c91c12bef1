using Conformance.Spec.Import;
using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Tests.Import;

public sealed class OfficialImportTests
{
    private static readonly Dictionary<string, string> Names = new() { ["app_submit/v10/jutogaishaatenabangofuban"] = "fuban" };

    [Fact]
    public void Importing_the_official_workbooks_again_gives_what_is_checked_in()
    {
        var report = WorkbookImport.Import(OfficialFiles.Workbooks(), OfficialFiles.Standard, dryRun: true);

        report.Changes.Select(change => change.Path).Should().Equal("data-items.csv", "codes.csv", "interfaces/fuban-2.0.yaml");
        report.Changes.Should().OnlyContain(change => change.Kind == FileChangeKind.Unchanged);
        report.IsWritten.Should().BeFalse();
    }

    [Fact]
    public void The_bytes_do_not_depend_on_the_order_of_the_workbooks()
    {
        using var folder = new ImportFolder();
        var workbooks = OfficialFiles.Workbooks();
        WorkbookImport.Import([.. workbooks.Reverse()], folder.Standard, dryRun: false, Names);

        foreach (var file in new[] { "data-items.csv", "codes.csv", "interfaces/fuban-2.0.yaml" })
        {
            File.ReadAllBytes(Path.Combine(folder.Standard, file)).Should().Equal(File.ReadAllBytes(Path.Combine(OfficialFiles.Standard, file)), "of " + file);
        }
    }

    [Fact]
    public void Every_cell_of_the_official_workbooks_is_understood()
    {
        var workbooks = OfficialFiles.Workbooks();
        var report = WorkbookImport.Import(workbooks, OfficialFiles.Standard, dryRun: true);

        report.NotUnderstood.Should().BeEmpty();
        report.Understood.Sum(tally => tally.Count).Should().Be(workbooks.Sum(file => Workbook.Read(file).Sheets.Sum(sheet => sheet.Cells.Count)));
    }

    [Fact]
    public void Words_in_shapes_and_slips_of_the_text_are_noted()
    {
        var notes = WorkbookImport.Import(OfficialFiles.Workbooks(), OfficialFiles.Standard, dryRun: true).Notes;

        notes.Should().Contain(note => note.Sheet == "APIシーケンス" && note.Text.Contains("再度付番依頼"));
        notes.Should().Contain(note => note.Cell == "BA57" && note.Text.Contains("parenthesis"));
        notes.Where(note => note.Sheet == "凡例）データ型").Select(note => note.Cell).Should().Equal("AV18", "BA24");
    }

    [Fact]
    public void No_phonetic_guide_and_no_official_sentence_reaches_the_standard()
    {
        var definitions = OfficialFiles.Workbooks().SelectMany(file => Workbook.Read(file).Sheets).SelectMany(sheet => sheet.Cells)
            .Select(cell => cell.Text).Where(text => text.Length > 25 && text.Contains('を') && !text.StartsWith('"')).SelectMany(text => text.Split('\n')).Where(line => line.Length > 25).ToList();
        definitions.Should().NotBeEmpty();

        foreach (var file in new[] { "data-items.csv", "codes.csv", "interfaces/fuban-2.0.yaml" })
        {
            var text = File.ReadAllText(Path.Combine(OfficialFiles.Standard, file));
            text.Should().NotContain("コウモク");
            definitions.Where(line => text.Contains(line)).Should().BeEmpty();
        }
    }
}
