using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Conformance.Drivers.Api;

/// <summary>
/// Compares a JSON value with a schema of OpenAPI 3.0 (a dialect of JSON Schema Wright draft 00 with <c>nullable</c>). Lengths count
/// characters (code points), not UTF-16 units. Members that a schema does not name are allowed unless it forbids them.
/// </summary>
public static class SchemaCheck
{
    /// <summary>Deviations, each with the place (<c>$.result[0].atenabango</c>), what is required and what is there; empty where it fits.</summary>
    /// <param name="document">In which <c>$ref</c> (<c>#/…</c>) is looked up.</param>
    public static IReadOnlyList<string> Check(JToken value, JObject schema, JObject document)
    {
        var found = new List<string>();
        Check(value, schema, document, "$", found);
        return found;
    }

    internal static JToken? Follow(JObject document, JToken? token)
    {
        // A chain of references longer than this is a circle.
        for (var i = 0; i < 32 && token is JObject o && o["$ref"]?.ToString() is ['#', '/', ..] reference; i++)
        {
            token = document;
            foreach (var part in reference[2..].Split('/'))
            {
                token = token?[part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)];
            }
        }

        return token;
    }

    private static void Check(JToken value, JToken? reference, JObject document, string at, List<string> found)
    {
        if (Follow(document, reference) is not JObject schema)
        {
            return;
        }

        foreach (var part in schema["allOf"] as JArray ?? [])
        {
            Check(value, part, document, at, found);
        }

        Choice(value, schema, "anyOf", document, at, found, fits => fits >= 1);
        Choice(value, schema, "oneOf", document, at, found, fits => fits == 1);
        if (value.Type == JTokenType.Null)
        {
            if (schema.Value<string>("type") is not null && schema.Value<bool?>("nullable") != true)
            {
                found.Add($"{at}: null is not allowed");
            }

            return;
        }

        if (schema.Value<string>("type") is { } type && !HasType(value, type))
        {
            found.Add($"{at}: {type} required, {Show(value)} found");
            return;
        }

        if (schema["enum"] is JArray allowed && !allowed.Any(a => JToken.DeepEquals(a, value)))
        {
            found.Add($"{at}: one of {string.Join(", ", allowed.Select(Show))} required, {Show(value)} found");
        }

        switch (value)
        {
            case JObject members:
                CheckMembers(members, schema, document, at, found);
                break;
            case JArray list:
                Count(list.Count, "minItems", "maxItems", "elements", schema, at, found);
                for (var i = 0; i < list.Count; i++)
                {
                    Check(list[i], schema["items"], document, Invariant($"{at}[{i}]"), found);
                }

                break;
            case JValue { Type: JTokenType.String } text:
                CheckText(text.Value<string>()!, schema, at, found);
                break;
            case JValue { Type: JTokenType.Integer or JTokenType.Float } number:
                CheckNumber(number, schema, at, found);
                break;
        }
    }

    private static void Choice(JToken value, JObject schema, string key, JObject document, string at, List<string> found, Func<int, bool> enough)
    {
        if (schema[key] is JArray choices)
        {
            var fits = choices.Count(c =>
            {
                var own = new List<string>();
                Check(value, c, document, at, own);
                return own.Count == 0;
            });
            if (!enough(fits))
            {
                found.Add($"{at}: fits {fits} of the {choices.Count} alternatives ({key})");
            }
        }
    }

    private static void CheckMembers(JObject members, JObject schema, JObject document, string at, List<string> found)
    {
        foreach (var name in (schema["required"] as JArray ?? []).Select(n => n.ToString()))
        {
            if (!members.ContainsKey(name))
            {
                found.Add($"{at}: member {name} is missing");
            }
        }

        var named = schema["properties"] as JObject ?? [];
        foreach (var member in members.Properties())
        {
            if (named[member.Name] is { } own)
            {
                Check(member.Value, own, document, at + "." + member.Name, found);
            }
            else if (schema["additionalProperties"] is JValue { Value: false })
            {
                found.Add($"{at}: member {member.Name} is not allowed");
            }
            else if (schema["additionalProperties"] is JObject other)
            {
                Check(member.Value, other, document, at + "." + member.Name, found);
            }
        }
    }

    private static void CheckText(string text, JObject schema, string at, List<string> found)
    {
        Count(text.EnumerateRunes().Count(), "minLength", "maxLength", "characters", schema, at, found);
        if (schema.Value<string>("pattern") is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.ECMAScript | RegexOptions.CultureInvariant))
        {
            found.Add($"{at}: pattern {pattern} required, {Show(new JValue(text))} found");
        }

        var formatted = schema.Value<string>("format") switch
        {
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _),
            _ => true,
        };
        if (!formatted)
        {
            found.Add($"{at}: {schema.Value<string>("format")} required, {Show(new JValue(text))} found");
        }
    }

    private static void CheckNumber(JValue value, JObject schema, string at, List<string> found)
    {
        // Beyond what a decimal holds, the sign is all that matters for a limit.
        var number = value.Value is BigInteger big ? big.Sign * decimal.MaxValue : Convert.ToDecimal(value.Value, CultureInfo.InvariantCulture);
        if (schema.Value<decimal?>("minimum") is { } least && number < least)
        {
            found.Add(Invariant($"{at}: at least {least} required, {number} found"));
        }

        if (schema.Value<decimal?>("maximum") is { } most && number > most)
        {
            found.Add(Invariant($"{at}: at most {most} allowed, {number} found"));
        }
    }

    private static void Count(int count, string least, string most, string what, JObject schema, string at, List<string> found)
    {
        if (schema.Value<int?>(least) is { } min && count < min)
        {
            found.Add(Invariant($"{at}: at least {min} {what} required, {count} found"));
        }

        if (schema.Value<int?>(most) is { } max && count > max)
        {
            found.Add(Invariant($"{at}: at most {max} {what} allowed, {count} found"));
        }
    }

    private static bool HasType(JToken value, string type) => type switch
    {
        "object" => value.Type == JTokenType.Object,
        "array" => value.Type == JTokenType.Array,
        "string" => value.Type == JTokenType.String,
        "boolean" => value.Type == JTokenType.Boolean,
        "integer" => value.Type == JTokenType.Integer,
        "number" => value.Type is JTokenType.Integer or JTokenType.Float,
        _ => true,
    };

    private static string Show(JToken value)
    {
        var text = value.ToString(Newtonsoft.Json.Formatting.None);
        return text.Length <= 80 ? text : text[..80] + "…";
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
