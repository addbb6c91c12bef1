namespace Conformance.Derivation.Impact;

/// <summary>One scenario as it is derived: of an outline, one per example.</summary>
/// <param name="Id">Stable: made from function, check and path.</param>
/// <param name="Role">Lane that the target plays.</param>
/// <param name="Units">機能ID or flow steps that its ならば blame.</param>
/// <param name="Surfaces"><c>api</c>, <c>ui</c>.</param>
/// <param name="Steps">Everything that is done and asserted, as text; two scenarios with equal steps show the same.</param>
/// <param name="Flow">Flow it runs through; empty for a check of a contract.</param>
public sealed record DerivedScenario(string Id, string Title, string Role, IReadOnlyList<string> Units, IReadOnlyList<string> Surfaces, string Steps, string Flow);
