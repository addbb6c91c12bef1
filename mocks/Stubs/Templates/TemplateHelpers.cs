using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using HandlebarsDotNet;
using Newtonsoft.Json.Linq;

namespace Conformance.Mocks;

/// <summary>The helpers that templates for WireMock use most.</summary>
internal static class TemplateHelpers
{
    public static void Register(IHandlebars engine, TimeProvider time)
    {
        Text(engine, "trim", text => text.Trim());
        Text(engine, "upper", text => text.ToUpperInvariant());
        Text(engine, "lower", text => text.ToLowerInvariant());
        Text(engine, "capitalize", Capitalised);
        Text(engine, "urlEncode", text => System.Net.WebUtility.UrlEncode(text));
        Value(engine, "base64", (first, hash) => Flag(hash, "decode")
            ? Encoding.UTF8.GetString(Convert.FromBase64String(first))
            : Convert.ToBase64String(Encoding.UTF8.GetBytes(first)));
        engine.RegisterHelper("jsonPath", (_, arguments) => JsonPath(arguments)!);
        engine.RegisterHelper("now", (_, arguments) => Now(time, arguments.Hash));
        engine.RegisterHelper("randomValue", (_, arguments) => Random(arguments.Hash));
        engine.RegisterHelper("randomInt", (_, arguments) => RandomNumberGenerator.GetInt32(
            Number(arguments.Hash, "lower", 0), Number(arguments.Hash, "upper", int.MaxValue)).ToString(CultureInfo.InvariantCulture));
        engine.RegisterHelper("size", (_, arguments) => Size(arguments.Length > 0 ? arguments[0] : null));
        engine.RegisterHelper("join", (_, arguments) => Join(arguments));
        engine.RegisterHelper("regexExtract", (_, arguments) => Extract(arguments));
        engine.RegisterHelper("math", (_, arguments) => Calculate(arguments));
        Condition(engine, "eq", (left, right) => left == right);
        Condition(engine, "neq", (left, right) => left != right);
        Condition(engine, "contains", (left, right) => left.Contains(right, StringComparison.Ordinal));
        Condition(engine, "matches", (left, right) => Regex.IsMatch(left, $@"\A(?:{right})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
    }

    private static void Text(IHandlebars engine, string name, Func<string, string> of) => Value(engine, name, (text, _) => of(text));

    private static void Value(IHandlebars engine, string name, Func<string, IReadOnlyDictionary<string, object?>, object?> of) =>
        engine.RegisterHelper(name, (_, arguments) => of(Shown(arguments, 0), arguments.Hash)!);

    /// <summary>Both <c>{{#if (eq a b)}}</c> and <c>{{#eq a b}} … {{else}} … {{/eq}}</c>.</summary>
    private static void Condition(IHandlebars engine, string name, Func<string, string, bool> holds)
    {
        engine.RegisterHelper(name, (_, arguments) => holds(Shown(arguments, 0), Shown(arguments, 1)));
        engine.RegisterHelper(name, (output, options, context, arguments) =>
        {
            if (holds(Shown(arguments, 0), Shown(arguments, 1)))
            {
                options.Template(output, context);
            }
            else
            {
                options.Inverse(output, context);
            }
        });
    }

    private static string Shown(Arguments arguments, int index) =>
        index < arguments.Length && arguments[index] is { } value and not UndefinedBindingResult ? Shown(value) : "";

    private static string Shown(object value) => value is bool truth ? truth ? "true" : "false" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string Capitalised(string text) => string.Join(' ', text.Split(' ').Select(word => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    private static object? JsonPath(Arguments arguments)
    {
        if (StubRequest.ParseToken(Shown(arguments, 0)) is not { } root)
        {
            return "";
        }

        var found = root.SelectTokens(Shown(arguments, 1)).ToList();
        return found switch
        {
            [] => arguments.Hash.TryGetValue("default", out var fallback) ? fallback : "",
            [var one] => Plain(one) ?? "",
            _ => found.Select(Plain).ToList(),
        };
    }

    /// <summary>Lists and objects stay what they are, so that a template can go through them.</summary>
    private static object? Plain(JToken token) => token switch
    {
        JArray list => list.Select(Plain).ToList(),
        JObject json => json.Properties().ToDictionary(member => member.Name, member => Plain(member.Value)),
        _ => JsonPathPattern.Text(token),
    };

    private static string Now(TimeProvider time, IReadOnlyDictionary<string, object?> hash)
    {
        var now = time.GetUtcNow();
        if (Given(hash, "offset") is { } offset && offset.Split(' ') is [var count, var unit]
            && int.TryParse(count, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var by))
        {
            now = unit switch
            {
                "seconds" => now.AddSeconds(by),
                "minutes" => now.AddMinutes(by),
                "hours" => now.AddHours(by),
                "days" => now.AddDays(by),
                "months" => now.AddMonths(by),
                "years" => now.AddYears(by),
                _ => throw new FormatException($"offset '{offset}' is no number and unit such as '3 days'."),
            };
        }

        return Given(hash, "format") switch
        {
            null => now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            "epoch" => now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            "unix" => now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            // Java and .NET agree on the usual letters.
            var format => now.ToString(format.Replace("XXX", "zzz", StringComparison.Ordinal), CultureInfo.InvariantCulture),
        };
    }

    private static string Random(IReadOnlyDictionary<string, object?> hash)
    {
        var length = Number(hash, "length", 36);
        var letters = Given(hash, "type") switch
        {
            "UUID" => null,
            "NUMERIC" => "0123456789",
            "ALPHABETIC" => "abcdefghijklmnopqrstuvwxyz",
            "HEXADECIMAL" => "0123456789abcdef",
            _ => "abcdefghijklmnopqrstuvwxyz0123456789",
        };
        var text = letters is null ? new Guid(RandomNumberGenerator.GetBytes(16)).ToString() : RandomNumberGenerator.GetString(letters, length);
        return Flag(hash, "uppercase") ? text.ToUpperInvariant() : text;
    }

    private static string Size(object? value) => (value switch
    {
        string text => text.Length,
        System.Collections.ICollection many => many.Count,
        _ => 0,
    }).ToString(CultureInfo.InvariantCulture);

    private static string Join(Arguments arguments) => arguments.Length > 1 && arguments[0] is System.Collections.IEnumerable many and not string
        ? string.Join(Shown(arguments, 1), many.Cast<object>().Select(Shown))
        : string.Join(Shown(arguments, arguments.Length - 1), Enumerable.Range(0, Math.Max(0, arguments.Length - 1)).Select(i => Shown(arguments, i)));

    private static string Extract(Arguments arguments)
    {
        var match = Regex.Match(Shown(arguments, 0), Shown(arguments, 1), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return match.Success ? match.Value : Given(arguments.Hash, "default") ?? "";
    }

    private static string Calculate(Arguments arguments)
    {
        var (left, right) = (decimal.Parse(Shown(arguments, 0), CultureInfo.InvariantCulture), decimal.Parse(Shown(arguments, 2), CultureInfo.InvariantCulture));
        var result = Shown(arguments, 1) switch
        {
            "+" => left + right,
            "-" => left - right,
            "*" => left * right,
            "/" => left / right,
            "%" => left % right,
            var other => throw new FormatException($"'{other}' is none of + - * / %."),
        };
        return result.ToString("0.#########", CultureInfo.InvariantCulture);
    }

    private static string? Given(IReadOnlyDictionary<string, object?> hash, string name) => hash.TryGetValue(name, out var value) && value is not null ? Shown(value) : null;

    private static bool Flag(IReadOnlyDictionary<string, object?> hash, string name) => Given(hash, name) == "true";

    private static int Number(IReadOnlyDictionary<string, object?> hash, string name, int fallback) =>
        Given(hash, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : fallback;
}
