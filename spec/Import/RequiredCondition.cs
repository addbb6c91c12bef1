namespace Conformance.Spec.Import;

/// <summary>When a conditional item must be there.</summary>
/// <param name="Text">Short form, e.g. <c>氏名未定でない</c>.</param>
/// <param name="Item">Name of the item that decides, where the condition names one; else empty.</param>
/// <param name="Values">The values of that item for which the condition holds.</param>
/// <param name="IsAssumed">The sentence names no item and value; the pair is our reading.</param>
public sealed record RequiredCondition(string Text, string Item, IReadOnlyList<string> Values, bool IsAssumed)
{
    public static RequiredCondition Of(string text) => new(text, "", [], false);
}
