using System.Globalization;
using System.Xml.Linq;
using static Conformance.Spec.Flows.BpmnDocument;

namespace Conformance.Spec.Flows;

/// <summary>Reads BPMN DI. A shape whose numbers cannot be read is as good as absent: it only says where something is drawn.</summary>
internal static class DiagramReader
{
    private static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static readonly XNamespace Dc = "http://www.omg.org/spec/DD/20100524/DC";
    private static readonly XNamespace Dd = "http://www.omg.org/spec/DD/20100524/DI";

    public static Diagram Read(XElement definitions)
    {
        var shapes = new Dictionary<string, Box>(StringComparer.Ordinal);
        var lines = new Dictionary<string, IReadOnlyList<Point>>(StringComparer.Ordinal);
        foreach (var plane in definitions.Elements(Di + "BPMNDiagram").Elements(Di + "BPMNPlane"))
        {
            foreach (var shape in plane.Elements(Di + "BPMNShape"))
            {
                var bounds = shape.Element(Dc + "Bounds");
                if (Number(bounds, "x") is { } x && Number(bounds, "y") is { } y && Number(bounds, "width") is { } width && Number(bounds, "height") is { } height)
                {
                    shapes.TryAdd(Local(Attribute(shape, "bpmnElement")), new Box(x, y, width, height, Attribute(shape, "isExpanded") != "false", Attribute(shape, "isHorizontal") != "false"));
                }
            }

            foreach (var line in plane.Elements(Di + "BPMNEdge"))
            {
                var points = line.Elements(Dd + "waypoint").Select(point => (X: Number(point, "x"), Y: Number(point, "y"))).ToList();
                if (points.Count > 1 && points.All(point => point.X is not null && point.Y is not null))
                {
                    lines.TryAdd(Local(Attribute(line, "bpmnElement")), [.. points.Select(point => new Point(point.X!.Value, point.Y!.Value))]);
                }
            }
        }

        return new Diagram(shapes, lines);
    }

    private static double? Number(XElement? element, string name) =>
        double.TryParse(Attribute(element, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
