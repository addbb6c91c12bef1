namespace Conformance.Mocks;

/// <summary>A request that no scenario claimed, with the scenario whose people it resembles most. It bars 適合 until it is explained.</summary>
/// <param name="NearestScenario">Null where no introduced scenario resembles it at all.</param>
/// <param name="Likeness">0 (nothing in common) to 1 (all marks of the scenario occur in the request).</param>
public sealed record UnclaimedEntry(JournalEntry Entry, string? NearestScenario, double Likeness);
