namespace Conformance.Reference.Core.Items;

/// <summary>One item of the record of a person, as 住登外者宛名番号付番API仕様 lists it.</summary>
/// <param name="Name">ローマ字, the member name in JSON.</param>
/// <param name="Label">項目名, the label on screens.</param>
/// <param name="Kind">Character class.</param>
/// <param name="Length">桁数 in characters.</param>
/// <param name="Fixed">Whether the length must be met exactly.</param>
internal sealed record Item(string Name, string Label, ItemKind Kind, int Length, bool Fixed = false)
{
    /// <summary>Code to its meaning, where the item is a code that staff choose; empty otherwise.</summary>
    public IReadOnlyList<(string Code, string Meaning)> Choices { get; init; } = [];

    /// <summary>Whether 照会 is asked with it: 基本４情報, the parts of the address included.</summary>
    public bool Condition { get; init; }
}
