namespace Conformance.Drivers;

/// <summary>One condition of an inquiry.</summary>
/// <param name="Item">Item name as the standard prints it.</param>
public sealed record SearchCondition(string Item, string Value, SearchMatch Match);

/// <summary>How a condition is compared.</summary>
public enum SearchMatch
{
    /// <summary>完全一致.</summary>
    Exact,

    /// <summary>部分一致.</summary>
    Partial,
}
