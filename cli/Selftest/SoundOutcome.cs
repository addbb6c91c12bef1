namespace Conformance.Cli.Selftest;

/// <summary>How many runs of a sound reference there were, and what was wrong with which.</summary>
internal sealed record SoundOutcome(int Runs, int FalseAlarms, IReadOnlyList<string> Alarms);
