using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary>What a fault makes of a neighbour's own answer.</summary>
internal static class FaultEffect
{
    public static MockAnswer Apply(Fault? fault, MockAnswer answer)
    {
        if (fault is null)
        {
            return answer;
        }

        if (fault is { TakesEffect: true, Status: { } status })
        {
            answer = answer with { Status = status, ContentType = fault.ContentType, Body = fault.Body, Content = null, RedactedBody = null };
        }

        if (fault.Duplicates || fault.OutOfOrder)
        {
            answer = answer with { Body = Lists(answer.Body, fault) };
        }

        if (fault.WrongContentType is { } type)
        {
            answer = answer with { ContentType = type };
        }

        Break? broken = fault.Reset ? Break.Reset : fault.HalfAnswer ? Break.Half : null;
        return fault.Delay > TimeSpan.Zero || broken is not null
            ? answer with { Sending = (answer.Sending ?? new Sending()) with { Delay = fault.Delay, Break = broken } }
            : answer;
    }

    private static string Lists(string body, Fault fault)
    {
        try
        {
            if (JsonNode.Parse(body) is not JsonObject json)
            {
                return body;
            }

            foreach (var (name, list) in json.Where(member => member.Value is JsonArray).Select(member => (member.Key, (JsonArray)member.Value!)).ToList())
            {
                var elements = list.Select(element => element?.DeepClone()).ToList();
                var copies = fault.Duplicates ? elements.SelectMany(element => new[] { element, element?.DeepClone() }) : elements;
                json[name] = new JsonArray([.. fault.OutOfOrder ? copies.Reverse() : copies]);
            }

            return json.ToJsonString(JournalJson.Options);
        }
        catch (JsonException)
        {
            // Not JSON: there are no lists in it.
            return body;
        }
    }
}
