namespace Conformance.Derivation.Runs;

/// <summary>How often a run goes round a loop.</summary>
/// <param name="Element">The sequence flow that leads back, or the activity that bears a loop or multi-instance marker.</param>
/// <param name="Rounds">Times that the flow is taken, or that the activity is done.</param>
public sealed record LoopRounds(string Element, int Rounds);
