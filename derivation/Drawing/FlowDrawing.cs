using System.Globalization;
using System.Text;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Drawing;

/// <summary>Draws a model with its suites as SVG: each route in a colour of its own, what nothing covers in red.</summary>
public static class FlowDrawing
{
    // Distinct for most kinds of colour vision (Okabe and Ito 2008), then the same again.
    private static readonly string[] Colours = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8a6d00", "#5b3fa8"];

    public static string Colour(int route) => Colours[route % Colours.Length];

    /// <summary>An SVG document that needs nothing else. Routes are groups of class <c>route r1</c>, <c>route r2</c>, … over all processes.</summary>
    public static string Svg(BpmnModel model, IReadOnlyList<DrawnSuite> suites)
    {
        var diagram = FlowLayout.Of(model);
        var lines = new EdgeLines(diagram);
        var uncovered = suites.SelectMany(suite => suite.Uncovered).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);
        var marked = suites.SelectMany(suite => suite.Marked).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);
        var body = new StringBuilder();
        var shapes = new ShapeDrawing(diagram, uncovered, marked);
        shapes.Backgrounds(body, model);
        foreach (var flow in model.Flows)
        {
            foreach (var edge in flow.Edges)
            {
                lines.Flow(body, edge, uncovered.GetValueOrDefault(edge.Id), marked.GetValueOrDefault(edge.Id));
            }
        }

        foreach (var message in model.Messages)
        {
            lines.Message(body, message);
        }

        var number = 0;
        foreach (var suite in suites)
        {
            var edges = model.Flows.SelectMany(flow => flow.Edges).ToLookup(edge => edge.Id);
            for (var i = 0; i < suite.Routes.Count; i++)
            {
                number++;
                body.Append(CultureInfo.InvariantCulture, $"<g class=\"route r{number}\" stroke=\"{Colour(number - 1)}\">");
                foreach (var edge in suite.Routes[i].Edges.Distinct().SelectMany(id => edges[id].Take(1)))
                {
                    lines.Route(body, edge, i, suite.Routes.Count);
                }

                body.Append("</g>\n");
            }
        }

        foreach (var node in model.Flows.SelectMany(flow => flow.Nodes.OrderBy(node => node.IsSubProcess ? 0 : node.IsBoundary ? 2 : 1)))
        {
            shapes.Node(body, node);
        }

        var all = diagram.Shapes.Values.Select(box => (box.X, box.Y, Right: box.X + box.Width, Bottom: box.Y + box.Height)).ToList();
        var points = diagram.Lines.Values.SelectMany(line => line).ToList();
        var left = all.Select(box => box.X).Concat(points.Select(point => point.X)).DefaultIfEmpty(0).Min() - 30;
        var top = all.Select(box => box.Y).Concat(points.Select(point => point.Y)).DefaultIfEmpty(0).Min() - 30;
        var right = all.Select(box => box.Right).Concat(points.Select(point => point.X)).DefaultIfEmpty(100).Max() + 30;
        var bottom = all.Select(box => box.Bottom).Concat(points.Select(point => point.Y)).DefaultIfEmpty(100).Max() + 50;
        return string.Create(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{left:0.#} {top:0.#} {right - left:0.#} {bottom - top:0.#}\" width=\"{right - left:0}\" height=\"{bottom - top:0}\" font-family=\"'Noto Sans CJK JP','Noto Sans JP','Hiragino Sans','Yu Gothic',sans-serif\" font-size=\"11\" fill=\"none\">\n"
            + $"<defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0L10 5L0 10z\" fill=\"#555\"/></marker></defs>\n<rect x=\"{left:0.#}\" y=\"{top:0.#}\" width=\"{right - left:0.#}\" height=\"{bottom - top:0.#}\" fill=\"#fff\"/>\n{body}</svg>\n");
    }
}
