using System.Text.Json.Nodes;

namespace Conformance.Reference.Core.Faults;

/// <summary>Ways to spoil a message. An item stands either as a member of the message or, in 照会, as a condition of <c>joken</c>.</summary>
internal static class MessageSpoiling
{
    public static void Drop(JsonObject message, string item)
    {
        message.Remove(item);
        if (Condition(message, item) is { } condition)
        {
            message["joken"]!.AsArray().Remove(condition);
        }
    }

    /// <summary>Cuts the last character off; a single character stays.</summary>
    public static void Truncate(JsonObject message, string item)
    {
        if (Read(message, item) is { Length: > 1 } value)
        {
            Write(message, item, value[..(char.IsLowSurrogate(value[^1]) ? ^2 : ^1)]);
        }
    }

    public static void Swap(JsonObject message, string one, string other)
    {
        if (Read(message, one) is { } first && Read(message, other) is { } second)
        {
            Write(message, one, second);
            Write(message, other, first);
        }
    }

    private static string? Read(JsonObject message, string item) =>
        (message[item] ?? Condition(message, item)?["chi"])?.GetValue<string>();

    private static void Write(JsonObject message, string item, string value)
    {
        if (message.ContainsKey(item))
        {
            message[item] = value;
        }
        else if (Condition(message, item) is { } condition)
        {
            condition["chi"] = value;
        }
    }

    private static JsonNode? Condition(JsonObject message, string item) =>
        (message["joken"] as JsonArray)?.FirstOrDefault(condition => condition?["komoku"]?.GetValue<string>() == item);
}
