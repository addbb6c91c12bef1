using Conformance.Spec;

namespace Conformance.Mocks;

/// <summary>A folder of stub mappings as WireMock lays it out.</summary>
internal static class StubFolder
{
    private const string Mappings = "mappings";
    private const string Files = "__files";

    /// <exception cref="BadInputException">There is no such file or folder, or a file in it is wrong; all that is wrong is told.</exception>
    public static List<StubMapping> Read(string path, Func<string, string, string?, List<StubMapping>> read)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full))
        {
            return read(File.ReadAllText(full), path, FilesOf(Path.GetDirectoryName(full)!));
        }

        if (!Directory.Exists(full))
        {
            throw new BadInputException(new Problem("CF6823", path, 0, 0, "There is no such file or folder.", "Name a mapping file, or a folder with mappings in it."));
        }

        var root = Directory.Exists(Path.Combine(full, Mappings)) ? Path.Combine(full, Mappings) : full;
        var bodies = FilesOf(full);
        List<Problem> problems = [];
        List<StubMapping> all = [];
        foreach (var file in Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(file => bodies is null || !file.StartsWith(bodies, StringComparison.Ordinal)))
        {
            try
            {
                all.AddRange(read(File.ReadAllText(file), Path.Combine(path, Path.GetRelativePath(full, file)), bodies));
            }
            catch (BadInputException bad)
            {
                problems.AddRange(bad.Problems);
            }
        }

        return problems.Count > 0 ? throw new BadInputException(problems) : all;
    }

    private static string? FilesOf(string folder) =>
        new[] { Path.Combine(folder, Files), Path.Combine(Path.GetDirectoryName(folder) ?? folder, Files) }.FirstOrDefault(Directory.Exists);
}
