using Conformance.Reports;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Runs;

/// <summary>What people found stays with a run when it goes on and its results are written anew.</summary>
internal static class ManualResults
{
    public const string PageName = "manual.html";

    /// <summary>The runs with the manual results that their folder holds already, as far as the same is asked.</summary>
    public static async Task<IReadOnlyList<RunResult>> CarriedAsync(string folder, IReadOnlyList<RunResult> runs)
    {
        var file = Path.Combine(folder, "result.json");
        if (runs.All(run => run.Manual is null) || !File.Exists(file))
        {
            return runs;
        }

        IReadOnlyList<RunResult> before;
        try
        {
            before = await ResultJson.ReadFileAsync(file, CancellationToken.None);
        }
        catch (BadInputException)
        {
            return runs;
        }

        var known = before.SelectMany(run => (run.Manual ?? []).Where(check => check.Result is not null).Select(check => (run.Run.Id, Check: check))).ToList();
        return [.. runs.Select(run => run with
        {
            Manual = run.Manual is null ? null : [.. run.Manual.Select(check => check.Result is not null ? check : check with
            {
                Result = known.FirstOrDefault(one => one.Id == run.Run.Id && (one.Check with { Result = null }) == check).Check?.Result,
            })],
        })];
    }
}
