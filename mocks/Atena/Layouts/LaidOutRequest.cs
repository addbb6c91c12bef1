using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary>A request in a target's own layout, read as far as it is needed to write it in ours.</summary>
internal sealed class LaidOutRequest
{
    // What a request says about itself and not about whom it looks for.
    private static readonly string[] AboutTheRequest =
        [AtenaItems.ProcessingMember, AtenaItems.MunicipalityMember, AtenaItems.BusinessMember, AtenaItems.OperatorMember, "dokujishisakushisutemutoid", "sosanengappi", "sosajikoku"];

    private readonly JsonObject members;

    private LaidOutRequest(JsonObject members) => this.members = members;

    public string? Text(string path) => MemberPath.Text(MemberPath.Get(members, path));

    /// <summary>Null where the body is no JSON object.</summary>
    public static LaidOutRequest? Read(MockRequest request)
    {
        if (request.Method is "GET" or "DELETE" && request.Body.Length == 0)
        {
            var query = new JsonObject();
            foreach (var pair in request.Query.Split('&', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = pair.Split('=', 2);
                MemberPath.Set(query, Decoded(parts[0]), parts.Length > 1 ? Decoded(parts[1]) : "");
            }

            return new LaidOutRequest(query);
        }

        try
        {
            if (!request.IsUtf8 || JsonNode.Parse(request.Body.TrimStart('\uFEFF')) is not JsonObject body)
            {
                return null;
            }

            // Read to the end: what is wrong inside shows only where it is read.
            _ = body.ToJsonString(JournalJson.Options);
            _ = MemberPath.Leaves(body).Count(leaf => MemberPath.Text(leaf.Value) is null);
            return new LaidOutRequest(body);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            // A member given twice, half a surrogate pair: ours says what it makes of that.
            return null;
        }
    }

    /// <param name="known">False where several calls share the path and the request is none of them.</param>
    public static MockRequest Translate(AtenaLayout layout, bool known, MockRequest request, LaidOutRequest? message)
    {
        var received = known ? AtenaCall.Processing(layout.Operation) : null;
        var operation = received is not null || !known ? AtenaOperations.Reception : layout.Operation;
        return request with
        {
            Method = "POST",
            Path = AtenaCall.All.First(call => call.Operation == operation).Path,
            Query = "",
            Body = message is null ? request.Body : message.InOurs(layout, received, PathTemplate.Match(layout.Path, request.Path)!).ToJsonString(JournalJson.Options),
        };
    }

    private JsonObject InOurs(AtenaLayout layout, string? processing, IReadOnlyDictionary<string, string> inPath)
    {
        var ours = layout.Items.ToDictionary(item => item.Value, item => AtenaItems.MemberOf(item.Key)!, StringComparer.Ordinal);
        var body = new JsonObject();
        var conditions = new JsonArray();
        var (list, match) = (layout.Conditions.In, layout.Conditions.Match);
        var wanted = match is not null && list is null && Text(match) == layout.Conditions.Partial ? "bubun" : "kanzen";
        foreach (var (path, value) in MemberPath.Leaves(members))
        {
            if (path == list)
            {
                conditions = Conditions(layout.Conditions, value, ours);
            }
            else if (!layout.When.ContainsKey(path) && !(list is null && path == match))
            {
                var member = ours.GetValueOrDefault(path, path);
                if (layout.Operation == AtenaOperations.Inquiry && list is null && !AboutTheRequest.Contains(member))
                {
                    conditions.Add(new JsonObject { ["komoku"] = member, ["chi"] = value?.DeepClone(), ["itchi"] = wanted });
                }
                else
                {
                    body[member] = value?.DeepClone();
                }
            }
        }

        foreach (var (item, value) in inPath)
        {
            body[AtenaItems.MemberOf(item)!] = value;
        }

        if (layout.Operation == AtenaOperations.Inquiry)
        {
            body["joken"] = conditions;
        }

        if (processing is not null)
        {
            body[AtenaItems.ProcessingMember] = processing;
        }

        return body;
    }

    // What cannot be read is handed on as it is: ours says what is wrong with it.
    private static JsonArray Conditions(AtenaConditionLayout layout, JsonNode? list, Dictionary<string, string> ours) => list is not JsonArray given ? [list?.DeepClone()]
        : [.. given.Select(condition => condition is not JsonObject ? condition?.DeepClone() : new JsonObject
        {
            ["komoku"] = MemberPath.Text(MemberPath.Get(condition, layout.Item)) is { } name ? ours.GetValueOrDefault(name, name) : null,
            ["chi"] = MemberPath.Get(condition, layout.Value)?.DeepClone(),
            ["itchi"] = layout.Match is null ? "kanzen" : MemberPath.Text(MemberPath.Get(condition, layout.Match)) switch
            {
                null => "kanzen",
                var kind when kind == layout.Exact => "kanzen",
                var kind when kind == layout.Partial => "bubun",
                var other => other,
            },
        })];

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
