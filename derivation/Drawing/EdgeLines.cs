using System.Globalization;
using System.Text;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Drawing;

/// <summary>Draws sequence and message flows, where the diagram says or, where it says nothing, with corners from border to border.</summary>
internal sealed class EdgeLines(Diagram diagram)
{
    /// <param name="uncovered">Why nothing covers it; null where something does.</param>
    /// <param name="marked">What the proof says of it; null where nothing.</param>
    public void Flow(StringBuilder svg, FlowEdge edge, string? uncovered, string? marked)
    {
        if (Line(edge.Id, edge.From, edge.To) is not { } line)
        {
            return;
        }

        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"flow\" id=\"{ShapeDrawing.Escaped(edge.Id)}\"><path d=\"{Path(line, 0)}\" stroke=\"{(uncovered is null ? "#555" : "#c00")}\" stroke-width=\"{(uncovered is null ? 1.2 : 2)}\"{(uncovered is null ? "" : " stroke-dasharray=\"5 3\"")} marker-end=\"url(#arrow)\"/>");
        var (x, y) = Middle(line);
        if (marked is not null)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"cut\" d=\"M{x - 7:0.#} {y - 7:0.#}L{x + 7:0.#} {y + 7:0.#}M{x - 7:0.#} {y + 7:0.#}L{x + 7:0.#} {y - 7:0.#}\" stroke=\"#000\" stroke-width=\"2.5\"/>");
        }

        if (edge.Name.Length > 0)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{line[0].X + 6:0.#}\" y=\"{line[0].Y - 5:0.#}\" fill=\"#333\">{ShapeDrawing.Escaped(edge.Name)}</text>");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<title>{ShapeDrawing.Escaped(string.Join("\n", new[] { edge.Id, edge.Name, uncovered ?? "", marked ?? "" }.Where(text => text.Length > 0)))}</title></g>\n");
    }

    public void Message(StringBuilder svg, MessageFlow message)
    {
        if (Line(message.Id, message.From, message.To) is { } line)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g class=\"message\"><path d=\"{Path(line, 0)}\" stroke=\"#777\" stroke-dasharray=\"3 4\" marker-end=\"url(#arrow)\"/><title>{ShapeDrawing.Escaped(message.Name.Length > 0 ? message.Name : message.Id)}</title></g>\n");
        }
    }

    /// <summary>A coloured line beside that of the other routes.</summary>
    public void Route(StringBuilder svg, FlowEdge edge, int route, int routes)
    {
        if (Line(edge.Id, edge.From, edge.To) is { } line)
        {
            var wide = Math.Min(routes, 6);
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{Path(line, ((route % wide) - ((wide - 1) / 2.0)) * 3.2)}\" stroke-width=\"3\" stroke-opacity=\"0.8\"/>");
        }
    }

    private IReadOnlyList<Point>? Line(string id, string from, string to)
    {
        if (diagram.Lines.TryGetValue(id, out var drawn))
        {
            return drawn;
        }

        if (!diagram.Shapes.TryGetValue(from, out var start) || !diagram.Shapes.TryGetValue(to, out var end))
        {
            return null;
        }

        var (a, b) = (new Point(start.X + start.Width, start.Y + (start.Height / 2)), new Point(end.X, end.Y + (end.Height / 2)));
        if (b.X > a.X)
        {
            var middle = a.X + 15;
            return [a, new Point(middle, a.Y), new Point(middle, b.Y), b];
        }

        // Back: below both.
        var below = Math.Max(start.Y + start.Height, end.Y + end.Height) + 18;
        return [new Point(start.X + (start.Width / 2), start.Y + start.Height), new Point(start.X + (start.Width / 2), below), new Point(end.X + (end.Width / 2), below), new Point(end.X + (end.Width / 2), end.Y + end.Height)];
    }

    private static string Path(IReadOnlyList<Point> line, double shift) =>
        string.Concat(line.Select((point, i) => string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{point.X + shift:0.#} {point.Y + shift:0.#}")));

    private static (double X, double Y) Middle(IReadOnlyList<Point> line)
    {
        var longest = line.Zip(line.Skip(1)).MaxBy(pair => Math.Abs(pair.First.X - pair.Second.X) + Math.Abs(pair.First.Y - pair.Second.Y));
        return ((longest.First.X + longest.Second.X) / 2, (longest.First.Y + longest.Second.Y) / 2);
    }
}
