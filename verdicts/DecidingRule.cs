namespace Conformance.Verdicts;

/// <summary>A rule by which a verdict other than 適合 came about. Stable: results of different versions may be compared by <paramref name="Id"/>.</summary>
/// <param name="Id">Such as VR301; the hundred goes with the cause.</param>
/// <param name="Cause">Null where the cause is that of what came before.</param>
/// <param name="Ja">The rule as a sentence in Japanese; <paramref name="En"/> in English.</param>
public sealed record DecidingRule(string Id, CauseKind? Cause, string Ja, string En);
