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
        var terms = role.Flows.GetValueOrDefault(flow.Id);
        foreach (var run in RunFinder.Find(standard, flow))
        {
            var exchanges = LaneView.Of(run, role.Name);
            if (exchanges.Count == 0)
            {
                continue;
            }

            var classes = run.Decisions.LastOrDefault(outcome => outcome.Classes.Count > 0)?.Classes.Cast<DataClass?>() ?? [null];
            foreach (var data in classes)
            {
                var special = data is null ? null : terms?.Classes.GetValueOrDefault(data.Id);
                scenarios.Add(Scenario(role, flow, run, exchanges, data, terms, special));
            }
        }

        return scenarios;
    }

    /// <summary>For the head of the feature: what no run of the flow covers, and why.</summary>
    public static IEnumerable<string> Uncovered(Standard standard, Flow flow) =>
        RunFinder.FindAll(standard, flow).Infeasible.Select(element => $"どの実行でも通れない: {element.Element}（{element.Reason}）");

    private static ScenarioDraft Scenario(
        RoleContracts role, Flow flow, FlowRun run, IReadOnlyList<LaneExchange> exchanges, DataClass? data, FlowContract? terms, FlowContract? special)
    {
        var steps = new List<StepDraft>();
        steps.AddRange((terms?.Given ?? []).Concat(special?.Given ?? []).Select(given => new StepDraft("前提", given)));
        var path = run.Nodes.Where(node => node.Lane == role.Name).Select(node => role.Unit == VerdictUnit.Function ? node.Function : node.Step).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < exchanges.Count; i++)
        {
            var exchange = role.Exchanges.GetValueOrDefault(exchanges[i].Exchange)
                ?? throw new BadInputException(new Problem("CF2030", flow.File, exchanges[i].At.Line, exchanges[i].At.Column,
                    $"「{exchanges[i].At.Name}」 begins an exchange 「{exchanges[i].Exchange}」 that the role {role.Name} does not have.", "Name one of: " + string.Join(", ", role.Exchanges.Keys) + "."));
            steps.Add(new StepDraft("もし", (i == 0 ? special?.Do ?? terms?.Do : null) ?? exchange.Do));

            // Only the first exchange of a run depends on the class of data.
            var shows = new Dictionary<string, string>(exchange.Shows, StringComparer.Ordinal);
            foreach (var (unit, sentence) in (i == 0 ? terms?.Shows.Concat(special?.Shows ?? new Dictionary<string, string>()) : null) ?? [])
            {
                shows[unit] = sentence;
            }

            var here = role.Unit == VerdictUnit.Function
                ? exchanges[i].Nodes.Select(node => node.Function).ToHashSet(StringComparer.Ordinal)
                : path;
            steps.AddRange(shows.Where(show => here.Contains(show.Key)).Select(show =>
            {
                var contract = role.ContractOf(show.Key);
                return new StepDraft("ならば", show.Value, show.Key, contract?.Basis ?? Basis.Assumed, contract?.Source ?? "");
            }));
        }

        var id = $"{role.Slug}.{flow.Id}.{run.Path}" + (data is null ? "" : "." + data.Id);
        return new ScenarioDraft(id, flow.Name + (data is null ? "" : "（" + data.Name + "）"), steps)
        {
            Flow = (flow.Id, run.Path, data?.Id ?? ""),
            Surfaces = ["api", "ui"],
        };
    }
}
