using Conformance.Spec.Import;

namespace Conformance.Spec.Tests.Import;

/// <summary>A folder for one test, with a standard in it that is empty at first.</summary>
internal sealed class ImportFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("conformance-import-").FullName;

    public string Standard => System.IO.Path.Combine(Path, "031-jutogaisha", "2.1");

    public void Dispose() => Directory.Delete(Path, recursive: true);

    public ImportReport Import(SyntheticWorkbook workbook, bool dryRun = true) => WorkbookImport.Import([workbook.Save(Path)], Standard, dryRun);

    public ImportReport Import(params string[] files) => WorkbookImport.Import(files, Standard, dryRun: true);

    public IReadOnlyList<Problem> Refused(SyntheticWorkbook workbook) => Refused(workbook.Save(Path));

    /// <summary>The problems of an import that must be refused and must leave nothing behind.</summary>
    public IReadOnlyList<Problem> Refused(params string[] files)
    {
        var refuse = () => WorkbookImport.Import(files, Standard, dryRun: false);
        var problems = refuse.Should().Throw<BadInputException>().Which.Problems;
        Directory.Exists(Standard).Should().BeFalse("nothing is written when the input is bad");
        return problems;
    }
}
