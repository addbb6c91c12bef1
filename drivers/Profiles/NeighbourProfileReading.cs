using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Conformance.Drivers.Profiles;

/// <summary>Reads <c>neighbours:</c>.</summary>
internal static partial class NeighbourProfileReading
{
    private const string Files = "オブジェクトストレージ";

    public static NeighbourProfile Read(YamlMap map)
    {
        var systems = new Dictionary<string, IReadOnlyList<NeighbourExchange>>();
        var observed = new Dictionary<string, ObservedSystem>();
        string? drop = null;
        foreach (var (name, _, value) in map.Others())
        {
            if (YamlMap.Of(value, "neighbour", map.Problems) is { } system)
            {
                if (system.Part("observed", "observed") is { } real && Observed(real) is { } there)
                {
                    observed[name] = there;
                }

                if (system.Has("file-drop") && name != Files)
                {
                    map.Problems.Add("CF5005", system.Find("file-drop")!, $"「{name}」 exchanges no files with the product.", $"Files go through 「{Files}」: {Files}: {{file-drop: DIR}}.");
                }

                drop = system.Optional("file-drop") is { } folder ? Folder(system, folder) : drop;
                if (!system.Others().Any() && (system.Has("observed") || system.Has("file-drop")))
                {
                    continue;
                }

                systems[name] = [.. system.Others().Select(call => Exchange(call.Name, call.Key, call.Value, map.Problems)).OfType<NeighbourExchange>()];
            }
        }

        return new NeighbourProfile
        {
            Host = map.Optional("host"),
            Port = Port(map),
            Address = Address(map),
            Systems = systems,
            Observed = observed,
            FileDrop = drop,
        };
    }

    private static ObservedSystem? Observed(YamlMap map)
    {
        if (!Uri.TryCreate(map.Text("at"), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            map.Problems.Add("CF5005", map.At, "An observed system needs its own address.", "Write it like at: https://jumin.example/.");
            return null;
        }

        foreach (var path in map.Texts("paths").Where(path => !path.StartsWith('/')))
        {
            map.Problems.Add("CF5005", map.Find("paths")!, $"\"{path}\" is no beginning of a path.", "Write it like /jumin/.");
        }

        return new ObservedSystem(address, map.Texts("paths"));
    }

    private static string Folder(YamlMap map, string folder)
    {
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(map.Problems.File))!, folder));
        if (!Directory.Exists(path))
        {
            map.Problems.Add("CF5010", map.Find("file-drop")!, $"There is no folder {path}.", "Give one that the product and the harness both reach, relative to the profile.");
        }

        return path;
    }

    private static int? Port(YamlMap map)
    {
        if (map.Optional("port") is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535)
        {
            return port;
        }

        map.Problems.Add("CF5005", map.Find("port")!, $"\"{text}\" is no port.", "Write a number up to 65535; 0 for a free one.");
        return null;
    }

    private static Uri? Address(YamlMap map)
    {
        if (map.Optional("url") is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.AbsolutePath == "/")
        {
            return address;
        }

        map.Problems.Add("CF5005", map.Find("url")!, $"\"{text}\" is not an absolute http or https address without a path.", "Write it like http://harness.example:8031/.");
        return null;
    }

    private static NeighbourExchange? Exchange(string name, YamlNode key, YamlNode value, ProfileProblems problems)
    {
        if (YamlMap.Of(value, "neighbourExchange", problems) is not { } map)
        {
            return null;
        }

        var methods = ApiProfileReading.Methods.Where(map.Has).ToList();
        if (methods.Count != 1)
        {
            problems.Add("CF5003", value, $"{name} has {(methods.Count == 0 ? "no" : "more than one")} method with a path.", "Write one of get, post, put, patch, delete, such as post: /path.");
        }

        var answer = map.Part("answer", "neighbourAnswer");
        var refused = map.Has("refused") ? ApiProfileReading.Refused(map.Part("refused", "apiRefused")) : null;
        return new NeighbourExchange
        {
            Name = name,
            At = ProfileProblems.Position(key),
            Method = methods.FirstOrDefault()?.ToUpperInvariant() ?? "POST",
            Path = methods.Count > 0 ? map.Text(methods[0]) : "/",
            Scope = map.Optional("scope"),
            When = map.Names("when"),
            Items = Members(map, "items"),
            Conditions = map.Part("conditions", "apiConditions") is { } conditions ? ApiProfileReading.Conditions(conditions) : null,
            Records = answer is null ? null : Plain(answer, "records", answer.Optional("records")),
            With = answer?.Names("with") ?? new Dictionary<string, string>(),
            AnswerItems = answer is null ? new Dictionary<string, string>() : Members(answer, "items"),
            Refused = refused is null ? null : refused with { Errors = Plain(map, "refused", refused.Errors) ?? "errors" },
        };
    }

    private static Dictionary<string, string> Members(YamlMap map, string key) =>
        map.Names(key).ToDictionary(item => item.Key, item => Plain(map, key, item.Value) ?? item.Value);

    // An answer is written here and not searched, so only a path that names one place will do.
    private static string? Plain(YamlMap map, string key, string? path)
    {
        if (path is null)
        {
            return null;
        }

        var plain = path.StartsWith('$') ? path[1..].TrimStart('.') : path;
        plain = plain.EndsWith("[*]", StringComparison.Ordinal) ? plain[..^3] : plain;
        if (!PlainPath().IsMatch(plain))
        {
            map.Problems.Add("CF5014", map.Find(key)!, $"\"{path}\" does not name one member.", "Write it like name, person.name or $.data.list[*].");
        }

        return plain;
    }

    [GeneratedRegex(@"^([^.$\[\]*]+(\.[^.$\[\]*]+)*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainPath();
}
