using Conformance.Spec;
using Conformance.Spec.Lint;
using Conformance.Spec.Loading;

namespace Conformance.Cli.Commands.Specs;

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
        var folders = which.Count == 0 ? Newest(ProjectFolders.Find().Standards) : [.. which.Select(FolderOf)];
        var around = folders.Select(folder => (Folder: folder, Business: Path.GetDirectoryName(folder)!)).Select(edition => (edition.Folder, edition.Business,
            Editions: Editions(edition.Business), Others: Newest(Path.GetDirectoryName(edition.Business)!).Where(other => Path.GetDirectoryName(other) != edition.Business).ToList())).ToList();
        var needed = around.SelectMany(edition => edition.Editions.Concat(edition.Others).Append(edition.Folder)).Distinct().ToList();
        var loaded = needed.Zip(StandardLoader.LoadAll(needed)).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        return
        [
            .. around.Select(edition => new LintSubject(loaded[edition.Folder],
                [.. edition.Editions.Where(other => other != edition.Folder).Select(other => loaded[other]).Where(other => EditionOrder.Compare(other.Edition, loaded[edition.Folder].Edition) < 0).OrderBy(other => other.Edition, EditionOrder.Comparer)],
                [.. edition.Others.Select(other => loaded[other])])),
        ];
    }

    private static string FolderOf(string which)
    {
        if (!Directory.Exists(which))
        {
            return One(which).Folder;
        }

        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(which));

        // What is no edition has no neighbours either: nothing around it is looked through.
        return File.Exists(Path.Combine(folder, "standard.yaml")) ? folder : StandardLoader.Load(folder).Folder;
    }

    /// <summary>The newest edition of each business: <c>root/business/edition</c>, no deeper.</summary>
    private static List<string> Newest(string root) =>
        [.. Subfolders(root).Select(Editions).Where(editions => editions.Count > 0).Select(editions => editions.OrderBy(Path.GetFileName, EditionOrder.Comparer).Last())];

    private static List<string> Editions(string business) => [.. Subfolders(business).Where(folder => File.Exists(Path.Combine(folder, "standard.yaml")))];

    private static IEnumerable<string> Subfolders(string folder) =>
        Directory.EnumerateDirectories(folder, "*", new EnumerationOptions { IgnoreInaccessible = true }).Order(StringComparer.Ordinal);
}
