using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary>One of our answers, in the layout of a target.</summary>
internal static class LaidOutAnswer
{
    public static MockAnswer Of(AtenaLayout layout, MockAnswer answer)
    {
        if (Parsed(answer.Body) is not JsonObject ours)
        {
            return answer;
        }

        return answer.Status switch
        {
            200 when ours["result"] is JsonArray records => answer with { Body = Success(layout, ours, records).ToJsonString(JournalJson.Options) },
            400 when ours["errors"] is JsonArray errors && layout.Refused.Errors is { } path =>
                answer with { Status = layout.Refused.Status, Body = Refusal(layout.Refused, path, errors).ToJsonString(JournalJson.Options) },
            400 => answer with { Status = layout.Refused.Status },
            _ => answer,
        };
    }

    private static JsonNode Success(AtenaLayout layout, JsonObject ours, JsonArray records)
    {
        var list = new JsonArray([.. records.Select(record => record is JsonObject members ? Record(layout, members) : record?.DeepClone())]);
        if (layout.Answer.Records is null)
        {
            ours["result"] = list;
            return Filled(ours, layout.Answer.With);
        }

        if (layout.Answer.Records.Length == 0)
        {
            return list;
        }

        var answer = Filled([], layout.Answer.With);
        MemberPath.Set(answer, layout.Answer.Records, list);
        return answer;
    }

    private static JsonObject Record(AtenaLayout layout, JsonObject members)
    {
        var theirs = layout.Items.Concat(layout.Answer.Items).GroupBy(item => AtenaItems.MemberOf(item.Key)!)
            .ToDictionary(same => same.Key, same => same.Last().Value, StringComparer.Ordinal);
        var record = new JsonObject();
        foreach (var (member, value) in members)
        {
            MemberPath.Set(record, theirs.GetValueOrDefault(member, member), value?.DeepClone());
        }

        return record;
    }

    private static JsonObject Refusal(AtenaRefusalLayout layout, string path, JsonArray errors)
    {
        var answer = new JsonObject();
        MemberPath.Set(answer, path, new JsonArray([.. errors.Select(error =>
        {
            var one = new JsonObject();
            MemberPath.Set(one, layout.Code, error?["code"]?.DeepClone());
            MemberPath.Set(one, layout.Message, error?["message"]?.DeepClone());
            return one;
        })]));
        return answer;
    }

    private static JsonObject Filled(JsonObject answer, IReadOnlyDictionary<string, string> further)
    {
        foreach (var (path, value) in further)
        {
            MemberPath.Set(answer, path, value);
        }

        return answer;
    }

    private static JsonNode? Parsed(string body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
