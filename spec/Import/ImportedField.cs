namespace Conformance.Spec.Import;

/// <summary>A parameter of a request, or a member of a response.</summary>
public sealed record ImportedField
{
    /// <summary>Empty for items without 項番.</summary>
    public string Number { get; init; } = "";

    /// <summary>The name in JSON (ローマ字).</summary>
    public required string Name { get; init; }

    /// <summary>項目名.</summary>
    public required string Title { get; init; }

    public required string Type { get; init; }

    /// <summary>Characters; empty for structures and where none is given.</summary>
    public string Length { get; init; } = "";

    /// <summary>◎.</summary>
    public bool IsRequired { get; init; }

    public bool IsNullable { get; init; }

    public RequiredCondition? Condition { get; init; }

    /// <summary>Values that the description fixes, with their meaning (empty where only the value is given).</summary>
    public IReadOnlyList<(string Value, string Meaning)> Values { get; init; } = [];

    public string Default { get; init; } = "";

    /// <summary>The only value the text allows (固定値).</summary>
    public string Fixed { get; init; } = "";

    public IReadOnlyList<string> Samples { get; init; } = [];

    /// <summary>In our words.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    public required string Source { get; init; }

    public IReadOnlyList<ImportedField> Members { get; init; } = [];
}
