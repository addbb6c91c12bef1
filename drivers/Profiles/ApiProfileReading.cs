using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using YamlDotNet.RepresentationModel;

namespace Conformance.Drivers.Profiles;

/// <summary>Reads <c>api:</c>.</summary>
internal static partial class ApiProfileReading
{
    internal static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    public static ApiProfile Read(YamlMap map)
    {
        var problems = map.Problems;
        if (map.Has("proxy"))
        {
            map.OneOf("proxy", "none", "none");
        }

        var exchanges = new Dictionary<string, ApiExchange>();
        foreach (var (name, key, value) in map.Others())
        {
            if (ExchangeName.IsOne(name, key, map) && Exchange(name, key, value, problems) is { } exchange)
            {
                exchanges[name] = exchange;
            }
        }

        return new ApiProfile
        {
            Base = map.Address("base", required: true) ?? Nothing,
            Timeout = map.Duration("timeout", TimeSpan.FromSeconds(30)),
            Tls = TlsReading.Read(map),
            Direct = map.Has("proxy"),
            Auth = map.Part("auth", "auth", required: true) is { } auth ? Auth(auth) : new ApiAuth { Method = AuthMethod.None },
            Items = map.Names("items"),
            OpenApi = map.Optional("openapi"),
            UserAgent = map.Optional("user-agent"),
            Exchanges = exchanges,
        };
    }

    private static LateText Nothing => new("", "", secret: false, default);

    private static ApiAuth Auth(YamlMap map)
    {
        var word = map.OneOf("method", null, "client_secret_jwt", "client_secret_basic", "bearer", "basic", "none");
        var method = word switch
        {
            "client_secret_jwt" => AuthMethod.ClientSecretJwt,
            "client_secret_basic" => AuthMethod.ClientSecretBasic,
            "bearer" => AuthMethod.Bearer,
            "basic" => AuthMethod.Basic,
            _ => AuthMethod.None,
        };
        var oauth = method is AuthMethod.ClientSecretJwt or AuthMethod.ClientSecretBasic;
        var byHarness = map.Find("server") is YamlScalarNode { Value: "harness" };
        if (oauth && !map.Has("server"))
        {
            map.Missing("server");
        }

        return new ApiAuth
        {
            Method = method,
            ByHarness = byHarness,
            Server = byHarness ? null : map.Address("server", required: false),
            Client = map.Late("client", required: (oauth && !byHarness) || method == AuthMethod.Basic),
            Secret = map.Late("secret", secret: true, required: (oauth && !byHarness) || method is AuthMethod.Basic || (method == AuthMethod.Bearer && !byHarness)),
            Scopes = map.Names("scopes"),
            At = map.At,
        };
    }

    private static ApiExchange? Exchange(string name, YamlNode key, YamlNode value, ProfileProblems problems)
    {
        var at = ProfileProblems.Position(key);
        if (value is YamlScalarNode { Value: "standard" })
        {
            return new ApiExchange { Name = name, At = at, Standard = true };
        }

        if (value is not YamlMappingNode)
        {
            problems.Add("CF5004", value, $"{name} is neither \"standard\" nor a mapping.", "Write standard where the standard fixes the interface, else {post: /path, …}.");
            return null;
        }

        var map = YamlMap.Of(value, "apiExchange", problems)!;
        var standard = map.OneOf("standard", "false", "true", "false") == "true";
        var methods = Methods.Where(map.Has).ToList();
        if (methods.Count > 1 || (methods.Count == 0 && !standard))
        {
            problems.Add("CF5003", value, $"{name} has {(methods.Count == 0 ? "no" : "more than one")} method with a path.", "Write one of get, post, put, patch, delete, such as post: /path.");
        }

        if (map.Has("with") && map.Has("body"))
        {
            problems.Add("CF5005", map.Find("with")!, "with and body exclude each other.", "Put the members into the body.");
        }

        var headers = new Dictionary<string, LateText>();
        foreach (var (header, _, text) in map.Find("headers") is YamlMappingNode h ? YamlMap.Entries(h) : [])
        {
            headers[header] = map.LateOf(text, header, secret: false);
        }

        return new ApiExchange
        {
            Name = name,
            At = at,
            Standard = standard,
            Method = methods.FirstOrDefault()?.ToUpperInvariant(),
            Path = methods.Count > 0 ? map.Text(methods[0]) : null,
            Headers = headers,
            Scope = map.Optional("scope"),
            With = Template(map, "with") as JObject,
            Body = Template(map, "body"),
            Conditions = map.Part("conditions", "apiConditions") is { } conditions ? Conditions(conditions) : null,
            Items = map.Names("items"),
            Read = ReadPart(map.Part("read", "apiRead")),
            Files = map.Optional("files"),
            Refused = Refused(map.Part("refused", "apiRefused")),
        };
    }

    private static JToken? Template(YamlMap map, string key)
    {
        if (map.Find(key) is not { } node)
        {
            return null;
        }

        if (node is not YamlMappingNode)
        {
            map.Problems.Add("CF5004", node, $"{key} is not a mapping.", "Write the members of the JSON object.");
            return null;
        }

        return YamlJson.Convert(node, scalar => Placeholders.Expand(scalar, scalar.Value ?? "", Placeholders.Kept.Call, map.Problems));
    }

    internal static ConditionLayout Conditions(YamlMap map)
    {
        var preset = new ConditionLayout();
        return new ConditionLayout
        {
            In = map.Optional("in"),
            Item = map.Optional("item") ?? preset.Item,
            Value = map.Optional("value") ?? preset.Value,
            Match = map.Optional("match"),
            Exact = map.Optional("exact") ?? preset.Exact,
            Partial = map.Optional("partial"),
        };
    }

    private static ApiRead ReadPart(YamlMap? map)
    {
        if (map is null)
        {
            return new ApiRead();
        }

        var items = new Dictionary<string, string>(map.Names("items"));
        foreach (var (name, key, value) in map.Others())
        {
            if (AsciiWord().IsMatch(name) && value is not YamlScalarNode { Value: ['$', ..] })
            {
                map.Unknown(key, name);
            }
            else
            {
                items[name] = map.TextOf(value, Placeholders.Kept.None) ?? "";
            }
        }

        foreach (var (_, path) in items)
        {
            CheckPath(map, map.At, path.StartsWith('$') ? path : null);
        }

        CheckPath(map, map.At, map.Optional("records"));
        return new ApiRead { Records = map.Optional("records"), Items = items };
    }

    internal static ApiRefusal Refused(YamlMap? map)
    {
        var preset = new ApiRefusal();
        if (map is null)
        {
            return preset;
        }

        var status = new List<int>();
        foreach (var text in map.Texts("status"))
        {
            if (int.TryParse(text, out var number) && number is >= 200 and <= 599)
            {
                status.Add(number);
            }
            else
            {
                map.Problems.Add("CF5005", map.Find("status")!, $"\"{text}\" is not an HTTP status.", "Write a number from 200 to 599.");
            }
        }

        CheckPath(map, map.At, map.Optional("errors"));
        return new ApiRefusal
        {
            Status = status,
            Errors = map.Optional("errors") ?? preset.Errors,
            Code = map.Optional("code") ?? preset.Code,
            Message = map.Optional("message") ?? preset.Message,
        };
    }

    private static void CheckPath(YamlMap map, SourcePosition at, string? path)
    {
        try
        {
            _ = path is null ? null : new JObject().SelectTokens(path).Count().ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (JsonException e)
        {
            map.Problems.Add("CF5014", at, $"\"{path}\" is not a JSONPath: {e.Message}", "Write it like $.result[*].");
        }
    }

    [GeneratedRegex("^[a-z-]+$", RegexOptions.CultureInvariant)]
    internal static partial Regex AsciiWord();
}
