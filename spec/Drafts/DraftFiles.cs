using System.Globalization;
using System.Text;
using Conformance.Spec.Csv;
using Conformance.Spec.Export;
using Conformance.Spec.Import;

namespace Conformance.Spec.Drafts;

/// <summary>Proposed files of a standard: functions.csv, and one BPMN file per flow with a lane per actor and its tasks in a row. Gateways are for a person to add.</summary>
public static class DraftFiles
{
    private const int Wide = 150, High = 110, Label = 30;

    /// <summary>File to text; paths relative to the folder of an edition.</summary>
    /// <param name="business">業務ID: flows and functions of other businesses are left out; empty for all.</param>
    public static IReadOnlyDictionary<string, string> Of(DraftProposal proposal, string business, string source)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var flows = proposal.Flows.Where(flow => business.Length == 0 || flow.Business == business).ToList();
        var steps = flows.SelectMany(flow => flow.Steps).ToLookup(step => step.Function, StringComparer.Ordinal);
        var functions = proposal.Functions.Where(function => steps.Contains(function.Key)).Select(function =>
        {
            var mark = steps[function.Key].Select(step => step.Class).FirstOrDefault(known => known.Length > 0) ?? "－";
            var first = steps[function.Key].First();
            return new ImportedFunction(function.Key, "", "", "", function.Value[0], first.Text.Split('\n')[0], "", [mark, mark, mark], mark == "－" ? "推定" : "公式", "", "", "", "", "",
                string.Create(CultureInfo.InvariantCulture, $"{source} 段落{first.Paragraph}"));
        }).ToList();
        files["functions.csv"] = ImportedFunction.Format(functions, null, keepText: false);
        for (var i = 0; i < flows.Count; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{(business.Length > 0 ? business : flows[i].Business is { Length: > 0 } own ? own : "000")}-{i + 1}");
            files[$"flows/{id}.bpmn"] = Bpmn(flows[i], id);
        }

        return files;
    }

    private static string Bpmn(DraftFlow flow, string id)
    {
        var steps = flow.Steps.Where(step => step.Change != "削除").ToList();
        var lanes = steps.Select(Lane).Distinct().ToList();
        var xml = new StringBuilder();
        var (process, diagram) = (new StringBuilder(), new StringBuilder());
        var width = Label + 60 + ((steps.Count + 1) * Wide);
        for (var lane = 0; lane < lanes.Count; lane++)
        {
            var members = steps.Select((step, i) => (step, i)).Where(entry => Lane(entry.step) == lanes[lane]).Select(entry => $"<bpmn:flowNodeRef>{Task(entry.i)}</bpmn:flowNodeRef>").ToList();
            if (lane == 0)
            {
                members.Insert(0, "<bpmn:flowNodeRef>Start</bpmn:flowNodeRef>");
            }

            if (steps.Count > 0 && Lane(steps[^1]) == lanes[lane])
            {
                members.Add("<bpmn:flowNodeRef>End</bpmn:flowNodeRef>");
            }

            process.Append(CultureInfo.InvariantCulture, $"      <bpmn:lane id=\"Lane_{lane + 1}\" name=\"{XmlText.Escape(lanes[lane])}\">{string.Concat(members)}</bpmn:lane>\n");
            Shape(diagram, $"Lane_{(lane + 1).ToString(CultureInfo.InvariantCulture)}", Label, lane * High, width - Label, High, true);
        }

        var nodes = new StringBuilder("    <bpmn:startEvent id=\"Start\"/>\n");
        Shape(diagram, "Start", Label + 20, 37, 36, 36, false);
        var (before, at) = ("Start", (X: Label + 56, Y: 55));
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            var (x, y) = (Label + 80 + (i * Wide), (lanes.IndexOf(Lane(step)) * High) + 15);
            var function = step.Function.Length > 0 ? $" function=\"{step.Function}\"" : "";
            nodes.Append(CultureInfo.InvariantCulture, $"    <bpmn:{(step.Function.Length > 0 || Lane(step).Contains("システム", StringComparison.Ordinal) ? "serviceTask" : "userTask")} id=\"{Task(i)}\" name=\"{step.Mark}{XmlText.Escape(step.Name)}\"><bpmn:extensionElements><conf:unit step=\"{id}-{step.Mark}\"{function}/></bpmn:extensionElements></bpmn:{(step.Function.Length > 0 || Lane(step).Contains("システム", StringComparison.Ordinal) ? "serviceTask" : "userTask")}>\n");
            Shape(diagram, Task(i), x, y, 110, 80, false);
            Connect(nodes, diagram, before, Task(i), at, (x, y + 40));
            (before, at) = (Task(i), (x + 110, y + 40));
        }

        nodes.Append("    <bpmn:endEvent id=\"End\"/>\n");
        Shape(diagram, "End", at.X + 20, at.Y - 18, 36, 36, false);
        Connect(nodes, diagram, before, "End", at, (at.X + 20, at.Y));
        xml.Append(CultureInfo.InvariantCulture, $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:conf="urn:conformance:bpmn:1" id="definitions-{id}" targetNamespace="urn:conformance:draft">
              <bpmn:collaboration id="Collaboration"><bpmn:participant id="Pool" name="{XmlText.Escape(flow.Name)}" processRef="flow-{id}"/></bpmn:collaboration>
              <bpmn:process id="flow-{id}" name="{XmlText.Escape(flow.Name)}" isExecutable="false">
                <bpmn:laneSet id="Lanes">

            """);
        xml.Append(process).Append("    </bpmn:laneSet>\n").Append(nodes).Append("  </bpmn:process>\n");
        xml.Append("  <bpmndi:BPMNDiagram id=\"Diagram\"><bpmndi:BPMNPlane id=\"Plane\" bpmnElement=\"Collaboration\">\n");
        Shape(xml, "Pool", 0, 0, width, lanes.Count * High, true);
        return xml.Append(diagram).Append("  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>\n</bpmn:definitions>\n").ToString();
    }

    private static string Lane(DraftStep step) => step.Actor.Length > 0 ? step.Actor : "（読み取れない）";

    private static string Task(int i) => string.Create(CultureInfo.InvariantCulture, $"Task_{i + 1:00}");

    private static void Connect(StringBuilder nodes, StringBuilder diagram, string from, string to, (int X, int Y) start, (int X, int Y) end)
    {
        var bend = end.X - 15;
        nodes.Append(CultureInfo.InvariantCulture, $"    <bpmn:sequenceFlow id=\"Flow_{from}_{to}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>\n");
        diagram.Append(CultureInfo.InvariantCulture, $"    <bpmndi:BPMNEdge id=\"Flow_{from}_{to}_di\" bpmnElement=\"Flow_{from}_{to}\"><di:waypoint x=\"{start.X}\" y=\"{start.Y}\"/>{(start.Y == end.Y ? "" : string.Create(CultureInfo.InvariantCulture, $"<di:waypoint x=\"{bend}\" y=\"{start.Y}\"/><di:waypoint x=\"{bend}\" y=\"{end.Y}\"/>"))}<di:waypoint x=\"{end.X}\" y=\"{end.Y}\"/></bpmndi:BPMNEdge>\n");
    }

    private static void Shape(StringBuilder diagram, string id, int x, int y, int width, int height, bool horizontal) =>
        diagram.Append(CultureInfo.InvariantCulture, $"    <bpmndi:BPMNShape id=\"{id}_di\" bpmnElement=\"{id}\"{(horizontal ? " isHorizontal=\"true\"" : "")}><dc:Bounds x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/></bpmndi:BPMNShape>\n");
}
