using Conformance.Spec;
using Conformance.Spec.Lint;
using Conformance.Spec.Loading;

namespace Conformance.Cli.Commands;

/// <summary>Standards as a user names them: 業務ID, or the folder of an edition.</summary>
internal static class StandardSelection
{
    /// <summary>One edition.</summary>
    /// <param name="which">Folder, <c>031</c> for its newest edition, or <c>031/2.1</c>.</param>
    /// <exception cref="BadInputException">There is none, or it has problems.</exception>
    public static Standard One(string which)
    {
        if (Directory.Exists(which))
        {
            return StandardLoader.Load(Path.GetFullPath(which));
        }

        var parts = which.Split('/', '@');
        return StandardLoader.LoadById(ProjectFolders.Find().Standards, parts[0], parts.Length > 1 ? parts[1] : null);
    }

    /// <summary>Editions with what they stand beside: earlier editions and the newest of each other business below the same root.</summary>
    /// <param name="which">Empty for the newest edition of every standard.</param>
    public static IReadOnlyList<LintSubject> Load(IReadOnlyList<string> which)
    {
        var loaded = new Dictionary<string, Standard>(StringComparer.Ordinal);
        Standard At(string folder) => loaded.TryGetValue(folder, out var known) ? known : loaded[folder] = StandardLoader.Load(folder);

        var folders = which.Count == 0 ? Newest(ProjectFolders.Find().Standards) : [.. which.Select(FolderOf)];
        var subjects = new List<LintSubject>();
        foreach (var folder in folders)
        {
            var standard = At(folder);
            var business = Path.GetDirectoryName(folder)!;
            var earlier = StandardLoader.Folders(business).Where(other => other != folder).Select(At)
                .Where(other => EditionOrder.Compare(other.Edition, standard.Edition) < 0).OrderBy(other => other.Edition, EditionOrder.Comparer).ToList();
            var others = Newest(Path.GetDirectoryName(business)!).Where(other => Path.GetDirectoryName(other) != business).Select(At).ToList();
            subjects.Add(new LintSubject(standard, earlier, others));
        }

        return subjects;
    }

    private static string FolderOf(string which) => Directory.Exists(which) ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(which)) : One(which).Folder;

    private static List<string> Newest(string root) =>
        [.. StandardLoader.Folders(root).GroupBy(Path.GetDirectoryName).Select(editions => editions.OrderBy(Path.GetFileName, EditionOrder.Comparer).Last())];
}
