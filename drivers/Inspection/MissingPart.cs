namespace Conformance.Drivers.Inspection;

/// <summary>Something that the mapping names and a screen does not have.</summary>
/// <param name="Kind">欄, ボタン.</param>
/// <param name="Nearest">What comes nearest to the name there; null where there is nothing of the kind.</param>
/// <param name="Item">The item of the standard whose label it is; null for buttons and labels that the profile gives itself.</param>
/// <param name="Certain">The profile names it, or the standard requires the item there. Else only people who have the item would miss it.</param>
public sealed record MissingPart(string Kind, string Name, string? Nearest, string? Item, bool Certain);
