namespace Conformance.Mocks;

/// <summary>One condition of a 照会 as the target sent it.</summary>
/// <param name="Item">Item name as the standard prints it; the member as sent where the standard has none of that name.</param>
/// <param name="Value">The value as sent.</param>
/// <param name="Partial">部分一致 where true, 完全一致 where false.</param>
public sealed record RequestedCondition(string Item, string Value, bool Partial);
