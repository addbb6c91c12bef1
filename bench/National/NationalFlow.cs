using System.Globalization;
using System.Text;

namespace Conformance.Bench.National;

/// <summary>A flow of twelve tasks in three lanes with one decision, as BPMN with its diagram.</summary>
internal static class NationalFlow
{
    /// <param name="functions">機能IDs of the tasks in the system's lane: eight.</param>
    /// <param name="isRevised">One task more.</param>
    public static string Write(string id, string business, int flow, IReadOnlyList<string> functions, bool isRevised)
    {
        var nodes = new List<(string Id, string Kind, string Name, int Lane, string Unit)> { ("S", "startEvent", "", 0, "") };
        void Task(string name, int lane, string unit) => nodes.Add(($"T{nodes.Count.ToString(CultureInfo.InvariantCulture)}", lane == 2 ? "serviceTask" : "userTask", name, lane, unit));

        Task("申込書を出す", 0, $"step=\"{id}-①\"");
        Task("申込書を受け取る", 1, $"step=\"{id}-②\"");
        for (var i = 0; i < 5; i++)
        {
            Task(NationalText.Name(flow, i), 2, $"step=\"{id}-{(char)('③' + i)}\" function=\"{functions[i]}\"{(i == 0 ? $" exchange=\"受付{flow.ToString(CultureInfo.InvariantCulture)}\"" : "")}");
        }

        if (isRevised)
        {
            Task("加えられた作業", 2, $"step=\"{id}-㉑\" function=\"{functions[0]}\"");
        }

        nodes.Add(("G", "exclusiveGateway", "認められるか", 2, ""));
        var split = nodes.Count;
        Task("決定を登録する", 2, $"step=\"{id}-⑧\" function=\"{functions[5]}\"");
        Task("却下を登録する", 2, $"step=\"{id}-⑨\" function=\"{functions[6]}\"");
        Task("通知を作る", 2, $"step=\"{id}-⑩\" function=\"{functions[7]}\"");
        nodes.Add(("E", "endEvent", "", 2, ""));
        var edges = new List<(string Id, string From, string To)>();
        void Edge(string from, string to) => edges.Add(($"F_{from}_{to}", from, to));

        for (var i = 0; i + 1 < split; i++)
        {
            Edge(nodes[i].Id, nodes[i + 1].Id);
        }

        Edge("G", nodes[split].Id);
        Edge("G", nodes[split + 1].Id);
        Edge(nodes[split].Id, nodes[split + 2].Id);
        Edge(nodes[split + 1].Id, nodes[split + 2].Id);
        Edge(nodes[split + 2].Id, "E");
        return Xml(id, business, nodes, edges, nodes[split].Id, nodes[split + 1].Id);
    }

    private static string Xml(string id, string business, List<(string Id, string Kind, string Name, int Lane, string Unit)> nodes, List<(string Id, string From, string To)> edges, string yes, string no)
    {
        var xml = new StringBuilder();
        xml.Append(CultureInfo.InvariantCulture, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\" xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\" xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\" xmlns:conf=\"urn:conformance:bpmn:1\" id=\"D\" targetNamespace=\"urn:synthetic\">\n<process id=\"flow-{id}\" name=\"{business}の流れ{id}\">\n<laneSet id=\"L\">");
        string[] lanes = ["住民", "職員", business + "システム"];
        for (var lane = 0; lane < lanes.Length; lane++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<lane id=\"L{lane}\" name=\"{lanes[lane]}\">").AppendJoin("", nodes.Where(node => node.Lane == lane).Select(node => $"<flowNodeRef>{node.Id}</flowNodeRef>")).Append("</lane>");
        }

        xml.Append("</laneSet>\n");
        foreach (var node in nodes)
        {
            var inside = node.Unit.Length > 0 ? $"<extensionElements><conf:unit {node.Unit}/></extensionElements>"
                : node.Id == "G" ? $"<extensionElements><conf:decision by=\"職員\"><conf:outcome sequenceFlow=\"F_G_{yes}\" answer=\"Y\"><conf:class id=\"yes\" name=\"認められる\"/></conf:outcome><conf:outcome sequenceFlow=\"F_G_{no}\" answer=\"N\"><conf:class id=\"no\" name=\"認められない\"/></conf:outcome></conf:decision></extensionElements>" : "";
            var ends = string.Concat(edges.Where(edge => edge.To == node.Id).Select(edge => $"<incoming>{edge.Id}</incoming>").Concat(edges.Where(edge => edge.From == node.Id).Select(edge => $"<outgoing>{edge.Id}</outgoing>")));
            xml.Append(CultureInfo.InvariantCulture, $"<{node.Kind} id=\"{node.Id}\" name=\"{node.Name}\">{inside}{ends}</{node.Kind}>\n");
        }

        foreach (var edge in edges)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<sequenceFlow id=\"{edge.Id}\" sourceRef=\"{edge.From}\" targetRef=\"{edge.To}\"/>\n");
        }

        xml.Append("</process>\n<bpmndi:BPMNDiagram id=\"Dg\"><bpmndi:BPMNPlane id=\"P\">\n");
        for (var i = 0; i < nodes.Count; i++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<bpmndi:BPMNShape id=\"{nodes[i].Id}_di\" bpmnElement=\"{nodes[i].Id}\"><dc:Bounds x=\"{i * 140}\" y=\"{nodes[i].Lane * 120}\" width=\"100\" height=\"80\"/></bpmndi:BPMNShape>\n");
        }

        foreach (var edge in edges)
        {
            int From(string node) => nodes.FindIndex(entry => entry.Id == node);
            xml.Append(CultureInfo.InvariantCulture, $"<bpmndi:BPMNEdge id=\"{edge.Id}_di\" bpmnElement=\"{edge.Id}\"><di:waypoint x=\"{(From(edge.From) * 140) + 100}\" y=\"40\"/><di:waypoint x=\"{From(edge.To) * 140}\" y=\"40\"/></bpmndi:BPMNEdge>\n");
        }

        return xml.Append("</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>\n</definitions>\n").ToString();
    }
}
