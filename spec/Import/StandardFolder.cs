using System.Text;

namespace Conformance.Spec.Import;

/// <summary>The folder of a standard as the target of an import: what is there now, and writing all files or none.</summary>
internal sealed class StandardFolder(string path, IReadOnlyDictionary<string, string>? interfaceNames)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string FileFor(ImportedInterface source)
    {
        if (interfaceNames?.TryGetValue(source.CallName, out var name) == true)
        {
            return $"{name}-{source.Edition}.yaml";
        }

        var folder = Path.Combine(path, "interfaces");
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
        {
            // The edition is the last part of the name: fuban-2.0.yaml.
            var stem = Path.GetFileNameWithoutExtension(file);
            if (stem.Contains('-', StringComparison.Ordinal) && File.ReadAllText(file).Contains($"\n  /{source.CallName}:\n", StringComparison.Ordinal))
            {
                return $"{stem[..stem.LastIndexOf('-')]}-{source.Edition}.yaml";
            }
        }

        return $"{source.CallName.Split('/')[^1]}-{source.Edition}.yaml";
    }

    /// <summary>Whether the folder says that no official text backs its standard.</summary>
    public static bool IsIllustrative(string path) =>
        Path.Combine(path, "standard.yaml") is var file && File.Exists(file) && Yaml.YamlMap.Parse(File.ReadAllText(file), file, []).Optional("status") == "illustrative";

    /// <summary>A CSV file as it is; null where there is none.</summary>
    public Csv.CsvTable? Table(string relative) =>
        Path.Combine(path, relative) is var file && File.Exists(file) ? Csv.CsvTable.Parse(File.ReadAllText(file), file, [], []) : null;

    public FileChange Compare(string relative, string content)
    {
        var file = Path.Combine(path, relative);
        if (!File.Exists(file))
        {
            return new FileChange(relative, FileChangeKind.Created, content.TrimEnd('\n').Split('\n'), [], content);
        }

        var old = File.ReadAllText(file);
        return old == content
            ? new FileChange(relative, FileChangeKind.Unchanged, [], [], content)
            : new FileChange(relative, FileChangeKind.Changed, Without(content, old), Without(old, content), content);
    }

    /// <summary>Writes beside the targets first and then renames; if a rename fails, what was there before comes back.</summary>
    /// <exception cref="BadInputException">CF3022: the folder cannot be written.</exception>
    public void Write(IReadOnlyList<FileChange> changes)
    {
        var steps = changes.Where(change => change.Kind != FileChangeKind.Unchanged)
            .Select(change => (Target: Path.Combine(path, change.Path), change.Content)).ToList();
        var before = new List<(string Target, byte[]? Bytes)>();
        try
        {
            foreach (var (target, content) in steps)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.WriteAllText(target + ".importing", content, Utf8);
            }

            foreach (var (target, _) in steps)
            {
                before.Add((target, File.Exists(target) ? File.ReadAllBytes(target) : null));
                File.Move(target + ".importing", target, overwrite: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Restore(before);
            throw new BadInputException(new Problem("CF3022", path, 0, 0, "The standard cannot be written: " + exception.Message, "Check the folder's permissions. Nothing was changed."));
        }
        finally
        {
            foreach (var (target, _) in steps.Where(step => File.Exists(step.Target + ".importing")))
            {
                File.Delete(target + ".importing");
            }
        }
    }

    private static void Restore(List<(string Target, byte[]? Bytes)> before)
    {
        foreach (var (target, bytes) in before)
        {
            if (bytes is not null)
            {
                File.WriteAllBytes(target, bytes);
            }
            else if (File.Exists(target))
            {
                File.Delete(target);
            }
        }
    }

    private static List<string> Without(string text, string other)
    {
        var left = other.Split('\n').GroupBy(line => line).ToDictionary(group => group.Key, group => group.Count());
        var lines = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            if (left.TryGetValue(line, out var count) && count > 0)
            {
                left[line] = count - 1;
            }
            else
            {
                lines.Add(line);
            }
        }

        return lines;
    }
}
