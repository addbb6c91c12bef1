using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Reference.Atena;

/// <summary>The JSON object that a client sent.</summary>
/// <param name="Values">Members that are texts; a member that is null counts as absent.</param>
/// <param name="Whole">The object as it came.</param>
/// <param name="Refusals">What is wrong with its form.</param>
internal sealed record RequestBody(IReadOnlyDictionary<string, string> Values, JsonObject Whole, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Reads the body; members named in <paramref name="structured"/> are no texts.</summary>
    public static async Task<RequestBody> ReadAsync(HttpRequest request, IReadOnlyCollection<string> structured, CancellationToken cancellation)
    {
        JsonObject? whole = null;
        try
        {
            whole = await JsonNode.ParseAsync(request.Body, cancellationToken: cancellation) as JsonObject;

            // Members are read lazily: a name that occurs twice shows only now.
            _ = whole?.Count;
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException)
        {
            whole = null;
        }

        if (whole is null)
        {
            return new RequestBody(new Dictionary<string, string>(), [], [Refusal.Characters("リクエスト", "JSON形式")]);
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var refusals = new List<Refusal>();
        foreach (var (name, node) in whole)
        {
            if (node is not null && Text(node) is { } text)
            {
                values[name] = text;
            }
            else if (node is not null && !structured.Contains(name))
            {
                refusals.Add(Refusal.Characters(Items.Find(name)?.Label ?? name, "文字列"));
            }
        }

        return new RequestBody(values, whole, refusals);
    }

    /// <summary>The text that a node holds, or null where it holds something else or half of a surrogate pair.</summary>
    public static string? Text(JsonNode node)
    {
        try
        {
            return node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The text of a member; empty where it is absent.</summary>
    public string this[string name] => Values.GetValueOrDefault(name, "");
}
