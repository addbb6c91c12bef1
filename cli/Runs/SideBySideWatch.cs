using Conformance.Cli.Doctor;
using Conformance.Cli.Recording;
using Conformance.Drivers;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Runs;

/// <summary>Whether all editions of an interface are up at the same time: they are looked at together, before the first scenario and after the last. One that is not up then was not side by side
/// with the others, whatever it showed while it was up.</summary>
internal sealed class SideBySideWatch
{
    private readonly List<(string Role, string Edition, Bilingual What)> missing = [];

    /// <summary>Looks at every edition of every role that has several; one harmless inquiry each.</summary>
    public async Task LookAsync(IReadOnlyList<RunRequest> requests, Bilingual when, CancellationToken cancellationToken)
    {
        foreach (var role in requests.Where(request => request.Interface is { ReadThrough: null }).GroupBy(request => request.Role))
        {
            var seen = new List<(string Edition, PreflightFinding? Root)>();
            foreach (var request in role)
            {
                seen.Add((request.Interface!.Name, await LookAsync(request, cancellationToken)));
            }

            var up = seen.Where(one => one.Root is null).Select(one => one.Edition).ToList();
            foreach (var (edition, root) in seen.Where(one => one.Root is not null))
            {
                var others = up.Count > 0 ? new Bilingual($"{string.Join("、", up)} は応じた", $"{string.Join(", ", up)} was up") : new Bilingual("ほかの版も応じない", "nor was any other");
                missing.Add((role.Key, edition, new Bilingual(
                    $"{when.Ja}、連携の版 {edition} が使えない（{others.Ja}）：{root!.What.Ja}", $"{when.En}, edition {edition} of the interface was not up ({others.En}): {root.What.En}")));
            }
        }
    }

    /// <summary>The results with what was missing, which is recorded too.</summary>
    public IReadOnlyList<RunResult> Told(IReadOnlyList<RunResult> results, IReadOnlyList<RunRequest> requests) => [.. results.Select(result =>
    {
        var own = missing.Where(one => one.Role == result.Run.Role && result.Run.Interface is { } edition && (one.Edition == edition.Name || one.Edition == edition.ReadThrough)).Select(one => one.What).Distinct().ToList();
        if (own.Count > 0 && requests.FirstOrDefault(request => request.Role == result.Run.Role && request.Interface?.Key == result.Run.Interface?.Key) is { Folder: { } folder } request)
        {
            ScenarioLog.Append(folder.LogOf(RunPart.FileName(request.Standard.Role(request.Role), request.Interface)), own.Select(what => new LogLine { NotBeside = what }));
        }

        return RunJudge.Apart(result, own);
    })];

    private static async Task<PreflightFinding?> LookAsync(RunRequest request, CancellationToken cancellationToken)
    {
        await using var target = SideBySideRuns.Open(request, request.Profile, Surfaces.Api);
        return (await Preflight.LookAsync(new Examination
        {
            Profile = request.Profile,
            Standard = request.Standard,
            Roles = [request.Standard.Role(request.Role)],
            Surfaces = Surfaces.Api,
            Target = target,
            Mocks = request.Neighbours,
            Secrets = request.Secrets,
            Time = request.Time,
            People = new Fixtures.PersonFactory(request.Seed, "sidebyside"),
        }, cancellationToken)).FirstFailure();
    }
}
