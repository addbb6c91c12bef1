using Conformance.Spec.Contracts;
using Conformance.Spec.Flows;

namespace Conformance.Spec.Lint;

/// <summary>A function that cannot work without another one.</summary>
/// <param name="How">Flow, exchange or sentence that says so.</param>
/// <param name="File">Where that stands, relative to the standard.</param>
public sealed record FunctionDependency(string Dependent, string Required, Wording How, string File, int Line)
{
    /// <summary>
    /// Every dependency that the standard itself shows: in a flow, a task that lies on every way from the start to another; in a contract, the unit that takes in
    /// the exchange by which another is done; in a sentence, a function ID that it names.
    /// </summary>
    public static IReadOnlyList<FunctionDependency> Of(LintSubject subject) =>
        [.. FromFlows(subject).Concat(FromExchanges(subject.Standard)).Concat(FromSentences(subject))
            .Where(dependency => dependency.Dependent != dependency.Required)
            .DistinctBy(dependency => (dependency.Dependent, dependency.Required))];

    private static IEnumerable<FunctionDependency> FromFlows(LintSubject subject)
    {
        foreach (var flow in subject.Standard.Flows)
        {
            var next = flow.Edges.ToLookup(edge => edge.From, edge => edge.To);
            var entered = flow.Edges.Select(edge => edge.To).ToHashSet(StringComparer.Ordinal);
            var starts = flow.Nodes.Where(node => node.IsStart || !entered.Contains(node.Id)).Select(node => node.Id).ToList();
            var bearing = flow.Nodes.Where(node => node.Function.Length > 0).ToList();
            var reachable = Reach(starts, next, "");
            foreach (var required in bearing)
            {
                var without = Reach(starts, next, required.Id);
                foreach (var dependent in bearing.Where(node => node.Id != required.Id && reachable.Contains(node.Id) && !without.Contains(node.Id)))
                {
                    yield return new FunctionDependency(dependent.Function, required.Function,
                        new Wording($"業務フロー{flow.Id}で、{Name(dependent)}へは必ず{Name(required)}を通る", $"in flow {flow.Id} every way to {Name(dependent)} leads through {Name(required)}"),
                        subject.Relative(flow.File), dependent.Line);
                }
            }
        }
    }

    private static HashSet<string> Reach(List<string> starts, ILookup<string, string> next, string without)
    {
        var reached = starts.Where(start => start != without).ToHashSet(StringComparer.Ordinal);
        var open = new Stack<string>(reached);
        while (open.TryPop(out var node))
        {
            foreach (var target in next[node].Where(target => target != without && reached.Add(target)))
            {
                open.Push(target);
            }
        }

        return reached;
    }

    private static IEnumerable<FunctionDependency> FromExchanges(Standard standard) =>
        from role in standard.Roles
        where role.Unit == VerdictUnit.Function
        from contract in role.Contracts
        from name in contract.By.Take(1)
        where role.Exchanges.ContainsKey(name)
        let exchange = role.Exchanges[name]
        where exchange.Accepts.Length > 0
        select new FunctionDependency(contract.Unit, exchange.Accepts,
            new Wording($"「{name}」は{exchange.Accepts}が受け付ける", $"the exchange 「{name}」 is taken in by {exchange.Accepts}"), "contracts.yaml", contract.Line);

    private static IEnumerable<FunctionDependency> FromSentences(LintSubject subject)
    {
        var known = subject.Standard.Functions.Select(function => function.Id.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var function in subject.Standard.Functions)
        {
            foreach (var named in FunctionMention.In(function.Summary + "\n" + function.Remarks).Where(known.Contains))
            {
                yield return new FunctionDependency(function.Id.Value, named,
                    new Wording($"要旨が{named}を前提にしている", $"its text names {named}"), "functions.csv", subject.Line("functions.csv", function.Id.Value));
            }
        }
    }

    private static string Name(FlowNode node) => node.Step.Length > 0 ? node.Step : node.Name.Length > 0 ? node.Name : node.Id;
}
