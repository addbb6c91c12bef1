namespace Conformance.Reference.Atena;

/// <summary>Which faults and variants are on. With none, every question answers no.</summary>
internal sealed class Behaviour(IReadOnlySet<string> faults, IReadOnlySet<string> variants)
{
    private readonly ItemFault[] items = [.. ItemFaults.Drawn.Where(fault => faults.Contains(fault.Seeded.Id))];

    /// <summary>The drawn faults that are on.</summary>
    public IReadOnlyList<ItemFault> Drawn => items;

    /// <summary>Whether this fault is on.</summary>
    public bool Shows(string fault) => faults.Contains(fault);

    /// <summary>Whether this permitted difference is on.</summary>
    public bool Varies(string variant) => variants.Contains(variant);

    /// <summary>Whether this drawn fault is on for the item.</summary>
    public bool Shows(ItemOperator kind, Item item) => items.Any(fault => fault.Operator == kind && fault.Item == item);

    /// <summary>How many characters more (or fewer) than documented the item may have.</summary>
    public int LimitShift(Item item) =>
        (Shows(ItemOperator.LimitPlusOne, item) ? 1 : 0) - (Shows(ItemOperator.LimitMinusOne, item) ? 1 : 0);

    /// <summary>A refusal with all its reasons, or with the first only.</summary>
    public Outcome<T> Refuse<T>(IReadOnlyList<Refusal> refusals) =>
        new Outcome<T>.Refused(Varies(AtenaVariants.FirstErrorOnly) ? [refusals[0]] : refusals);
}
