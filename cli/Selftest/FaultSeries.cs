using System.Globalization;
using Conformance.Cli.Commands.Running;
using Conformance.Cli.Runs;
using Conformance.Drivers;
using Conformance.Verdicts;

namespace Conformance.Cli.Selftest;

/// <summary>Runs of the reference with one seeded fault each: every fault has to be found and blamed on its unit.</summary>
/// <param name="Repeat">Runs of each fault, each with its own seed.</param>
/// <param name="Own">Only the scenarios of the fault's own unit.</param>
internal sealed record FaultSeries(ReferenceTrial Trial, int Repeat, bool Own)
{
    public async Task<IReadOnlyList<FaultOutcome>> RunAsync(IReadOnlyList<ReferenceCatalogue.SeededFault> faults, bool quiet, CancellationToken cancellationToken)
    {
        var outcomes = new List<FaultOutcome>();
        foreach (var seeded in faults)
        {
            // Over the API alone there is nothing to be found of some.
            var driver = seeded.OnScreensOnly && Trial.Surfaces == Surfaces.Api ? "ui" : Trial.Driver;
            var unit = Own ? seeded.Function : null;
            var name = string.Create(CultureInfo.InvariantCulture, $"{seeded.Id}.{driver}{(Repeat > 1 ? $".{Repeat}" : "")}{(unit is null ? "" : ".own")}");
            var outcome = await Trial.OnceAsync(name, () => RepeatedAsync(seed => OneAsync(seeded, ReferenceTrial.SurfacesOf(driver), seed, unit, cancellationToken)));
            outcomes.Add(outcome);
            if (!quiet)
            {
                Console.WriteLine(Line(outcome) + (driver == Trial.Driver ? "" : "  (screens)"));
            }
        }

        return outcomes;
    }

    private static string Line(FaultOutcome outcome)
    {
        var blamed = !outcome.Found ? "not found" : string.Join(", ", outcome.Attributed.Count == 0 ? outcome.Scenarios : outcome.Attributed);
        return $"{(outcome.Exact ? "✓" : outcome.Found ? "~" : "✗")} {outcome.Id}  {outcome.Function}  → {blamed}{(outcome.Runs > 1 ? string.Create(CultureInfo.InvariantCulture, $"  {outcome.FoundIn}/{outcome.Runs}") : "")}";
    }

    private async Task<FaultOutcome> OneAsync(ReferenceCatalogue.SeededFault seeded, Surfaces surfaces, int seed, string? filter, CancellationToken cancellationToken)
    {
        var part = ReferencePart.All.First(part => part.App == seeded.App);
        var runs = await ReferenceTrial.RunAsync(part, seeded.Id, null, seed, 1, seeded.Driver == "both" ? Surfaces.Both : surfaces, Path.Combine(Trial.Folder, "evidence"), filter, null, cancellationToken);
        if (seeded.Shows != "verdict")
        {
            return ShownFault.Of(seeded, runs);
        }

        var broken = runs.SelectMany(run => run.Scenarios).Where(scenario => scenario.Verdict == VerdictKind.Nonconforming).ToList();
        var blamed = broken.SelectMany(scenario => scenario.Findings).Where(finding => finding.Verdict == VerdictKind.Nonconforming)
            .Select(finding => finding.Function).Distinct().Order(StringComparer.Ordinal).ToList();
        return new FaultOutcome(seeded.Id, seeded.Function, blamed.Count > 0, blamed, blamed is [var only] && only == seeded.Function, [.. broken.Take(5).Select(scenario => scenario.Id)]);
    }

    /// <summary>The first run's outcome, or that of the first run that did not find it, with how many did.</summary>
    private async Task<FaultOutcome> RepeatedAsync(Func<int, Task<FaultOutcome>> run)
    {
        var outcomes = new List<FaultOutcome>();
        for (var seed = 1; seed <= Repeat; seed++)
        {
            outcomes.Add(await run(seed));
        }

        return (outcomes.Find(outcome => !outcome.Found) ?? outcomes.Find(outcome => !outcome.Exact) ?? outcomes[0]) with { Runs = Repeat, FoundIn = outcomes.Count(outcome => outcome.Found) };
    }
}
