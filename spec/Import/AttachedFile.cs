using System.Text.RegularExpressions;

namespace Conformance.Spec.Import;

/// <summary>A file of a standard that no table of a ministry holds (forms, flows, interfaces), carried line by line in a sheet of the export.</summary>
/// <param name="Path">Relative to the edition, with slashes.</param>
/// <param name="Text">With LF.</param>
/// <param name="Cell">Where it begins in the workbook.</param>
public sealed partial record AttachedFile(string Path, string Text, string Cell)
{
    /// <summary>Columns of the sheet.</summary>
    public static IReadOnlyList<string> Header { get; } = ["ファイル名", "行", "内容"];

    /// <summary>Folders whose files are carried, with how their names end.</summary>
    public static IReadOnlyList<(string Folder, string Ending)> Folders { get; } = [("flows", ".bpmn"), ("forms", ".yaml"), ("interfaces", ".yaml")];

    /// <summary>A line as a cell holds it: a cell is trimmed when it is read, and the indent of a line means something.</summary>
    public static string Shown(string line) => $"|{line}|";

    /// <summary>The line that a cell holds; null where it is not written like one.</summary>
    public static string? Line(string cell) => cell is ['|', .., '|'] && cell.Length > 1 ? cell[1..^1] : null;

    /// <summary>Whether a path names a file of one of the folders, and no other place.</summary>
    public static bool IsAllowed(string path) => Allowed().IsMatch(path);

    [GeneratedRegex("""^(flows/[^./\\:*?"<>|\p{C}][^/\\:*?"<>|\p{C}]*\.bpmn|(forms|interfaces)/[^./\\:*?"<>|\p{C}][^/\\:*?"<>|\p{C}]*\.yaml)$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Allowed();
}
