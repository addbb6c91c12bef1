using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Drivers.Ui;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Conformance.Drivers.Profiles;

/// <summary>A mapping of the profile, read key by key; whatever is wrong goes to the problems, and a stand-in value comes back.</summary>
internal sealed partial class YamlMap
{
    private readonly YamlMappingNode _node;
    private readonly string _part;

    private YamlMap(YamlMappingNode node, string part, ProfileProblems problems)
    {
        _node = node;
        _part = part;
        Problems = problems;
    }

    public ProfileProblems Problems { get; }

    public SourcePosition At => ProfileProblems.Position(_node);

    /// <summary>The mapping, its unknown keys reported; null (and reported) where the node is none.</summary>
    public static YamlMap? Of(YamlNode node, string part, ProfileProblems problems)
    {
        if (node is not YamlMappingNode mapping)
        {
            problems.Add("CF5004", node, $"A mapping is expected here ({part}).", $"Its keys are: {string.Join(", ", ProfileGrammar.Keys[part])}.");
            return null;
        }

        var map = new YamlMap(mapping, part, problems);
        if (!ProfileGrammar.Open.Contains(part))
        {
            foreach (var (name, key, _) in map.Entries())
            {
                if (!ProfileGrammar.Keys[part].Contains(name))
                {
                    map.Unknown(key, name);
                }
            }
        }

        return map;
    }

    public void Unknown(YamlNode key, string name)
    {
        var keys = ProfileGrammar.Keys[_part];
        Problems.Add("CF5002", key, $"Unknown key \"{name}\".", $"Did you mean \"{LabelText.Nearest(name, keys)}\"? Known here: {string.Join(", ", keys)}.");
    }

    /// <summary>Entries whose key is not one of the part's own: exchanges, items.</summary>
    public IEnumerable<(string Name, YamlNode Key, YamlNode Value)> Others() =>
        Entries().Where(e => !ProfileGrammar.Keys[_part].Contains(e.Name));

    public YamlNode? Find(string key) => Entries().FirstOrDefault(e => e.Name == key).Value;

    public bool Has(string key) => Find(key) is not null;

    public YamlMap? Part(string key, string part, bool required = false)
    {
        if (Find(key) is { } node)
        {
            return Of(node, part, Problems);
        }

        if (required)
        {
            Missing(key);
        }

        return null;
    }

    /// <summary>Empty text (and reported) where a required one is missing.</summary>
    public string Text(string key) => Optional(key) ?? (Has(key) ? "" : Missing(key));

    public string? Optional(string key) => Find(key) is { } node ? TextOf(node, Placeholders.Kept.None) : null;

    public string OneOf(string key, string? fallback, params string[] allowed)
    {
        if (Find(key) is not { } node)
        {
            return fallback ?? Missing(key);
        }

        var text = TextOf(node, Placeholders.Kept.None) ?? "";
        if (!allowed.Contains(text))
        {
            Problems.Add("CF5005", node, $"\"{text}\" is not a value of {key}.", $"Use one of: {string.Join(", ", allowed)}.");
        }

        return text;
    }

    public TimeSpan Duration(string key, TimeSpan fallback)
    {
        if (Find(key) is not { } node)
        {
            return fallback;
        }

        var text = TextOf(node, Placeholders.Kept.None) ?? "";
        if (DurationText().Match(text) is { Success: true } match
            && double.TryParse(match.Groups[1].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and < 100000)
        {
            return match.Groups[2].Value switch
            {
                "ms" => TimeSpan.FromMilliseconds(number),
                "s" => TimeSpan.FromSeconds(number),
                _ => TimeSpan.FromMinutes(number),
            };
        }

        Problems.Add("CF5005", node, $"\"{text}\" is not a duration.", "Write a number and a unit: 500 ms, 30 s, 2 min.");
        return fallback;
    }

    public LateText? Late(string key, bool secret = false, bool required = false, Placeholders.Kept kept = Placeholders.Kept.None)
    {
        if (Find(key) is { } node)
        {
            return LateOf(node, key, secret, kept);
        }

        if (required)
        {
            Missing(key);
        }

        return null;
    }

    public LateText LateOf(YamlNode node, string key, bool secret, Placeholders.Kept kept = Placeholders.Kept.None)
    {
        var written = (node as YamlScalarNode)?.Value ?? "";
        var text = TextOf(node, kept | Placeholders.Kept.Environment) ?? "";
        if (secret && text.Length > 0 && !Placeholders.Placeholder().IsMatch(written))
        {
            Problems.Add("CF5006", node, $"A secret stands in the file ({key}).", "Put it into an environment variable and write ${env:NAME}.");
            written = Secrets.Mask;
        }

        var late = new LateText(written, text, secret, ProfileProblems.Position(node));
        Problems.LateTexts.Add(late);
        return late;
    }

    /// <summary>An absolute http or https address. What comes from the environment is checked when it is used.</summary>
    public LateText? Address(string key, bool required)
    {
        if (Late(key, required: required) is not { } late)
        {
            return null;
        }

        var node = Find(key)!;
        var text = TextOf(node, Placeholders.Kept.Environment, quiet: true) ?? "";
        if (!text.Contains("${", StringComparison.Ordinal)
            && !(Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            Problems.Add("CF5005", node, $"\"{text}\" is not an absolute http or https address.", "Write it like https://host.example:8443/path/.");
        }

        return late;
    }

    /// <summary>A list of texts; a single text counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlSequenceNode list:
                return [.. list.Children.Select(c => TextOf(c, Placeholders.Kept.None) ?? "")];
            case var node:
                return [TextOf(node, Placeholders.Kept.None) ?? ""];
        }
    }

    /// <summary>A mapping of names to texts; empty where there is none. <paramref name="nullable"/>: a value may be <c>~</c>.</summary>
    public IReadOnlyDictionary<string, string?> NamesOf(YamlNode? node, bool nullable, Placeholders.Kept kept = Placeholders.Kept.None)
    {
        var names = new Dictionary<string, string?>();
        if (node is null)
        {
            return names;
        }

        if (node is not YamlMappingNode mapping)
        {
            Problems.Add("CF5004", node, "A mapping of names is expected here.", "Write name: value.");
            return names;
        }

        foreach (var (name, _, value) in Entries(mapping))
        {
            names[name] = nullable && IsNull(value) ? null : TextOf(value, kept) ?? "";
        }

        return names;
    }

    public IReadOnlyDictionary<string, string> Names(string key, Placeholders.Kept kept = Placeholders.Kept.None) =>
        NamesOf(Find(key), nullable: false, kept).ToDictionary(p => p.Key, p => p.Value!);

    public string? TextOf(YamlNode node, Placeholders.Kept kept, bool quiet = false)
    {
        if (node is YamlScalarNode scalar && !IsNull(scalar))
        {
            var problems = quiet ? new ProfileProblems(Problems.File, Problems.Inputs) : Problems;
            return Placeholders.Expand(node, scalar.Value ?? "", kept, problems);
        }

        if (!quiet)
        {
            Problems.Add("CF5004", node, "A text is expected here.", "Write one value.");
        }

        return null;
    }

    public string Missing(string key)
    {
        Problems.Add("CF5003", _node, $"\"{key}\" is missing.", $"Add it to {(_part == "profile" ? "the profile" : _part)}.");
        return "";
    }

    public static bool IsNull(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" };

    public IEnumerable<(string Name, YamlNode Key, YamlNode Value)> Entries() => Entries(_node);

    public static IEnumerable<(string Name, YamlNode Key, YamlNode Value)> Entries(YamlMappingNode node) =>
        node.Children.Select(c => ((c.Key as YamlScalarNode)?.Value ?? "", c.Key, c.Value));

    [GeneratedRegex(@"^([0-9]+(?:\.[0-9]+)?) ?(ms|s|min)$", RegexOptions.CultureInvariant)]
    private static partial Regex DurationText();
}
