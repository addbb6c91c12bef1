namespace Conformance.Spec.Contracts;

/// <summary>A scenario that a contract spells out in the vocabulary of the steps.</summary>
/// <param name="Id">ASCII, stable.</param>
/// <param name="Surfaces"><c>api</c>, <c>ui</c>.</param>
/// <param name="Exclusive">Runs alone: it sets the clock, or says something about everything that is stored.</param>
public sealed record WrittenScenario(string Id, string Title, IReadOnlyList<string> Surfaces, bool Exclusive, IReadOnlyList<WrittenStep> Steps, int Line);
