namespace Conformance.Reference.Office.Items;

/// <summary>One item: its name in JSON, its label on screens and what it may hold.</summary>
/// <param name="Length">Most characters, as a reader counts them; 0 for no limit.</param>
internal sealed record Field(string Name, string Label, FieldKind Kind, int Length = 0)
{
    /// <summary>The length must be met exactly.</summary>
    public bool Fixed { get; init; }

    public bool Required { get; init; }

    /// <summary>Code to meaning.</summary>
    public IReadOnlyList<(string Code, string Meaning)> Choices { get; init; } = [];

    /// <summary>The meaning of a code; any other value as it is.</summary>
    public string Shown(string value) => Choices.FirstOrDefault(choice => choice.Code == value).Meaning ?? value;
}
