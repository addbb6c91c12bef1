using System.Runtime.CompilerServices;

namespace Conformance.Gherkin.Tests;

/// <summary>Files beside the repository that nobody here wrote; tests that need them are skipped where they are absent.</summary>
internal static class Corpus
{
    public static string Folder(string name)
    {
        var folder = Path.Combine(Root, "..", "shared", "corpora", name);
        Assert.SkipUnless(Directory.Exists(folder), $"{Path.GetFullPath(folder)} is not there.");
        return Path.GetFullPath(folder);
    }

    /// <summary>Names of files below a folder, for theories; one entry that skips where the folder is absent.</summary>
    public static TheoryData<string> Files(string name, string pattern, Func<string, bool>? filter = null)
    {
        var folder = Path.GetFullPath(Path.Combine(Root, "..", "shared", "corpora", name));
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
                .Where(filter ?? (_ => true))
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)]
            : [""];
    }

    public static string Root { get; } = FindRoot();

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
