namespace Conformance.Spec.Contracts;

/// <summary>観測条件: how one unit is observed. Its kind decides which checks are derived.</summary>
/// <param name="Unit">Function ID or flow step.</param>
/// <param name="Kind">See <see cref="ContractKinds"/>.</param>
/// <param name="By">Exchanges that make it happen.</param>
/// <param name="SeenBy">Exchanges through which the effect is read.</param>
/// <param name="Source">Document, section, sheet or row that the expectation rests on.</param>
/// <param name="Settings">The rest, by key, as written: lists are joined by a comma.</param>
/// <param name="Line">Where it stands in contracts.yaml.</param>
public sealed record Contract(
    string Unit, string Kind, Basis Basis, string Source, IReadOnlyList<string> By, IReadOnlyList<string> SeenBy,
    IReadOnlyDictionary<string, string> Settings, IReadOnlyDictionary<string, string> BasisOf, IReadOnlyDictionary<string, string> SourceOf, int Line)
{
    /// <summary>前提 of every scenario that is derived.</summary>
    public IReadOnlyList<string> Given { get; init; } = [];

    /// <summary>Surfaces of the derived scenarios; empty for those of the kind.</summary>
    public IReadOnlyList<string> Surfaces { get; init; } = [];

    /// <summary>What no kind covers.</summary>
    public IReadOnlyList<WrittenScenario> Scenarios { get; init; } = [];

    public string? Setting(string key) => Settings.TryGetValue(key, out var value) ? value : null;

    public IReadOnlyList<string> List(string key) =>
        Setting(key)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Basis of one named check of the contract, where it differs from the contract's.</summary>
    public Basis BasisFor(string check) => BasisOf.TryGetValue(check, out var word) && ContractKinds.TryBasis(word, out var basis) ? basis : Basis;

    public string SourceFor(string check) => SourceOf.TryGetValue(check, out var source) ? source : Source;
}
