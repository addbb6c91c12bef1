namespace Conformance.Spec.Flows;

/// <summary>A BPMN file and the BPMN files that it imports, directly or not: what its call activities can call.</summary>
/// <param name="Main">The file that was asked for.</param>
/// <param name="Imported">In the order in which they are met; a file that imports its importer stands there once.</param>
public sealed record BpmnLibrary(BpmnModel Main, IReadOnlyList<BpmnModel> Imported)
{
    /// <summary>Files that are read for one model.</summary>
    public const int MaxFiles = 64;

    /// <summary>Reads what <paramref name="main"/> imports. Only files are read: a location on a network is refused, and nothing is fetched.</summary>
    /// <param name="main">Its <see cref="BpmnModel.File"/> is the path that locations are relative to.</param>
    /// <param name="problems">Files that are missing, refused, or too many.</param>
    public static BpmnLibrary Read(BpmnModel main, ICollection<Problem> problems)
    {
        var known = new HashSet<string>(StringComparer.Ordinal) { Path.GetFullPath(main.File) };
        var imported = new List<BpmnModel>();
        var open = new Queue<BpmnModel>([main]);
        while (open.TryDequeue(out var model))
        {
            foreach (var import in model.Imports)
            {
                if (Place(model, import, problems) is not { } path || !known.Add(path))
                {
                    continue;
                }

                if (known.Count > MaxFiles)
                {
                    problems.Add(new Problem("CF2042", model.File, import.Line, import.Column, $"More than {MaxFiles} files import each other.", "Split the models, or treat calls as single steps."));
                    return new BpmnLibrary(main, imported);
                }

                if (Load(model, import, path, problems) is { } read)
                {
                    imported.Add(read);
                    open.Enqueue(read);
                }
            }
        }

        return new BpmnLibrary(main, imported);
    }

    // A location is a URI reference: blanks may be escaped, and a scheme means that it is no file beside this one.
    private static string? Place(BpmnModel model, BpmnImport import, ICollection<Problem> problems)
    {
        var location = import.Location.Trim();
        if (location.Length == 0 || location.Contains("://", StringComparison.Ordinal) || Path.IsPathRooted(location) || location.StartsWith("file:", StringComparison.OrdinalIgnoreCase) || location.Contains('\0'))
        {
            problems.Add(new Problem("CF2040", model.File, import.Line, import.Column, $"The import 「{import.Location}」 is not the place of a file relative to this one; nothing is fetched from a network.", "Put the file beside this one and give its relative path."));
            return null;
        }

        return Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(model.File))!, Uri.UnescapeDataString(location)));
    }

    private static BpmnModel? Load(BpmnModel model, BpmnImport import, string path, ICollection<Problem> problems)
    {
        try
        {
            // Beside the file that was asked for, so that messages name it in the same way.
            var shown = Path.Combine(Path.GetDirectoryName(model.File) ?? "", Uri.UnescapeDataString(import.Location.Trim()));
            return BpmnReader.ReadModel(File.ReadAllBytes(path), shown, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem("CF2041", model.File, import.Line, import.Column, $"The imported file 「{import.Location}」 cannot be read: {e.Message}", "Put it there, or correct the location of the import."));
            return null;
        }
    }
}
