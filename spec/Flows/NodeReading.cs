using System.Xml.Linq;
using static Conformance.Spec.Flows.BpmnDocument;

namespace Conformance.Spec.Flows;

/// <summary>Reads one flow node.</summary>
/// <param name="named">What errors, signals, escalations and messages of the file go by.</param>
internal sealed class NodeReading(IReadOnlyDictionary<string, string> named)
{
    private static readonly XNamespace Conf = "urn:conformance:bpmn:1";

    public FlowNode Read(XElement element, string lane)
    {
        var extension = element.Element(Bpmn + "extensionElements");
        var unit = extension?.Element(Conf + "unit");
        var decision = extension?.Element(Conf + "decision");
        var jump = extension?.Element(Conf + "jump");
        var (trigger, name) = Trigger(element);
        var (line, column) = At(element);
        return new FlowNode(
            Id(element), element.Name.LocalName, Name(element), lane,
            Attribute(unit, "step"), Attribute(unit, "function"), Attribute(unit, "exchange"),
            decision is null ? null : new Decision(Attribute(decision, "by"), [.. decision.Elements(Conf + "outcome").Select(Outcome)]),
            jump is null ? null : new Jump(Attribute(jump, "flow"), Attribute(jump, "step")),
            line, column)
        {
            Trigger = trigger,
            TriggerName = name,
            AttachedTo = Local(Attribute(element, "attachedToRef")),
            Interrupting = Attribute(element, element.Name.LocalName == "boundaryEvent" ? "cancelActivity" : "isInterrupting") is not ("false" or "0"),
            Repetition = Repeats(element),
            Default = Local(Attribute(element, "default")),
            Called = Local(Attribute(element, "calledElement")),
            CalledIn = Attribute(element, "calledElement").Trim() is var called && called.LastIndexOf(':') is > 0 and var colon ? element.GetNamespaceOfPrefix(called[..colon])?.NamespaceName ?? "" : "",
            TriggeredByEvent = Attribute(element, "triggeredByEvent") is "true" or "1",
            ForCompensation = Attribute(element, "isForCompensation") is "true" or "1",
            Instantiates = Attribute(element, "instantiate") is "true" or "1",
            Data = [.. element.Elements(Bpmn + "dataInputAssociation").Elements(Bpmn + "sourceRef").Concat(element.Elements(Bpmn + "dataOutputAssociation").Elements(Bpmn + "targetRef")).Select(reference => Local(reference.Value)).Distinct()],
        };
    }

    private static DecisionOutcome Outcome(XElement outcome) => new(
        Attribute(outcome, "sequenceFlow"), Attribute(outcome, "answer"), Attribute(outcome, "exchange"),
        [.. outcome.Elements(Conf + "class").Select(item => new DataClass(Attribute(item, "id"), Attribute(item, "name")))]);

    private static Repetition Repeats(XElement element) =>
        element.Element(Bpmn + "standardLoopCharacteristics") is not null ? Repetition.Loop
        : element.Element(Bpmn + "multiInstanceLoopCharacteristics") is not { } several ? Repetition.None
        : Attribute(several, "isSequential") is "true" or "1" ? Repetition.Sequential : Repetition.Parallel;

    private (EventTrigger Trigger, string Name) Trigger(XElement element)
    {
        if (!element.Name.LocalName.EndsWith("Event", StringComparison.Ordinal))
        {
            return (EventTrigger.None, "");
        }

        var definitions = element.Elements().Where(child => child.Name.Namespace == Bpmn && child.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal)).ToList();
        var references = element.Elements(Bpmn + "eventDefinitionRef").Count();
        if (definitions.Count + references > 1)
        {
            return (Attribute(element, "parallelMultiple") is "true" or "1" ? EventTrigger.ParallelMultiple : EventTrigger.Multiple, "");
        }

        if (definitions.Count == 0)
        {
            return (references == 0 ? EventTrigger.None : EventTrigger.Multiple, "");
        }

        return definitions[0].Name.LocalName switch
        {
            "messageEventDefinition" => (EventTrigger.Message, Referenced(definitions[0], "messageRef")),
            "timerEventDefinition" => (EventTrigger.Timer, ""),
            "errorEventDefinition" => (EventTrigger.Error, Referenced(definitions[0], "errorRef")),
            "escalationEventDefinition" => (EventTrigger.Escalation, Referenced(definitions[0], "escalationRef")),
            "cancelEventDefinition" => (EventTrigger.Cancel, ""),
            "compensateEventDefinition" => (EventTrigger.Compensation, Local(Attribute(definitions[0], "activityRef"))),
            "conditionalEventDefinition" => (EventTrigger.Conditional, ""),
            "linkEventDefinition" => (EventTrigger.Link, Name(definitions[0]) is { Length: > 0 } link ? link : Name(element)),
            "signalEventDefinition" => (EventTrigger.Signal, Referenced(definitions[0], "signalRef")),
            "terminateEventDefinition" => (EventTrigger.Terminate, ""),
            _ => (EventTrigger.Multiple, ""),
        };
    }

    private string Referenced(XElement definition, string attribute)
    {
        var reference = Local(Attribute(definition, attribute));
        return named.GetValueOrDefault(reference, reference);
    }
}
