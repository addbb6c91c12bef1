namespace Conformance.Derivation.Impact;

/// <summary>One scenario in both editions.</summary>
/// <param name="Old">Null where it is new.</param>
/// <param name="New">Null where it is gone.</param>
public sealed record ScenarioImpact(ImpactKind Kind, DerivedScenario? Old, DerivedScenario? New)
{
    public string Id => (New ?? Old)!.Id;

    /// <summary>Units that it blames, in the IDs of the new edition where it has one.</summary>
    public IReadOnlyList<string> Units => (New ?? Old)!.Units;
}
