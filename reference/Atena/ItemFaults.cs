using System.Globalization;

namespace Conformance.Reference.Atena;

/// <summary>What a drawn fault does to its item.</summary>
internal enum ItemOperator
{
    /// <summary>Type, length and code of the item are not checked.</summary>
    ValidationDropped,

    /// <summary>One character too many is accepted.</summary>
    LimitPlusOne,

    /// <summary>A value of exactly the allowed length is refused.</summary>
    LimitMinusOne,

    /// <summary>The item and its partner are stored in each other's place.</summary>
    Swapped,

    /// <summary>Only the first characters are stored.</summary>
    Truncated,

    /// <summary>A change of the item leaves no entry in the history.</summary>
    HistorySkipped,
}

/// <summary>One drawn fault.</summary>
/// <param name="Seeded">How the launcher lists it.</param>
/// <param name="Operator">What happens.</param>
/// <param name="Item">To which item.</param>
/// <param name="Partner">The other item of a swap.</param>
/// <param name="Kept">Number of characters that a truncation keeps.</param>
internal sealed record ItemFault(SeededFault Seeded, ItemOperator Operator, Item Item, Item? Partner, int Kept);

/// <summary>Operator × item, drawn from a fixed seed: the same list on every machine and in every run.</summary>
internal static class ItemFaults
{
    private const ulong Seed = 310;
    private const int PerOperator = 3;

    // Pairs of equal type that a mapping could confuse; stands before Drawn, which needs it.
    private static readonly (Item One, Item Other)[] Pairs =
    [
        .. new[]
        {
            ("uji_nihonjin", "na_nihonjin"), ("uji_nihonjin_furigana", "na_nihonjin_furigana"), ("shimei", "shimei_furigana"),
            ("jusho_todofuken", "jusho_shikugunchosonmei"), ("jusho_choaza", "jusho_banchigohyoki"), ("jusho_katagaki", "jusho_katagaki_furigana"),
        }.Select(pair => (Items.Find(pair.Item1)!, Items.Find(pair.Item2)!)),
    ];

    /// <summary>The drawn faults in the order of their IDs.</summary>
    public static IReadOnlyList<ItemFault> Drawn { get; } = Draw();

    private static List<ItemFault> Draw()
    {
        var state = Seed;
        var drawn = new List<ItemFault>();
        foreach (var kind in Enum.GetValues<ItemOperator>())
        {
            var candidates = Candidates(kind).ToList();
            for (var i = 0; i < PerOperator; i++)
            {
                var pick = (int)(Next(ref state) % (ulong)candidates.Count);
                drawn.Add(Make(drawn.Count + 1, kind, candidates[pick]));
                candidates.RemoveAt(pick);
            }
        }

        return drawn;
    }

    // Only items where the operator can be seen: an item with a list of codes has no free characters, and so on.
    private static IEnumerable<Item> Candidates(ItemOperator kind) => kind switch
    {
        ItemOperator.ValidationDropped => Items.Editable.Where(item => !item.Required && item != Items.LinkedTo),
        ItemOperator.LimitPlusOne or ItemOperator.LimitMinusOne =>
            Items.Editable.Where(item => item is { Type: ItemType.FullWidth } or { Name: "shiteitoshi_gyoseikutokodo" }),
        ItemOperator.Swapped => Pairs.Select(pair => pair.One),
        ItemOperator.Truncated => Items.Editable.Where(item => item.Type == ItemType.FullWidth && item != Items.BirthDateText),
        _ => Items.Editable.Where(item => item == Items.Name || item == Items.NameKana || item == Items.Sex || item == Items.BirthDate
            || (item.Type == ItemType.FullWidth && item.Name.StartsWith("jusho_", StringComparison.Ordinal)
                && !item.Name.StartsWith("jusho_koku", StringComparison.Ordinal))),
    };

    private static ItemFault Make(int number, ItemOperator kind, Item item)
    {
        var partner = kind == ItemOperator.Swapped ? Pairs.Single(pair => pair.One == item).Other : null;
        var kept = item.Length > 50 ? 2 : 1;
        var (word, function, what) = kind switch
        {
            ItemOperator.ValidationDropped => ("unchecked", "0310004", $"{item.Label} is not checked at all."),
            ItemOperator.LimitPlusOne => ("limit+1", "0310004", $"{item.Label} is accepted with {item.Length + 1} characters."),
            ItemOperator.LimitMinusOne => ("limit-1", "0310004", $"{item.Label} is refused with exactly {item.Length} characters."),
            ItemOperator.Swapped => ("swapped", "0310002", $"{item.Label} and {partner!.Label} are stored in each other's place."),
            ItemOperator.Truncated => ("truncated", "0310002", $"{item.Label} is cut to {kept} when stored."),
            _ => ("history-skipped", "0310022", $"A change of {item.Label} leaves no entry in the history."),
        };
        var id = string.Create(CultureInfo.InvariantCulture, $"G{number:00}-{word}-{item.Name}");
        return new ItemFault(new SeededFault(id, function, what, "atena"), kind, item, partner, kept);
    }

    // SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
    private static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
