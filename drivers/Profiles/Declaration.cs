namespace Conformance.Drivers.Profiles;

/// <summary>The optional functions (標準オプション) that the product says it has.</summary>
/// <param name="Functions">Function IDs. Empty only together with a reason.</param>
/// <param name="Reason">Why none is declared; null where some are.</param>
public sealed record Declaration(IReadOnlyList<string> Functions, string? Reason)
{
    /// <summary>Where each of them stands, and each of <c>not-applicable</c>.</summary>
    internal IReadOnlyDictionary<string, SourcePosition> Places { get; init; } = new Dictionary<string, SourcePosition>();
}
