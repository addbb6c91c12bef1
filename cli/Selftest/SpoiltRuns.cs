using Conformance.Verdicts;

namespace Conformance.Cli.Selftest;

/// <summary>
/// Runs with a seeded fault that the machine spoilt: the target answered too late for some scenario, and no scenario found anything wrong. Whether the fault would
/// have been found cannot be told from them, so they are done again, and standard error says so. Sound runs are never done again: there it would hide something.
/// </summary>
internal static class SpoiltRuns
{
    private const int Attempts = 3;

    public static async Task<IReadOnlyList<RunResult>> AgainAsync(string? fault, Func<Task<IReadOnlyList<RunResult>>> run)
    {
        for (var attempt = 1; ; attempt++)
        {
            var runs = await run();
            if (fault is null || !IsSpoilt(runs))
            {
                return runs;
            }

            await Console.Error.WriteLineAsync(attempt < Attempts
                ? $"{fault}: the target did not answer in time ({Count(runs)} scenarios), and nothing was found. Once more."
                : $"{fault}: the target did not answer in time {Attempts} times; whether the fault would be found is not known.");
            if (attempt == Attempts)
            {
                return runs;
            }
        }
    }

    /// <summary>True where nothing was found, and something could not be seen for a reason that is nobody's but the machine's.</summary>
    public static bool IsSpoilt(IReadOnlyList<RunResult> runs) =>
        Count(runs) > 0 && !runs.SelectMany(run => run.Scenarios).Any(scenario => scenario.Verdict == VerdictKind.Nonconforming);

    private static int Count(IReadOnlyList<RunResult> runs) =>
        runs.SelectMany(run => run.Scenarios).Count(scenario => scenario is { Verdict: VerdictKind.Inconclusive, Cause: CauseKind.Environment });
}
