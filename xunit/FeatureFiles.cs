using System.Collections.Concurrent;
using Conformance.Gherkin;

namespace Conformance.XunitHost;

/// <summary>The feature files beside the tests, each read once.</summary>
internal static class FeatureFiles
{
    private static readonly ConcurrentDictionary<string, FeatureReading> Readings = new(StringComparer.Ordinal);

    /// <summary>Files of a pattern such as <c>features/*.feature</c> or <c>features/**/*.feature</c>, relative to the folder of the test program, in order.</summary>
    public static IReadOnlyList<string> Find(string pattern)
    {
        var folder = Path.GetDirectoryName(pattern)?.Replace('\\', '/') ?? "";
        var deep = folder.EndsWith("**", StringComparison.Ordinal);
        var root = Path.Combine(AppContext.BaseDirectory, deep ? folder[..^2] : folder);
        return Directory.Exists(root)
            ? [.. Directory.EnumerateFiles(root, Path.GetFileName(pattern), deep ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly)
                .Select(file => Path.GetRelativePath(AppContext.BaseDirectory, file).Replace('\\', '/')).Order(StringComparer.Ordinal)]
            : [];
    }

    public static FeatureReading Read(string file) => Readings.GetOrAdd(file, static path =>
        FeatureReader.Read(new(path, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, path)))));

    /// <summary>All files of a pattern.</summary>
    public static FeatureReading ReadAll(string pattern)
    {
        FeatureReading[] readings = [.. Find(pattern).Select(Read)];
        return new([.. readings.SelectMany(reading => reading.Documents)], [.. readings.SelectMany(reading => reading.Problems)]);
    }
}
