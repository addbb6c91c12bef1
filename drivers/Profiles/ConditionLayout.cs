namespace Conformance.Drivers.Profiles;

/// <summary>How search conditions are written in a request.</summary>
public sealed record ConditionLayout
{
    /// <summary>Member that holds the list of conditions; null where each condition is a member (or query parameter) of its own.</summary>
    public string? In { get; init; }

    /// <summary>Member of a condition for the field name.</summary>
    public string Item { get; init; } = "item";

    /// <summary>Member of a condition for the value.</summary>
    public string Value { get; init; } = "value";

    /// <summary>Member for the kind of match; null where there is only one kind.</summary>
    public string? Match { get; init; }

    /// <summary>Value that asks for 完全一致.</summary>
    public string Exact { get; init; } = "exact";

    /// <summary>Value that asks for 部分一致; null where the product has none.</summary>
    public string? Partial { get; init; }
}
