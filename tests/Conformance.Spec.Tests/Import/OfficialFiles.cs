namespace Conformance.Spec.Tests.Import;

/// <summary>Where the official workbooks and the checked-in standard are, found by walking up from the tests.</summary>
internal static class OfficialFiles
{
    public static string Repository { get; } = Up(folder => File.Exists(Path.Combine(folder, "Conformance.sln")))
        ?? throw new DirectoryNotFoundException("No folder above the tests holds Conformance.sln.");

    public static string Standard { get; } = Path.Combine(Repository, "standards", "031-jutogaisha-atena", "2.1");

    /// <summary>The two workbooks; skips the test where the folder with official texts is not beside the repository.</summary>
    public static string[] Workbooks()
    {
        var above = Up(folder => Directory.Exists(Path.Combine(folder, "shared", "official")));
        Assert.SkipWhen(above is null, "The official workbooks (../shared/official) are not here.");
        return [.. Directory.GetFiles(Path.Combine(above!, "shared", "official"), "*.xlsx").Order(StringComparer.Ordinal)];
    }

    private static string? Up(Predicate<string> holds)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (holds(folder.FullName))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
