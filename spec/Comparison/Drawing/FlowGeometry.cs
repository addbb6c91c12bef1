using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Conformance.Spec.Flows;

namespace Conformance.Spec.Comparison.Drawing;

/// <summary>Where the parts of a flow are drawn: from the file's diagram interchange, or laid out where the file has none.</summary>
/// <param name="Shapes">By ID of the element; in units of the diagram (pixels).</param>
/// <param name="Edges">Way points by ID of the sequence flow.</param>
/// <param name="Lanes">Name and place.</param>
internal sealed record FlowGeometry(IReadOnlyDictionary<string, Box> Shapes, IReadOnlyDictionary<string, IReadOnlyList<(double X, double Y)>> Edges, IReadOnlyList<(string Name, Box Box)> Lanes)
{
    private const double Wide = 130, High = 90, Task = 100;

    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static readonly XNamespace Dc = "http://www.omg.org/spec/DD/20100524/DC";
    private static readonly XNamespace Points = "http://www.omg.org/spec/DD/20100524/DI";

    public static FlowGeometry Of(Flow flow) => Read(flow) ?? Lay(flow);

    private static FlowGeometry? Read(Flow flow)
    {
        if (!File.Exists(flow.File))
        {
            return null;
        }

        using var reader = XmlReader.Create(flow.File, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var root = XDocument.Load(reader).Root!;
        var lanes = root.Descendants(Bpmn + "lane").ToDictionary(lane => (string?)lane.Attribute("id") ?? "", lane => (string?)lane.Attribute("name") ?? "");
        var boxes = root.Descendants(Di + "BPMNShape").Select(shape => (Id: (string?)shape.Attribute("bpmnElement") ?? "", Bounds: shape.Element(Dc + "Bounds")))
            .Where(shape => shape.Bounds is not null).DistinctBy(shape => shape.Id).ToDictionary(shape => shape.Id, shape => Bounds(shape.Bounds!), StringComparer.Ordinal);
        if (flow.Nodes.Any(node => !boxes.ContainsKey(node.Id)))
        {
            return null;
        }

        var edges = root.Descendants(Di + "BPMNEdge").DistinctBy(edge => (string?)edge.Attribute("bpmnElement")).ToDictionary(
            edge => (string?)edge.Attribute("bpmnElement") ?? "",
            edge => (IReadOnlyList<(double, double)>)[.. edge.Elements(Points + "waypoint").Select(point => (Number(point, "x"), Number(point, "y")))], StringComparer.Ordinal);
        return new FlowGeometry(boxes, edges, [.. lanes.Where(lane => boxes.ContainsKey(lane.Key)).Select(lane => (lane.Value, boxes[lane.Key]))]);
    }

    /// <summary>A row per lane, a column per step from the start; nodes of one column and lane stand below each other.</summary>
    private static FlowGeometry Lay(Flow flow)
    {
        var depth = new Dictionary<string, int>(StringComparer.Ordinal);
        var entered = flow.Edges.Select(edge => edge.To).ToHashSet(StringComparer.Ordinal);
        var open = new Queue<string>(flow.Nodes.Where(node => !entered.Contains(node.Id)).Select(node => node.Id).DefaultIfEmpty(flow.Nodes.Count > 0 ? flow.Nodes[0].Id : ""));
        foreach (var start in open)
        {
            depth[start] = 0;
        }

        while (open.TryDequeue(out var id))
        {
            foreach (var edge in flow.Edges.Where(edge => edge.From == id && !depth.ContainsKey(edge.To)))
            {
                depth[edge.To] = depth[id] + 1;
                open.Enqueue(edge.To);
            }
        }

        var shapes = new Dictionary<string, Box>(StringComparer.Ordinal);
        var lanes = new List<(string, Box)>();
        var columns = depth.Count == 0 ? 1 : depth.Values.Max() + 2;
        double top = 0;
        foreach (var lane in flow.Nodes.GroupBy(node => node.Lane))
        {
            var cells = lane.GroupBy(node => depth.GetValueOrDefault(node.Id, columns - 1)).ToList();
            foreach (var cell in cells)
            {
                foreach (var (node, row) in cell.Select((node, row) => (node, row)))
                {
                    var (width, height) = node.IsTask ? (Task, 64.0) : node.IsGateway ? (44.0, 44.0) : (32.0, 32.0);
                    shapes[node.Id] = new Box(40 + (cell.Key * Wide) + ((Task - width) / 2), top + 12 + (row * High) + ((64 - height) / 2), width, height);
                }
            }

            var band = cells.Max(cell => cell.Count()) * High;
            lanes.Add((lane.Key, new Box(0, top, 40 + (columns * Wide), band)));
            top += band;
        }

        var edges = flow.Edges.Where(edge => shapes.ContainsKey(edge.From) && shapes.ContainsKey(edge.To)).DistinctBy(edge => edge.Id)
            .ToDictionary(edge => edge.Id, edge => Way(shapes[edge.From], shapes[edge.To]), StringComparer.Ordinal);
        return new FlowGeometry(shapes, edges, lanes);
    }

    private static IReadOnlyList<(double X, double Y)> Way(Box from, Box to)
    {
        var (y, target) = (from.Y + (from.Height / 2), to.Y + (to.Height / 2));
        if (to.X > from.X)
        {
            var bend = to.X - 12;
            return [(from.X + from.Width, y), (bend, y), (bend, target), (to.X, target)];
        }

        var below = Math.Max(from.Y + from.Height, to.Y + to.Height) + 8;
        return [(from.X + (from.Width / 2), from.Y + from.Height), (from.X + (from.Width / 2), below), (to.X + (to.Width / 2), below), (to.X + (to.Width / 2), to.Y + to.Height)];
    }

    private static Box Bounds(XElement bounds) => new(Number(bounds, "x"), Number(bounds, "y"), Number(bounds, "width"), Number(bounds, "height"));

    private static double Number(XElement element, string name) =>
        double.TryParse((string?)element.Attribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
