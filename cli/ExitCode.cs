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

    public const int Cancelled = 130;

    /// <summary>The worst of several runs: a finding about a product first, then trouble of our own, then what could not be seen.</summary>
    public static int Of(IReadOnlyList<RunResult> runs) =>
        runs.Any(run => run.Run.Cancelled) ? Cancelled
        : runs.Any(run => run.Run.Verdict == VerdictKind.Nonconforming) ? Nonconforming
        : runs.Any(run => run.Summary.Causes.ContainsKey(CauseKind.Harness)) ? HarnessFault
        : runs.All(run => run.Run.Verdict == VerdictKind.Conforms) ? Conforms
        : Inconclusive;
}
