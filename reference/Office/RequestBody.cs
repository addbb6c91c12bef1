using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Office;

/// <summary>The body of a call: a flat JSON object of texts. A list of objects is taken as numbered items (<c>jido</c> as <c>jido1_…</c>).</summary>
internal static class RequestBody
{
    /// <exception cref="WorkRefusedException">E0400: no JSON object; E0002: a member that is neither text nor number.</exception>
    public static async Task<Row> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var row = new Row();
        if (HttpMethods.IsGet(request.Method))
        {
            foreach (var (name, value) in request.Query)
            {
                row[name] = value.ToString();
            }

            return row;
        }

        try
        {
            if (await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken) is not JsonObject body)
            {
                throw new WorkRefusedException("E0400", "リクエストはJSONのオブジェクトで設定してください。");
            }

            Flatten(body, row);
            return row;
        }
        catch (JsonException)
        {
            throw new WorkRefusedException("E0400", "リクエストがJSONではありません。");
        }
        catch (ArgumentException)
        {
            // The lazy JSON object found one member twice.
            throw new WorkRefusedException("E0400", "リクエストに同じ項目が重複しています。");
        }
    }

    /// <summary>Takes the members of an object into a record.</summary>
    /// <exception cref="WorkRefusedException">E0002.</exception>
    public static void Flatten(JsonObject body, Row row)
    {
        foreach (var (name, value) in body)
        {
            switch (value?.GetValueKind())
            {
                case null:
                    row[name] = "";
                    break;
                case JsonValueKind.String or JsonValueKind.Number:
                    row[name] = value.ToString();
                    break;
                case JsonValueKind.Array when value.AsArray().All(element => element is JsonObject):
                    List(name, value.AsArray(), row);
                    break;
                case JsonValueKind.Array when value.AsArray().All(element => element is JsonValue):
                    row[name] = string.Join(',', value.AsArray().Select(element => element!.ToString()));
                    break;
                default:
                    throw new WorkRefusedException("E0002", $"{name}は文字列で設定してください。");
            }
        }
    }

    private static void List(string name, JsonArray list, Row row)
    {
        for (var i = 0; i < list.Count; i++)
        {
            foreach (var (member, value) in list[i]!.AsObject())
            {
                var rest = member.StartsWith(name + "_", StringComparison.Ordinal) ? member[(name.Length + 1)..] : member;
                row[$"{name}{i + 1}_{rest}"] = value?.ToString() ?? "";
            }
        }
    }
}
