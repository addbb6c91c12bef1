using Conformance.Verdicts;

namespace Conformance.Cli;

/// <summary>Exit codes of the command.</summary>
internal static class ExitCode
{
    /// <summary>Nothing nonconforming, and every testable mandatory unit shown.</summary>
    public const int Conforms = 0;

    public const int Nonconforming = 1;

    /// <summary>Usage or input error.</summary>
    public const int BadInput = 2;

    public const int Inconclusive = 3;

    /// <summary>The harness itself failed.</summary>
    public const int HarnessFault = 4;

    /// <summary>Scenarios wait; `run --continue` goes on with them.</summary>
    public const int Waiting = 5;

    public const int Cancelled = 130;

    /// <summary>
    /// The worst of several runs: one that was stopped or waits has not come to its end; then a finding about a product, then trouble of our own, then what
    /// could not be seen. A part of a run has done what it was asked for when each of its scenarios conforms.
    /// </summary>
    /// <remarks>An edition of an interface outside the period in which it has to be up is reported, and decides nothing.</remarks>
    public static int Of(IReadOnlyList<RunResult> runs) => runs.Any(run => run.Run.Decides) && !runs.All(run => run.Run.Decides)
        ? Worst([.. runs.Where(run => run.Run.Decides || run.Run.Cancelled || run.Run.Waiting > 0)])
        : Worst(runs);

    private static int Worst(IReadOnlyList<RunResult> runs) =>
        runs.Any(run => run.Run.Cancelled) ? Cancelled
        : runs.Any(run => run.Run.Waiting > 0) ? Waiting
        : runs.Any(run => run.Run.Verdict == VerdictKind.Nonconforming) ? Nonconforming
        : runs.Any(run => run.Summary.Causes.ContainsKey(CauseKind.Harness) || run.Run.HarnessFaults is { Count: > 0 }) ? HarnessFault
        : runs.All(run => run.Run.Verdict == VerdictKind.Conforms || IsSoundPart(run)) ? Conforms
        : Inconclusive;

    private static bool IsSoundPart(RunResult run) =>
        run.Run is { Partial: not null, Unclaimed.Count: 0 } && run.Scenarios.All(scenario => scenario.Verdict is VerdictKind.Conforms or VerdictKind.NotApplicable);
}
