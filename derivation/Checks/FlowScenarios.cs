using Conformance.Derivation.Runs;
using Conformance.Derivation.Writing;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Checks;

/// <summary>The scenarios of one flow for one role: per run and class of data, what crosses the boundary of its lane.</summary>
internal static class FlowScenarios
{
    public static IReadOnlyList<ScenarioDraft> Derive(Standard standard, RoleContracts role, Flow flow)
    {
        var scenarios = new List<ScenarioDraft>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var terms = role.Flows.GetValueOrDefault(flow.Id);
        foreach (var run in RunFinder.Find(standard, flow))
        {
            var exchanges = LaneView.Of(run, role.Name);
            if (exchanges.Count == 0)
            {
                continue;
            }

            foreach (var data in Combinations(run))
            {
                // Runs that differ only where the lane does not see it are one scenario.
                var met = exchanges.Select(exchange => $"{exchange.Exchange} {exchange.From} {string.Join(' ', exchange.Nodes.Select(node => node.Id))}").Concat(data.Select(chosen => chosen.Id));
                if (seen.Add(string.Join('\n', met)))
                {
                    scenarios.Add(Scenario(role, flow, run, exchanges, data, terms, [.. data.Select(chosen => terms?.Classes.GetValueOrDefault(chosen.Id)).OfType<FlowContract>()]));
                }
            }
        }

        return scenarios;
    }

    // Every class of every decision once: the first of each, and then each other with the first of the rest.
    private static IEnumerable<IReadOnlyList<DataClass>> Combinations(FlowRun run)
    {
        var decisions = run.Decisions.Where(outcome => outcome.Classes.Count > 0).ToList();
        yield return [.. decisions.Select(outcome => outcome.Classes[0])];
        foreach (var (outcome, i) in decisions.Select((outcome, i) => (outcome, i)))
        {
            foreach (var other in outcome.Classes.Skip(1))
            {
                yield return [.. decisions.Select((decision, j) => j == i ? other : decision.Classes[0])];
            }
        }
    }

    /// <summary>For the head of the feature: what no run of the flow covers, and why.</summary>
    public static IEnumerable<string> Uncovered(Standard standard, Flow flow) =>
        RunFinder.FindAll(standard, flow).Infeasible.Select(element => $"どの実行でも通れない: {element.Element}（{element.Reason.Ja.TrimEnd('。')}）");

    // Lines that begin with 前提 have to hold before the unit can be blamed for the others.
    private static IEnumerable<StepDraft> Shown(RoleContracts role, string unit, string sentences)
    {
        var contract = role.ContractOf(unit);
        return sentences.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(sentence => sentence.StartsWith("前提 ", StringComparison.Ordinal)
            ? CheckWords.Given(sentence["前提 ".Length..])
            : new StepDraft("ならば", sentence, unit, contract?.Basis ?? Basis.Assumed, contract?.Source ?? ""));
    }

    private static ScenarioDraft Scenario(
        RoleContracts role, Flow flow, FlowRun run, IReadOnlyList<LaneExchange> exchanges, IReadOnlyList<DataClass> data, FlowContract? terms, IReadOnlyList<FlowContract> special)
    {
        var steps = new List<StepDraft>();
        steps.AddRange((terms?.Given ?? []).Concat(special.SelectMany(chosen => chosen.Given)).Concat(terms?.Lastly ?? []).Select(given => new StepDraft("前提", given)));
        var path = run.Nodes.Where(node => node.Lane == role.Name).Select(node => role.Unit == VerdictUnit.Function ? node.Function : node.Step).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < exchanges.Count; i++)
        {
            var exchange = role.Exchanges.GetValueOrDefault(exchanges[i].Exchange)
                ?? throw new BadInputException(new Problem("CF2030", flow.File, exchanges[i].At.Line, exchanges[i].At.Column,
                    $"「{exchanges[i].At.Name}」 begins an exchange 「{exchanges[i].Exchange}」 that the role {role.Name} does not have.", "Name one of: " + string.Join(", ", role.Exchanges.Keys) + "."));
            var here = special.Prepend(terms).OfType<FlowContract>().Select(chosen => chosen.Exchanges.GetValueOrDefault(exchange.Name)).OfType<FlowContract>().ToList();
            steps.AddRange(here.SelectMany(chosen => chosen.Given).Select(given => new StepDraft("前提", given)));
            steps.Add(new StepDraft("もし", here.LastOrDefault(chosen => chosen.Do is not null)?.Do ?? (i == 0 ? special.LastOrDefault(chosen => chosen.Do is not null)?.Do ?? terms?.Do : null) ?? exchange.Do));

            // What is not said of an exchange is said of the first.
            var shows = new Dictionary<string, string>(exchange.Shows, StringComparer.Ordinal);
            foreach (var (unit, sentence) in (i == 0 ? special.Prepend(terms).OfType<FlowContract>() : []).Concat(here).SelectMany(chosen => chosen.Shows))
            {
                shows[unit] = sentence;
            }

            var reached = role.Unit == VerdictUnit.Function
                ? exchanges[i].Nodes.Select(node => node.Function).ToHashSet(StringComparer.Ordinal)
                : path;
            steps.AddRange(shows.Where(show => show.Value.Length > 0 && reached.Contains(show.Key)).SelectMany(show => Shown(role, show.Key, show.Value)));
        }

        var id = $"{role.Slug}.{flow.Id}.{run.Path}" + (data.Count == 0 ? "" : "." + string.Join('-', data.Select(chosen => chosen.Id)));
        return new ScenarioDraft(id, flow.Name + (data.Count == 0 ? "" : "（" + string.Join("、", data.Select(chosen => chosen.Name)) + "）"), steps)
        {
            Flow = (flow.Id, run.Path, string.Join('-', data.Select(chosen => chosen.Id))),
            Surfaces = special.Prepend(terms).OfType<FlowContract>().LastOrDefault(chosen => chosen.Surfaces.Count > 0)?.Surfaces ?? CheckWords.Both,
        };
    }
}
