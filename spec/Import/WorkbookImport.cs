using System.Text.RegularExpressions;
using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Import;

/// <summary>
/// Reads the workbooks that ministries publish (function tables, data item lists, code lists, lists of linkages, API specifications) into the files of a standard:
/// <c>functions.csv</c>, <c>linkages.csv</c>, <c>data-items.csv</c>, <c>codes.csv</c>, <c>interfaces/*.yaml</c>. Structure is found by the words of headers, never by cell address.
/// Identifiers, names, types, lengths, codes and fixed texts are taken; of sentences only the text of functions is.
/// </summary>
public static partial class WorkbookImport
{
    /// <summary>Reads the workbooks and writes what they say, all files or none.</summary>
    /// <param name="standardFolder">Such as <c>standards/031-jutogaisha-atena/2.1</c>; the business in it (031) becomes part of scopes.</param>
    /// <param name="dryRun">Only say what would change.</param>
    /// <param name="interfaceNames">
    /// Short file name per call name, e.g. <c>app_submit/v10/jutogaishaatenabangofuban</c> → <c>fuban</c>. Without it a file that describes the call keeps its
    /// name, and a new one is called like the last part of the call name.
    /// </param>
    /// <param name="mapping">How the workbooks call their columns and marks, where they differ from the usual words.</param>
    /// <param name="keepText">Keep the wording of functions that <c>functions.csv</c> has already.</param>
    /// <exception cref="BadInputException">Everything that is wrong with the workbooks, CF3001–CF3045; nothing was written.</exception>
    public static ImportReport Import(
        IReadOnlyList<string> workbooks, string standardFolder, bool dryRun, IReadOnlyDictionary<string, string>? interfaceNames = null, ColumnMapping? mapping = null, bool keepText = false)
    {
        var run = new ImportRun(BusinessOf(standardFolder), mapping ?? ColumnMapping.None, StandardFolder.IsIllustrative(standardFolder) ? Basis.Illustrative : Basis.Official);
        foreach (var file in workbooks)
        {
            run.Add(file);
        }

        run.Finish();
        var folder = new StandardFolder(standardFolder, interfaceNames);
        var changes = new List<FileChange>();
        if (run.Functions.Count > 0)
        {
            changes.Add(folder.Compare("functions.csv", ImportedFunction.Format(run.Functions, folder.Table("functions.csv"), keepText)));
        }

        if (run.Linkages.Count > 0)
        {
            changes.Add(folder.Compare("linkages.csv", ImportedLinkage.Format(run.Linkages)));
        }

        if (run.Items.Count > 0)
        {
            changes.Add(folder.Compare("data-items.csv", ImportedItem.Format(run.Items)));
        }

        if (run.Codes.Count > 0)
        {
            changes.Add(folder.Compare("codes.csv", ImportedCode.Format(run.Codes)));
        }

        foreach (var (theInterface, source) in run.Interfaces)
        {
            changes.Add(folder.Compare("interfaces/" + folder.FileFor(theInterface), OpenApiText.Of(theInterface, [source])));
        }

        changes.AddRange(run.Files.Where(file => changes.TrueForAll(change => change.Path != file.Path)).Select(file => folder.Compare(file.Path, file.Text)));
        if (!dryRun)
        {
            folder.Write(changes);
        }

        return new ImportReport
        {
            Sources = run.Sources,
            Functions = run.Functions,
            Linkages = run.Linkages,
            Items = run.Items,
            Codes = run.Codes,
            Interfaces = [.. run.Interfaces.Select(entry => entry.Interface)],
            Understood = run.Understood,
            NotUnderstood = run.NotUnderstood,
            Notes = run.Notes,
            Differences = [.. run.Interfaces.SelectMany(entry => run.Items.Count == 0 ? [] : ItemDifferences.Between(run.Items, entry.Interface))],
            Changes = changes,
            IsWritten = !dryRun,
        };
    }

    private static string BusinessOf(string standardFolder) =>
        Path.GetFullPath(standardFolder).Split(Path.DirectorySeparatorChar).Reverse()
            .Select(name => BusinessForm().Match(name)).FirstOrDefault(match => match.Success)?.Groups[1].Value ?? "";

    [GeneratedRegex("^([0-9]{3})-", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BusinessForm();
}
