using System.Globalization;
using System.Net;
using System.Text;
using Conformance.Spec.Flows;

namespace Conformance.Spec.Comparison.Drawing;

/// <summary>Draws a flow as SVG, with what is new, gone or changed in colours.</summary>
internal static class FlowPicture
{
    private const double Margin = 12;

    /// <param name="marks">ID of a node to <c>added</c>, <c>removed</c> or <c>changed</c>.</param>
    /// <param name="label">What the picture shows, for readers who do not see it.</param>
    public static string Svg(Flow flow, IReadOnlyDictionary<string, string> marks, string label)
    {
        var geometry = FlowGeometry.Of(flow);
        var (left, top) = (geometry.Lanes.Select(lane => lane.Box.X).Concat(geometry.Shapes.Values.Select(box => box.X)).DefaultIfEmpty(0).Min() - Margin,
            geometry.Lanes.Select(lane => lane.Box.Y).Concat(geometry.Shapes.Values.Select(box => box.Y)).DefaultIfEmpty(0).Min() - Margin);
        var boxes = geometry.Lanes.Select(lane => lane.Box).Concat(flow.Nodes.Select(node => geometry.Shapes[node.Id])).ToList();
        var right = boxes.Select(box => box.X + box.Width).DefaultIfEmpty(0).Max() + Margin;
        var bottom = boxes.Select(box => box.Y + box.Height).DefaultIfEmpty(0).Max() + Margin + 14;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg role=\"img\" aria-label=\"{Escape(label)}\" viewBox=\"{left:0.#} {top:0.#} {right - left:0.#} {bottom - top:0.#}\" width=\"{right - left:0}\" height=\"{bottom - top:0}\">");
        foreach (var (name, box) in geometry.Lanes)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"lane\" {At(box)}/><text class=\"lane\" transform=\"translate({box.X + 16:0.#} {box.Y + (box.Height / 2):0.#}) rotate(-90)\">{Escape(name)}</text>");
        }

        foreach (var edge in flow.Edges.Where(edge => geometry.Edges.ContainsKey(edge.Id)))
        {
            var points = geometry.Edges[edge.Id];
            svg.Append("<polyline class=\"edge\" marker-end=\"url(#arrow)\" points=\"").AppendJoin(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#},{point.Y:0.#}"))).Append("\"/>");
            if (edge.Name.Length > 0 && points.Count > 0)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<text class=\"edge\" x=\"{points[0].X + 6:0.#}\" y=\"{points[0].Y - 6:0.#}\">{Escape(edge.Name)}</text>");
            }
        }

        foreach (var node in flow.Nodes)
        {
            Append(svg, node, geometry.Shapes[node.Id], marks.GetValueOrDefault(node.Id, "same"));
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Append(StringBuilder svg, FlowNode node, Box box, string mark)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"{mark}\"><title>{Escape(string.Join(' ', new[] { node.Step, node.Name, node.Function }.Where(text => text.Length > 0)))}</title>");
        if (node.IsTask)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"node\" rx=\"8\" {At(box)}/>");
            var columns = Math.Max(4, (int)(box.Width / 11));
            var lines = node.Name.Chunk(columns).Select(line => new string(line)).Concat(node.Function.Length > 0 ? [node.Function] : []).ToList();
            for (var i = 0; i < lines.Count; i++)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<text class=\"name\" x=\"{box.X + (box.Width / 2):0.#}\" y=\"{box.Y + (box.Height / 2) + 4 + ((i - ((lines.Count - 1) / 2.0)) * 12.5):0.#}\">{Escape(lines[i])}</text>");
            }
        }
        else if (node.IsGateway)
        {
            var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
            svg.Append(CultureInfo.InvariantCulture, $"<polygon class=\"node\" points=\"{x:0.#},{box.Y:0.#} {box.X + box.Width:0.#},{y:0.#} {x:0.#},{box.Y + box.Height:0.#} {box.X:0.#},{y:0.#}\"/><text class=\"name\" x=\"{x:0.#}\" y=\"{box.Y - 5:0.#}\">{Escape(node.Name)}</text>");
        }
        else
        {
            var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"node{(node.Kind == "endEvent" ? " end" : "")}\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{Math.Min(box.Width, box.Height) / 2:0.#}\"/><text class=\"name\" x=\"{x:0.#}\" y=\"{box.Y + box.Height + 12:0.#}\">{Escape(node.Name)}</text>");
        }

        svg.Append("</g>");
    }

    private static string At(Box box) => string.Create(CultureInfo.InvariantCulture, $"x=\"{box.X:0.#}\" y=\"{box.Y:0.#}\" width=\"{box.Width:0.#}\" height=\"{box.Height:0.#}\"");

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
