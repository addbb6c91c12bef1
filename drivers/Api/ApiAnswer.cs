using System.Text;
using Conformance.Drivers.Profiles;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Conformance.Drivers.Api;

/// <summary>Reads what the product answered.</summary>
internal static class ApiAnswer
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ProfileMismatchException">The answer is not what the profile describes, and no interface of the standard binds it.</exception>
    public static Observation Read(ApiOperation operation, int status, string? mediaType, byte[] body)
    {
        var outcome = OutcomeOf(operation.Exchange.Refused, status);
        if (outcome == Outcome.Accepted && operation.Definition is not { Binding: true } && mediaType is not null && !IsText(mediaType))
        {
            return new Observation { Outcome = outcome, Status = status, Documents = [new Document(operation.Exchange.Name, mediaType, body)] };
        }

        var deviations = new List<string>();
        var json = Json(mediaType, body, deviations, outcome == Outcome.Failed);
        if (operation.Definition is not { Binding: true })
        {
            if (json is null && outcome is Outcome.Accepted)
            {
                throw new ProfileMismatchException($"{operation.Exchange.Name}: {deviations.FirstOrDefault() ?? "the answer is empty"}.");
            }

            deviations.Clear();
        }
        else
        {
            Compare(operation.Definition, status, json, outcome, deviations);
        }

        return new Observation
        {
            Outcome = outcome,
            Status = status,
            SchemaErrors = deviations,
            Records = json is not null && outcome == Outcome.Accepted ? Records(operation, json) : [],
            Errors = json is not null && outcome != Outcome.Accepted ? Errors(operation.Exchange.Refused, json) : [],
        };
    }

    // Anything else than a document is to be JSON, and is told about where it is not.
    private static bool IsText(string mediaType) =>
        mediaType is "application/json" or "application/xml" || mediaType.EndsWith("+json", StringComparison.Ordinal) || mediaType.EndsWith("+xml", StringComparison.Ordinal)
        || (mediaType.StartsWith("text/", StringComparison.Ordinal) && mediaType != "text/csv");

    /// <summary>A JSON value as text: strings as they are, null as null, anything structured as JSON.</summary>
    public static string? Text(JToken token) => token.Type switch
    {
        JTokenType.Null or JTokenType.Undefined => null,
        JTokenType.String => token.Value<string>(),
        _ => token.ToString(Formatting.None),
    };

    private static Outcome OutcomeOf(ApiRefusal refused, int status) => status switch
    {
        _ when refused.Status.Contains(status) => Outcome.Refused,
        401 => Outcome.Unauthorised,
        >= 200 and < 300 => Outcome.Accepted,
        >= 400 and < 500 => Outcome.Refused,
        _ => Outcome.Failed,
    };

    // 5xx of timeouts and maintenance need not be JSON (住登外者宛名番号付番API仕様, リクエスト_API仕様, 留意事項).
    private static JToken? Json(string? mediaType, byte[] body, List<string> deviations, bool mayBeOther)
    {
        if (mediaType is null || !(mediaType == "application/json" || mediaType.EndsWith("+json", StringComparison.Ordinal)))
        {
            if (!mayBeOther)
            {
                deviations.Add($"Content-Type: application/json required, {mediaType ?? "none"} found");
            }
        }

        try
        {
            using var reader = new JsonTextReader(new StringReader(StrictUtf8.GetString(body).TrimStart('\uFEFF')))
            {
                DateParseHandling = DateParseHandling.None,
                FloatParseHandling = FloatParseHandling.Decimal,
            };
            var json = JToken.Load(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
            return reader.Read() ? throw new JsonReaderException("Something follows the end of the value.") : json;
        }
        catch (DecoderFallbackException)
        {
            deviations.Add("body: UTF-8 required, other bytes found");
        }
        catch (JsonException e)
        {
            if (!mayBeOther)
            {
                deviations.Add("body: JSON required: " + e.Message);
            }
        }

        return null;
    }

    private static void Compare(InterfaceDefinition definition, int status, JToken? json, Outcome outcome, List<string> deviations)
    {
        var key = status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (!definition.Responses.TryGetValue(key, out var schema)
            && !definition.Responses.TryGetValue(key[..1] + "XX", out schema)
            && !definition.Responses.TryGetValue("default", out schema))
        {
            if (outcome != Outcome.Failed)
            {
                deviations.Add($"status: the interface describes {string.Join(", ", definition.Responses.Keys)}, {status} found");
            }

            return;
        }

        if (json is not null && schema is not null)
        {
            deviations.AddRange(SchemaCheck.Check(json, schema, definition.Document));
        }
    }

    private static List<IReadOnlyDictionary<string, string?>> Records(ApiOperation operation, JToken json)
    {
        var path = operation.Records;
        var holder = path.EndsWith("[*]", StringComparison.Ordinal) ? json.SelectToken(path[..^3]) : null;
        var rows = json.SelectTokens(path).ToList();
        if (rows.Count == 0 && path.EndsWith("[*]", StringComparison.Ordinal) && holder is null && operation.Definition is not { Binding: true })
        {
            throw new ProfileMismatchException(
                $"{operation.Exchange.Name}: there is no {path[..^3]} in the answer; it has {(json is JObject o ? string.Join(", ", o.Properties().Select(p => p.Name)) : json.Type.ToString())}.");
        }

        var fromRoot = operation.Exchange.Read.Items.Where(i => i.Value.StartsWith('$')).ToList();
        if (rows.Count == 0 && fromRoot.Count > 0)
        {
            rows.Add(new JObject());
        }

        return [.. rows.OfType<JObject>().Select(row => Record(operation, row, json, fromRoot))];
    }

    private static Dictionary<string, string?> Record(ApiOperation operation, JObject row, JToken json, List<KeyValuePair<string, string>> fromRoot)
    {
        var record = new Dictionary<string, string?>();
        foreach (var member in row.Properties())
        {
            record[operation.Item(member.Name)] = Text(member.Value);
        }

        foreach (var (item, field) in operation.Exchange.Read.Items.Where(i => !i.Value.StartsWith('$') && i.Value.Contains('.', StringComparison.Ordinal)))
        {
            if (row.SelectToken(field) is { } inner)
            {
                record[item] = Text(inner);
            }
        }

        foreach (var (item, path) in fromRoot)
        {
            record[item] = json.SelectToken(path) is { } found
                ? Text(found)
                : throw new ProfileMismatchException($"{operation.Exchange.Name}: there is no {path} (「{item}」) in the answer.");
        }

        return record;
    }

    private static List<RefusalError> Errors(ApiRefusal refused, JToken json)
    {
        var errors = json.SelectTokens(refused.Errors).Select(e => e is JObject o
            ? new RefusalError(Inner(o, refused.Code), Inner(o, refused.Message) ?? "")
            : new RefusalError(null, Text(e) ?? "")).ToList();
        if (errors.Count == 0 && json is JObject whole && (Inner(whole, refused.Message) ?? Inner(whole, "detail")) is { } message)
        {
            errors.Add(new RefusalError(Inner(whole, refused.Code), message));
        }

        return errors;
    }

    private static string? Inner(JObject error, string path) => error.SelectToken(path) is { } found ? Text(found) : null;
}
