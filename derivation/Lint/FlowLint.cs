using System.Runtime.CompilerServices;
using Conformance.Spec;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Lint;

/// <summary>Looks at how a flow is drawn, whatever it is about. The codes are those of <see cref="FlowRules"/>.</summary>
public static class FlowLint
{
    /// <summary>Every rule asks for its own flaws, and each flow is looked at once.</summary>
    private static readonly ConditionalWeakTable<Flow, IReadOnlyList<FlowFlaw>> Known = [];

    /// <summary>In the order of the codes, and of the file within each.</summary>
    public static IReadOnlyList<FlowFlaw> Check(Flow flow) => Known.GetValue(flow, static key => Look(key));

    private static IReadOnlyList<FlowFlaw> Look(Flow flow) =>
        [.. Connection(flow).Concat(Decisions(flow)).Concat(Gateways(flow)).Concat(FlowBehaviour.Check(flow)).OrderBy(flaw => flaw.Code, StringComparer.Ordinal).ThenBy(flaw => flaw.Line)];

    private static IEnumerable<FlowFlaw> Connection(Flow flow)
    {
        foreach (var node in flow.Nodes.Where(node => !OutsideTheFlow(flow, node)))
        {
            var (into, outOf) = (flow.Entering(node).Any(), flow.Leaving(node).Any());
            if (!into && !outOf && !node.IsBoundary)
            {
                yield return Flaw("FL101", node, "どの線ともつながっていない。", "is connected to nothing.");
            }
            else if (!into && !node.IsStart && !node.IsBoundary && !node.Instantiates && Scope(flow, node.Scope).Any(other => other.IsStart))
            {
                yield return Flaw("FL104", node, "開始イベントでないのに、入る線がない。もう一つの開始として読む。", "has no incoming flow although there is a start event; it is read as another start.");
            }
        }

        foreach (var (id, name, line) in flow.Nodes.Where(node => node.IsSubProcess && node.Kind != "adHocSubProcess").Select(node => (node.Id, Name(node), node.Line)).Prepend(("", flow.Id, 1)))
        {
            var inside = Scope(flow, id).ToList();
            var subject = id.Length > 0 ? id : flow.Id;
            if (inside.Count > 0 && !inside.Exists(node => node.IsStart))
            {
                yield return new FlowFlaw("FL102", subject, line, new Wording($"「{name}」に開始イベントがない。", $"「{name}」 has no start event."));
            }

            if (inside.Count > 0 && !inside.Exists(node => node.Kind == "endEvent"))
            {
                yield return new FlowFlaw("FL103", subject, line, new Wording($"「{name}」に終了イベントがない。", $"「{name}」 has no end event."));
            }
        }
    }

    private static IEnumerable<FlowFlaw> Decisions(Flow flow)
    {
        foreach (var node in flow.Nodes)
        {
            var leaving = flow.Leaving(node).ToList();
            if (leaving.Count < 2)
            {
                continue;
            }

            string Answer(FlowEdge edge) => node.Decision?.Outcomes.FirstOrDefault(outcome => outcome.Edge == edge.Id)?.Answer is { Length: > 0 } answer ? answer : edge.Name.Trim();
            if (node.Kind is "exclusiveGateway" or "inclusiveGateway" or "complexGateway")
            {
                foreach (var edge in leaving.Where(edge => Answer(edge).Length == 0 && !edge.Conditional && edge.Id != node.Default))
                {
                    yield return new FlowFlaw("FL105", edge.Id, edge.Line, new Wording($"分岐「{Name(node)}」から出るが、いつ選ぶのかが書かれていない。", $"leaves the decision 「{Name(node)}」 and does not say when it is taken."));
                }
            }
            else if (!node.IsGateway && leaving.Count(edge => !edge.Conditional && edge.Id != node.Default) > 1)
            {
                yield return Flaw("FL107", node, "分岐の印なしに複数の線が出る。すべてを同時に進むと読む。", "has several outgoing flows and no gateway; it is read as going all ways at once.");
            }

            foreach (var same in node.Kind == "exclusiveGateway" ? leaving.Where(edge => Answer(edge).Length > 0).GroupBy(Answer, StringComparer.Ordinal).Where(group => group.Count() > 1) : [])
            {
                yield return Flaw("FL106", node, $"{same.Count()}本の線が同じ答え「{same.Key}」を持つ。", $"has {same.Count()} flows with the same answer 「{same.Key}」.");
            }
        }
    }

    private static IEnumerable<FlowFlaw> Gateways(Flow flow)
    {
        foreach (var node in flow.Nodes.Where(node => node.IsGateway))
        {
            var (into, outOf) = (flow.Entering(node).Count(), flow.Leaving(node).Count());
            if (into == 1 && outOf == 1)
            {
                yield return Flaw("FL108", node, "一本が入り一本が出るだけで、何も分けず何も合わせない。", "has one flow in and one out: it neither splits nor joins.");
            }
            else if (into > 1 && outOf > 1)
            {
                yield return Flaw("FL109", node, "合流と分岐を兼ねている。", "joins and splits at once.");
            }
        }

        foreach (var same in flow.Edges.GroupBy(edge => (edge.From, edge.To)).Where(group => group.Count() > 1))
        {
            yield return new FlowFlaw("FL110", same.Last().Id, same.Last().Line, new Wording($"同じ二つの間に線が{same.Count()}本ある。", $"There are {same.Count()} flows between the same two elements."));
        }
    }

    private static FlowFlaw Flaw(string code, FlowNode node, string japanese, string english) => new(code, node.Id, node.Line, new Wording($"「{Name(node)}」は、{japanese}", $"「{Name(node)}」 {english}"));

    private static string Name(FlowNode node) => node.Name.Trim() is { Length: > 0 } name ? name : node.Id;

    private static IEnumerable<FlowNode> Scope(Flow flow, string id) => flow.Nodes.Where(node => node.Scope == id);

    // What an event or a compensation starts, and what may be done in any order, needs no sequence flow.
    private static bool OutsideTheFlow(Flow flow, FlowNode node) =>
        node.TriggeredByEvent || node.ForCompensation || node is { IsBoundary: true, Trigger: EventTrigger.Compensation } || node.Trigger == EventTrigger.Link
        || flow.Nodes.Any(outer => outer.Id == node.Scope && outer.Kind == "adHocSubProcess");
}
