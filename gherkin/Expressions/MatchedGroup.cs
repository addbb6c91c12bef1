namespace Conformance.Gherkin;

/// <summary>A capture group of a match with the groups inside it.</summary>
/// <param name="Value">Null when the group took no part in the match.</param>
/// <param name="Start">Zero-based index into the step text in UTF-16 units; -1 when the group took no part.</param>
public sealed record MatchedGroup(string? Value, int Start, IReadOnlyList<MatchedGroup> Children)
{
    /// <summary>The values of the groups inside, or the own value when there are none.</summary>
    public IReadOnlyList<string?> Values => Children.Count == 0 ? [Value] : [.. Children.Select(child => child.Value)];
}
