using System.Xml.Linq;
using static Conformance.Spec.Flows.BpmnDocument;

namespace Conformance.Spec.Flows;

/// <summary>Reads one <c>process</c> with everything that stands in it.</summary>
internal sealed class ProcessReading(XElement process, string file, string pool, IReadOnlyDictionary<string, string> named, List<Problem> notes)
{
    private static readonly HashSet<string> NodeKinds = new(StringComparer.Ordinal)
    {
        "task", "userTask", "serviceTask", "manualTask", "sendTask", "receiveTask", "scriptTask", "businessRuleTask", "callActivity",
        "subProcess", "transaction", "adHocSubProcess",
        "startEvent", "endEvent", "intermediateThrowEvent", "intermediateCatchEvent", "boundaryEvent",
        "exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway",
    };

    /// <summary>What carries no token.</summary>
    private static readonly HashSet<string> WithoutToken = new(StringComparer.Ordinal)
    {
        "documentation", "extensionElements", "laneSet", "dataObject", "dataObjectReference", "dataStoreReference", "dataInputAssociation",
        "dataOutputAssociation", "association", "textAnnotation", "group", "ioSpecification", "ioBinding", "property", "auditing", "monitoring", "artifact",
        "resourceRole", "performer", "humanPerformer", "potentialOwner", "supportedInterfaceRef", "supports", "correlationSubscription", "incoming", "outgoing",
        "standardLoopCharacteristics", "multiInstanceLoopCharacteristics", "completionCondition", "category",
    };

    private readonly NodeReading _node = new(named);
    private readonly List<FlowNode> _nodes = [];
    private readonly List<FlowEdge> _edges = [];
    private readonly List<FlowData> _data = [];
    private readonly List<Lane> _lanes = [];
    private readonly Dictionary<string, string> _laneOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _handlers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _leaving = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _entering = new(StringComparer.Ordinal);

    public Flow Read()
    {
        ReadLanes(process);
        Scope(process, "", _lanes.Count == 0 ? pool : "");
        var nodes = Completed();
        var (edges, loose) = Connected(nodes);
        CheckOutcomes(nodes, edges);
        var id = Id(process);
        return new Flow(id.StartsWith("flow-", StringComparison.Ordinal) ? id[5..] : id, Name(process), file, nodes, edges)
        {
            Loose = loose,
            Data = _data,
            Lanes = _lanes,
            Pool = pool,
        };
    }

    // A sub-process may have lanes of its own.
    private void ReadLanes(XElement container)
    {
        foreach (var set in container.Elements(Bpmn + "laneSet"))
        {
            Lanes(set, "");
        }
    }

    private void Lanes(XElement set, string parent)
    {
        foreach (var element in set.Elements(Bpmn + "lane"))
        {
            var lane = new Lane(Id(element), Name(element), parent);
            _lanes.Add(lane);
            foreach (var reference in element.Elements(Bpmn + "flowNodeRef"))
            {
                _laneOf[Local(reference.Value)] = lane.Name;
            }

            // Inner lanes come after, so the innermost name wins.
            foreach (var inner in element.Elements(Bpmn + "childLaneSet"))
            {
                Lanes(inner, lane.Id);
            }
        }
    }

    private void Scope(XElement container, string scope, string lane)
    {
        foreach (var element in container.Elements())
        {
            var kind = element.Name.LocalName;
            var (line, column) = At(element);
            if (element.Name.Namespace != Bpmn)
            {
                notes.Add(BpmnReader.NotRead(element, file));
            }
            else if (kind == "sequenceFlow")
            {
                _edges.Add(new FlowEdge(Id(element), Local(Attribute(element, "sourceRef")), Local(Attribute(element, "targetRef")), Name(element), line, column)
                {
                    Conditional = element.Element(Bpmn + "conditionExpression") is not null,
                    Scope = scope,
                });
            }
            else if (NodeKinds.Contains(kind))
            {
                var node = _node.Read(element, _laneOf.GetValueOrDefault(Id(element), lane)) with { Scope = scope };
                _nodes.Add(node);
                References(element, node.Id);
                if (node.IsSubProcess)
                {
                    ReadLanes(element);
                    Scope(element, node.Id, node.Lane);
                }
            }
            else if (kind is "dataObjectReference" or "dataStoreReference" or "dataObject")
            {
                _data.Add(new FlowData(Id(element), kind, Name(element)));
            }
            else if (kind == "association")
            {
                _handlers[Local(Attribute(element, "sourceRef"))] = Local(Attribute(element, "targetRef"));
            }
            else if (!WithoutToken.Contains(kind) && !(container != process && kind.EndsWith("Characteristics", StringComparison.Ordinal)))
            {
                notes.Add(BpmnReader.NotRead(element, file));
            }
        }
    }

    // Some files say only at the node, or only at the flow, what is connected.
    private void References(XElement element, string id)
    {
        foreach (var reference in element.Elements(Bpmn + "outgoing"))
        {
            _leaving.TryAdd(Local(reference.Value), id);
        }

        foreach (var reference in element.Elements(Bpmn + "incoming"))
        {
            _entering.TryAdd(Local(reference.Value), id);
        }
    }

    // A boundary event belongs to the lane of its activity, wherever it stands in the file.
    private List<FlowNode> Completed()
    {
        var byId = _nodes.GroupBy(node => node.Id).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var completed = new List<FlowNode>();
        foreach (var node in _nodes)
        {
            var host = node.IsBoundary ? byId.GetValueOrDefault(node.AttachedTo) : null;
            if (node.IsBoundary && host is null)
            {
                notes.Add(new Problem("CF2006", file, node.Line, node.Column, $"The boundary event 「{node.Id}」 is attached to 「{node.AttachedTo}」, which is no activity of this process.", "Attach it again."));
            }

            completed.Add(node with
            {
                Lane = host?.Lane ?? node.Lane,
                Handler = node is { IsBoundary: true, Trigger: EventTrigger.Compensation } ? _handlers.GetValueOrDefault(node.Id, "") : "",
            });
        }

        return completed;
    }

    private (List<FlowEdge> Edges, List<LooseEdge> Loose) Connected(List<FlowNode> nodes)
    {
        var scopeOf = nodes.GroupBy(node => node.Id).ToDictionary(group => group.Key, group => group.First().Scope, StringComparer.Ordinal);
        var (edges, loose) = (new List<FlowEdge>(), new List<LooseEdge>());
        foreach (var read in _edges)
        {
            var edge = read with
            {
                From = read.From.Length > 0 ? read.From : _leaving.GetValueOrDefault(read.Id, ""),
                To = read.To.Length > 0 ? read.To : _entering.GetValueOrDefault(read.Id, ""),
            };
            var missing = new[] { edge.From, edge.To }.Where(end => !scopeOf.ContainsKey(end)).ToList();
            if (missing.Count > 0)
            {
                var facts = missing.Select(end => end.Length > 0
                    ? new Wording($"この業務フローのノードでない「{end}」につながっている", $"ends at 「{end}」, which is no flow node of this process")
                    : end == edge.To && edge.From != edge.To ? new Wording("行き先がない", "leads nowhere") : new Wording("端がない", "lacks an end")).ToList();
                loose.Add(new LooseEdge(edge, new Wording(string.Join("、", facts.Select(fact => fact.Ja)), string.Join(" and ", facts.Select(fact => fact.En)))));
            }
            else if (scopeOf[edge.From] != scopeOf[edge.To])
            {
                loose.Add(new LooseEdge(edge, new Wording("サブプロセスの境を越えている", "crosses the border of a sub-process")));
            }
            else
            {
                edges.Add(edge with { Scope = scopeOf[edge.From] });
            }
        }

        foreach (var (edge, fact) in loose)
        {
            notes.Add(new Problem("CF2006", file, edge.Line, edge.Column, $"The sequence flow 「{edge.Id}」 {fact.En}.", "Connect it again."));
        }

        return (edges, loose);
    }

    private void CheckOutcomes(List<FlowNode> nodes, List<FlowEdge> edges)
    {
        foreach (var node in nodes)
        {
            foreach (var outcome in node.Decision?.Outcomes ?? [])
            {
                if (!edges.Any(edge => edge.Id == outcome.Edge && edge.From == node.Id))
                {
                    notes.Add(new Problem("CF2007", file, node.Line, node.Column, $"The outcome 「{outcome.Answer}」 names the sequence flow 「{outcome.Edge}」, which does not leave this gateway.", "Name one that does."));
                }
            }
        }
    }
}
