namespace Conformance.Reference.Atena;

/// <summary>How a value is written.</summary>
internal enum ItemType
{
    /// <summary>X: half-width characters.</summary>
    HalfWidth,

    /// <summary>Ｎ: full-width characters.</summary>
    FullWidth,

    /// <summary>YYYY-MM-DD.</summary>
    Date,

    /// <summary>HH:MM or HH:MM:SS.</summary>
    Time,
}

/// <summary>One item of the 付番 request.</summary>
/// <param name="Name">Name in ローマ字, as it stands in JSON.</param>
/// <param name="Label">Japanese name, as it stands on screens and in messages.</param>
/// <param name="Type">How its value is written.</param>
/// <param name="Length">Largest length, in characters as <see cref="Characters.Count"/> counts them.</param>
internal sealed record Item(string Name, string Label, ItemType Type, int Length)
{
    /// <summary>The length must be met exactly.</summary>
    public bool Fixed { get; init; }

    /// <summary>A request without it is refused.</summary>
    public bool Required { get; init; }

    /// <summary>A date whose parts may be 00 or 0000.</summary>
    public bool UnknownPartsAllowed { get; init; }

    /// <summary>Code values with their meaning; empty where any value of the type is allowed.</summary>
    public IReadOnlyList<(string Value, string Meaning)> Codes { get; init; } = [];

    /// <summary>What the vendor sets where a screen leaves the item alone.</summary>
    public string Preset { get; init; } = "";
}
