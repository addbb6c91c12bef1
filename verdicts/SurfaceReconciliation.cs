namespace Conformance.Verdicts;

/// <summary>Puts the two passes of a scenario side by side: what the API showed and what the screens did.</summary>
public static class SurfaceReconciliation
{
    private static readonly string[] Seen = [DecidingRules.OnAssumption, DecidingRules.OnAmbiguousText, DecidingRules.OnIllustration];

    /// <returns>Where they differ, in the order of the scenarios; null where no scenario was run on both.</returns>
    public static IReadOnlyList<SurfaceDifference>? Differences(IReadOnlyList<ScenarioResult> scenarios)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        // There may be very many, and they need not be in memory: only those that ran on screens as well are held.
        var onScreens = scenarios.Where(scenario => scenario.Driver == "ui").Select(scenario => scenario.Id).ToHashSet(StringComparer.Ordinal);
        if (onScreens.Count == 0)
        {
            return null;
        }

        var pairs = scenarios.Where(scenario => onScreens.Contains(scenario.Id)).GroupBy(scenario => scenario.Id, StringComparer.Ordinal)
            .Select(group => (Api: group.FirstOrDefault(one => one.Driver == "api"), Ui: group.FirstOrDefault(one => one.Driver == "ui")))
            .Where(pair => pair is { Api: not null, Ui: not null }).ToList();
        return pairs.Count == 0 ? null : [.. pairs.SelectMany(pair => Between(pair.Api!, pair.Ui!))];
    }

    private static IEnumerable<SurfaceDifference> Between(ScenarioResult api, ScenarioResult ui)
    {
        var verdicts = Verdicts(api, ui).ToList();

        // Once an expectation holds on one only, what follows from it differs as well and tells nothing new.
        return verdicts.Count > 0 ? verdicts : Outputs(api, ui);
    }

    private static IEnumerable<SurfaceDifference> Verdicts(ScenarioResult api, ScenarioResult ui)
    {
        foreach (var (one, other) in api.Findings.Zip(ui.Findings).Where(pair => pair.First.Step == pair.Second.Step && pair.First.Function == pair.Second.Function))
        {
            if (Held(one) is { } here && Held(other) is { } there && here != there)
            {
                yield return new SurfaceDifference(api.Id, api.Name, one.Function, one.Step, DifferenceKind.Verdict, one.Observed, other.Observed);
            }
        }
    }

    // What could not be seen on one surface is no difference.
    private static bool? Held(Finding finding) => finding.Verdict switch
    {
        VerdictKind.Conforms => true,
        VerdictKind.Nonconforming => false,
        VerdictKind.Inconclusive when Seen.Contains(finding.Rule) => false,
        _ => null,
    };

    private static IEnumerable<SurfaceDifference> Outputs(ScenarioResult api, ScenarioResult ui)
    {
        foreach (var (one, other) in api.Steps.Zip(ui.Steps).Where(pair => pair.First.Text == pair.Second.Text && pair is { First: { Status: "PASSED", Outputs: not null }, Second: { Status: "PASSED", Outputs: not null } }))
        {
            // A look that is repeated until something shows is repeated as often as it takes: the last of each exchange counts.
            var there = other.Outputs!.GroupBy(output => output.Exchange).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
            foreach (var here in one.Outputs!.GroupBy(output => output.Exchange).Select(group => group.Last()).Where(output => there.ContainsKey(output.Exchange)))
            {
                if (Difference(here, there[here.Exchange]) is { } difference)
                {
                    var unit = UnitText.Parse(one.Text)?.Unit ?? (api.Functions is [var first, ..] ? first : "");
                    yield return new SurfaceDifference(api.Id, api.Name, unit, one.Text, difference.Kind, difference.Api, difference.Ui);
                }
            }
        }
    }

    private static (DifferenceKind Kind, string Api, string Ui)? Difference(SeenOutput api, SeenOutput ui)
    {
        if (api.Outcome != ui.Outcome)
        {
            return (DifferenceKind.Outcome, $"{api.Exchange}: {api.Outcome}", $"{ui.Exchange}: {ui.Outcome}");
        }

        // A screen need not show every item that an API answers.
        var items = api.Items.Where(item => ui.Items.TryGetValue(item.Key, out var shown) && shown != item.Value).Select(item => item.Key).Order(StringComparer.Ordinal).ToList();
        return items.Count == 0 ? null : (DifferenceKind.Outputs,
            $"{api.Exchange}: {string.Join("、", items.Select(item => $"{item}＝{api.Items[item]}"))}", $"{ui.Exchange}: {string.Join("、", items.Select(item => $"{item}＝{ui.Items[item]}"))}");
    }
}
