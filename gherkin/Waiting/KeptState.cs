using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Conformance.Gherkin;

/// <summary>Takes the state of a scenario that waits, and gives it back.</summary>
internal static class KeptState
{
    /// <exception cref="BindingException">CF4206: something cannot be kept.</exception>
    public static IReadOnlyDictionary<string, JsonElement> Take(ObjectContainer container, ScenarioContext context, IReadOnlyDictionary<string, JsonElement>? earlier)
    {
        // What was kept before and has not been asked for again is still true.
        var state = new Dictionary<string, JsonElement>(earlier ?? new Dictionary<string, JsonElement>(), StringComparer.Ordinal);
        var own = new HashSet<string>(StringComparer.Ordinal) { ScenarioWait.ContextKey };
        foreach (var kept in container.Built<IKeptWhileWaiting>())
        {
            if (!own.Add(kept.WaitingKey))
            {
                throw Wrong($"Two objects are kept under 「{kept.WaitingKey}」.", "Give each class a key of its own.");
            }

            try
            {
                state[kept.WaitingKey] = kept.Keep().Clone();
            }
            catch (Exception exception)
            {
                throw Wrong($"{kept.GetType().Name} cannot be kept while the scenario waits: {exception.Message}", "Correct its Keep().");
            }
        }

        state[ScenarioWait.ContextKey] = JsonSerializer.SerializeToElement(context
            .Where(entry => entry.Key != ScenarioContext.PassKey)
            .Select(entry => Plain.Of(entry.Key, entry.Value)));
        return state;
    }

    /// <summary>Puts plain values back, and sees to it that objects get theirs as they are built.</summary>
    public static void Give(ObjectContainer container, ScenarioContext context, IReadOnlyDictionary<string, JsonElement> state)
    {
        if (state.TryGetValue(ScenarioWait.ContextKey, out var values))
        {
            foreach (var plain in values.Deserialize<List<Plain>>() ?? [])
            {
                context[plain.Key] = plain.Read();
            }
        }

        container.OnBuilt = built =>
        {
            if (built is IKeptWhileWaiting kept && state.TryGetValue(kept.WaitingKey, out var own))
            {
                kept.Recall(own);
            }
        };
    }

    private static BindingException Wrong(string fact, string remedy) => new(new("CF4206", "", 0, 0, fact, remedy));

    [SuppressMessage("Performance", "CA1812", Justification = "Built by the serializer.")]
    private sealed record Plain(string Key, string Type, string Text)
    {
        public static Plain Of(string key, object value)
        {
            var text = value switch
            {
                string or bool or int or long or decimal => Convert.ToString(value, CultureInfo.InvariantCulture),
                DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
                DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
                _ => null,
            };
            return new(key, value.GetType().Name, text ?? throw Wrong(
                $"The value under 「{key}」 in the scenario's context is a {value.GetType().Name}, which cannot be kept while the scenario waits.",
                "Keep it in an object that implements IKeptWhileWaiting, or as a text, number or date."));
        }

        public object Read() => Type switch
        {
            nameof(Boolean) => bool.Parse(Text),
            nameof(Int32) => int.Parse(Text, CultureInfo.InvariantCulture),
            nameof(Int64) => long.Parse(Text, CultureInfo.InvariantCulture),
            nameof(Decimal) => decimal.Parse(Text, CultureInfo.InvariantCulture),
            nameof(DateOnly) => DateOnly.ParseExact(Text, "O", CultureInfo.InvariantCulture),
            nameof(DateTimeOffset) => DateTimeOffset.ParseExact(Text, "O", CultureInfo.InvariantCulture),
            _ => Text,
        };
    }
}
