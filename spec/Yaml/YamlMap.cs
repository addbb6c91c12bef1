using YamlDotNet.RepresentationModel;

namespace Conformance.Spec.Yaml;

/// <summary>
/// A mapping of a YAML file that is read key by key: what is missing, of another shape, or never asked for becomes a
/// problem with its line and column, all of them in one pass.
/// </summary>
public sealed class YamlMap
{
    private readonly YamlMappingNode node;
    private readonly string file;
    private readonly ICollection<Problem> problems;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    private YamlMap(YamlMappingNode node, string file, ICollection<Problem> problems)
    {
        this.node = node;
        this.file = file;
        this.problems = problems;
    }

    public int Line => (int)node.Start.Line;

    public int Column => (int)node.Start.Column;

    /// <summary>Keys in the order of the file.</summary>
    public IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    /// <summary>The mapping at the root of a document; an empty one, with a problem, where there is none.</summary>
    public static YamlMap Parse(string text, string file, ICollection<Problem> problems)
    {
        var document = YamlText.Read(text);
        if (document.Flaw is { } flaw)
        {
            problems.Add(new Problem("CF1200", file, flaw.Line, flaw.Column, "The file is no YAML: " + flaw.Fact, flaw.Remedy));
        }
        else if (document.Roots is [YamlMappingNode root, ..])
        {
            return new YamlMap(root, file, problems);
        }
        else
        {
            problems.Add(new Problem("CF1201", file, 1, 1, "The file holds no mapping.", "Write keys and values, one per line."));
        }

        return new YamlMap([], file, problems);
    }

    /// <summary>Text of a key; a problem where it is missing.</summary>
    public string Required(string key)
    {
        var value = Optional(key);
        if (value is null && !node.Children.ContainsKey(new YamlScalarNode(key)))
        {
            Report("CF1202", this, $"「{key}」 is missing.", $"Add `{key}:`.");
        }

        return value ?? "";
    }

    public string? Optional(string key) => Child(key) switch
    {
        null => null,
        YamlScalarNode scalar => scalar.Value,
        var other => Wrong<string?>(key, other, "text", null),
    };

    /// <summary>Texts of a list; a single text counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string key) => Child(key) switch
    {
        null => [],
        YamlScalarNode { Value: { Length: > 0 } value } => [value],
        YamlScalarNode => [],
        YamlSequenceNode list => [.. Entries<YamlScalarNode>(key, list, "text").Select(item => item.Value ?? "")],
        var other => Wrong<IReadOnlyList<string>>(key, other, "a list of texts", []),
    };

    public YamlMap? Map(string key) => Child(key) switch
    {
        null => null,
        YamlMappingNode map => new YamlMap(map, file, problems),
        var other => Wrong<YamlMap?>(key, other, "a mapping", null),
    };

    public IReadOnlyList<YamlMap> Maps(string key) => Child(key) switch
    {
        null => [],
        YamlSequenceNode list => [.. Entries<YamlMappingNode>(key, list, "a mapping").Select(item => new YamlMap(item, file, problems))],
        var other => Wrong<IReadOnlyList<YamlMap>>(key, other, "a list of mappings", []),
    };

    /// <summary>Entries of a list that are texts or mappings.</summary>
    public IReadOnlyList<(string? Text, YamlMap? Map)> TextsOrMaps(string key) => Child(key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Children.Select((item, i) => item switch
        {
            YamlScalarNode scalar => (scalar.Value ?? "", null),
            YamlMappingNode map => ((string?)null, (YamlMap?)new YamlMap(map, file, problems)),
            _ => (Wrong<string?>($"{key}[{i}]", item, "a text or a mapping", ""), null),
        })],
        var other => Wrong<IReadOnlyList<(string?, YamlMap?)>>(key, other, "a list", []),
    };

    /// <summary>Rows of a table: a list of lists of texts.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows(string key) => Child(key) switch
    {
        null => [],
        YamlSequenceNode list => [.. Entries<YamlSequenceNode>(key, list, "a row").Select(row => (IReadOnlyList<string>)[.. Entries<YamlScalarNode>(key, row, "text").Select(cell => cell.Value ?? "")])],
        var other => Wrong<IReadOnlyList<IReadOnlyList<string>>>(key, other, "a list of rows", []),
    };

    public IReadOnlyDictionary<string, string> TextMap(string key)
    {
        var map = Map(key);
        return map?.Keys.ToDictionary(name => name, name => string.Join(",", map.Texts(name)), StringComparer.Ordinal) ?? [];
    }

    /// <summary>Key and text of everything not asked for yet, lists joined by a comma.</summary>
    public IReadOnlyDictionary<string, string> Rest() =>
        Keys.Where(key => !asked.Contains(key)).ToList().ToDictionary(key => key, key => string.Join(",", Texts(key)), StringComparer.Ordinal);

    /// <summary>Every key that nobody asked for is a problem.</summary>
    public void RefuseUnknownKeys()
    {
        foreach (var key in node.Children.Keys.OfType<YamlScalarNode>().Where(key => !asked.Contains(key.Value ?? "")))
        {
            problems.Add(new Problem("CF1204", file, (int)key.Start.Line, (int)key.Start.Column, $"「{key.Value}」 is not a key here.",
                "Use one of: " + string.Join(", ", asked.Order(StringComparer.Ordinal)) + "."));
        }
    }

    public void Report(string code, YamlMap at, string fact, string remedy) =>
        problems.Add(new Problem(code, file, at.Line, at.Column, fact, remedy));

    private YamlNode? Child(string key)
    {
        asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
    }

    /// <summary>The entries of one shape; each of another shape is a problem, never dropped.</summary>
    private List<T> Entries<T>(string key, YamlSequenceNode list, string expected)
        where T : YamlNode
    {
        foreach (var other in list.Children.Where(item => item is not T))
        {
            Wrong<T?>($"{key}[{list.Children.IndexOf(other)}]", other, expected, null);
        }

        return [.. list.Children.OfType<T>()];
    }

    private T Wrong<T>(string key, YamlNode found, string expected, T instead)
    {
        problems.Add(new Problem("CF1203", file, (int)found.Start.Line, (int)found.Start.Column, $"「{key}」 is not {expected}.", $"Write {expected} here."));
        return instead;
    }
}
