using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary>The JSON object in a request, or why there is none.</summary>
/// <param name="Members">Top-level members; what is no string, number, boolean or null is kept as JSON text.</param>
/// <param name="Reason">Null where the body is an object.</param>
internal sealed record JsonBody(IReadOnlyDictionary<string, string?> Members, JsonObject? Object, string? Reason)
{
    private static readonly Dictionary<string, string?> None = [];

    public string? this[string member] => Members.GetValueOrDefault(member);

    public static JsonBody Read(MockRequest request)
    {
        if (!request.IsUtf8)
        {
            return new JsonBody(None, null, "The body is not UTF-8.");
        }

        try
        {
            using var document = JsonDocument.Parse(request.Body.TrimStart('\uFEFF'));
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return new JsonBody(None, null, $"The body is JSON, but {document.RootElement.ValueKind} instead of an object.");
            }

            var members = new Dictionary<string, string?>(StringComparer.Ordinal);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                members[member.Name] = Text(member.Value);
            }

            return new JsonBody(members, JsonObject.Create(document.RootElement.Clone()), null);
        }
        catch (JsonException broken)
        {
            return new JsonBody(None, null, $"The body is not JSON: line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}.");
        }
        catch (InvalidOperationException)
        {
            // An escape such as \ud800 alone, which no UTF-8 text can hold.
            return new JsonBody(None, null, "The body has a string that is no text (half of a surrogate pair).");
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
