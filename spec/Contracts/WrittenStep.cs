namespace Conformance.Spec.Contracts;

/// <summary>One step of a <see cref="WrittenScenario"/>.</summary>
/// <param name="Keyword">前提, もし or ならば.</param>
/// <param name="Unit">The unit that a ならば blames; empty for the contract's own, and for steps that blame nobody.</param>
/// <param name="Text">Without keyword and unit.</param>
/// <param name="Table">Header first; empty where there is none.</param>
public sealed record WrittenStep(string Keyword, string Unit, string Text, IReadOnlyList<IReadOnlyList<string>> Table);
