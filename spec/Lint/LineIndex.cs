using Conformance.Spec.Csv;

namespace Conformance.Spec.Lint;

/// <summary>Where in the files of a standard something stands; a file is read when it is first asked for.</summary>
internal sealed class LineIndex(string folder)
{
    private readonly Dictionary<string, string[]> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, int>> keys = new(StringComparer.Ordinal);

    /// <summary>In a CSV file the line of the row whose first cell is the text; elsewhere the first line that contains it.</summary>
    public int Line(string file, string text)
    {
        if (file.EndsWith(".csv", StringComparison.Ordinal))
        {
            return Keys(file).GetValueOrDefault(text);
        }

        return Array.FindIndex(Lines(file), line => line.Contains(text, StringComparison.Ordinal)) + 1;
    }

    private string[] Lines(string file)
    {
        if (!files.TryGetValue(file, out var read))
        {
            var path = Path.Combine(folder, file);
            files[file] = read = File.Exists(path) ? File.ReadAllLines(path) : [];
        }

        return read;
    }

    private Dictionary<string, int> Keys(string file)
    {
        if (!keys.TryGetValue(file, out var read))
        {
            var path = Path.Combine(folder, file);
            read = new Dictionary<string, int>(StringComparer.Ordinal);
            if (File.Exists(path))
            {
                var table = CsvTable.Parse(File.ReadAllText(path), file, [], []);
                foreach (var row in table.Rows)
                {
                    read.TryAdd(row[table.Header[0]], row.Line);
                }
            }

            keys[file] = read;
        }

        return read;
    }
}
