using System.Text;

namespace Conformance.Reference.Atena;

/// <summary>The values of a request as they go into the store: unchanged, unless a fault distorts them.</summary>
internal static class StoredForm
{
    /// <summary>A copy of the values that the faults have gone over.</summary>
    public static Dictionary<string, string> Of(IReadOnlyDictionary<string, string> values, Behaviour behaviour)
    {
        var stored = values
            .Where(pair => pair.Key != Items.Process.Name && Items.Find(pair.Key) is not null)
            .ToDictionary(pair => pair.Key, pair => Text(pair.Value, behaviour), StringComparer.Ordinal);
        foreach (var fault in behaviour.Drawn)
        {
            if (fault is { Operator: ItemOperator.Truncated } && stored.TryGetValue(fault.Item.Name, out var whole))
            {
                stored[fault.Item.Name] = string.Concat(whole.EnumerateRunes().Take(fault.Kept));
            }
            else if (fault is { Operator: ItemOperator.Swapped, Partner: { } partner })
            {
                var first = stored.Remove(fault.Item.Name, out var one);
                var second = stored.Remove(partner.Name, out var other);
                if (first)
                {
                    stored[partner.Name] = one!;
                }

                if (second)
                {
                    stored[fault.Item.Name] = other!;
                }
            }
        }

        return stored;
    }

    private static string Text(string value, Behaviour behaviour)
    {
        if (!behaviour.Shows(AtenaFaults.SelectorsDropped) && !behaviour.Shows(AtenaFaults.RareCharactersReplaced))
        {
            return value;
        }

        var text = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            var selector = Characters.IsSelector(rune);
            if (selector && behaviour.Shows(AtenaFaults.SelectorsDropped))
            {
                continue;
            }

            text.Append(!selector && !rune.IsBmp && behaviour.Shows(AtenaFaults.RareCharactersReplaced) ? "〓" : rune.ToString());
        }

        return text.ToString();
    }
}
