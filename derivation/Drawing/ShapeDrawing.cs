using System.Globalization;
using System.Text;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Drawing;

/// <summary>Draws pools, lanes, data and flow nodes.</summary>
internal sealed class ShapeDrawing(Diagram diagram, IReadOnlyDictionary<string, string> uncovered, IReadOnlyDictionary<string, string> marked)
{
    /// <summary>Text for XML, without the control characters that XML does not have.</summary>
    public static string Escaped(string text) => new StringBuilder(new string([.. text.Where(c => c >= ' ' || c is '\n' or '\t')]))
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").ToString();

    public void Backgrounds(StringBuilder svg, BpmnModel model)
    {
        var bands = model.Pools.Select(pool => (pool.Id, pool.Name)).Concat(model.Flows.SelectMany(flow => flow.Lanes).Select(lane => (lane.Id, lane.Name)));
        foreach (var (id, name) in bands)
        {
            if (diagram.Shapes.TryGetValue(id, out var box))
            {
                svg.Append(CultureInfo.InvariantCulture, $"<g class=\"lane\"><rect x=\"{box.X:0.#}\" y=\"{box.Y:0.#}\" width=\"{box.Width:0.#}\" height=\"{box.Height:0.#}\" stroke=\"#999\"/>");
                svg.Append(box.Horizontal
                    ? string.Create(CultureInfo.InvariantCulture, $"<text transform=\"translate({box.X + 18:0.#} {box.Y + (box.Height / 2):0.#}) rotate(-90)\" text-anchor=\"middle\" fill=\"#444\">{Escaped(name)}</text></g>\n")
                    : string.Create(CultureInfo.InvariantCulture, $"<text x=\"{box.X + (box.Width / 2):0.#}\" y=\"{box.Y + 18:0.#}\" text-anchor=\"middle\" fill=\"#444\">{Escaped(name)}</text></g>\n"));
            }
        }

        foreach (var data in model.Flows.SelectMany(flow => flow.Data))
        {
            if (diagram.Shapes.TryGetValue(data.Id, out var box))
            {
                svg.Append(CultureInfo.InvariantCulture, $"<g class=\"data\"><rect x=\"{box.X:0.#}\" y=\"{box.Y:0.#}\" width=\"{box.Width:0.#}\" height=\"{box.Height:0.#}\" stroke=\"#aaa\" stroke-dasharray=\"2 2\"{(data.Kind == "dataStoreReference" ? " rx=\"10\"" : "")}/>");
                Below(svg, data.Name, box);
                svg.Append("</g>\n");
            }
        }
    }

    public void Node(StringBuilder svg, FlowNode node)
    {
        if (!diagram.Shapes.TryGetValue(node.Id, out var box))
        {
            return;
        }

        var reason = uncovered.GetValueOrDefault(node.Id);
        var stroke = reason is null ? "#222" : "#c00";
        var fill = reason is not null ? "#fdecec" : marked.ContainsKey(node.Id) ? "#fff3c4" : "#fff";
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"node {node.Kind}\" id=\"{Escaped(node.Id)}\">");
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        if (node.IsGateway)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x:0.#} {box.Y:0.#}L{box.X + box.Width:0.#} {y:0.#}L{x:0.#} {box.Y + box.Height:0.#}L{box.X:0.#} {y:0.#}Z\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"1.5\"/><text x=\"{x:0.#}\" y=\"{y + 6:0.#}\" font-size=\"18\" text-anchor=\"middle\" fill=\"#222\">{Sign(node)}</text>");
            Below(svg, node.Name, box);
        }
        else if (node.IsEvent)
        {
            var radius = Math.Min(box.Width, box.Height) / 2;
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{(node.Kind == "endEvent" ? 3 : 1.5)}\"{(node.Interrupting ? "" : " stroke-dasharray=\"4 2\"")}/>");
            if (node.Kind is "boundaryEvent" or "intermediateCatchEvent" or "intermediateThrowEvent")
            {
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius - 3:0.#}\" stroke=\"{stroke}\"/>");
            }

            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y + 4:0.#}\" text-anchor=\"middle\" fill=\"#222\">{Sign(node)}</text>");
            Below(svg, node.Name, box);
        }
        else
        {
            var open = node.IsSubProcess && box.Expanded && box.Height > 90;
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{box.X:0.#}\" y=\"{box.Y:0.#}\" width=\"{box.Width:0.#}\" height=\"{box.Height:0.#}\" rx=\"8\" fill=\"{fill}\" fill-opacity=\"{(open ? 0.4 : 1)}\" stroke=\"{stroke}\" stroke-width=\"{(node.Kind == "callActivity" ? 3 : 1.5)}\"{(node.TriggeredByEvent ? " stroke-dasharray=\"2 3\"" : "")}/>");
            var lines = Wrapped(node.Name, box.Width - 8).Take(5).ToList();
            var first = open ? box.Y + 16 : y + 4 - ((lines.Count - 1) * 6.5);
            for (var i = 0; i < lines.Count; i++)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{first + (i * 13):0.#}\" text-anchor=\"middle\" fill=\"#222\">{Escaped(lines[i])}</text>");
            }

            var sign = node.Repetition switch { Repetition.Loop => "↻", Repetition.Parallel => "|||", Repetition.Sequential => "≡", _ => "" };
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{box.Y + box.Height - 4:0.#}\" text-anchor=\"middle\" fill=\"#222\">{sign}</text>");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<title>{Escaped(string.Join("\n", new[] { node.Id, node.Name, node.Function, reason ?? "", marked.GetValueOrDefault(node.Id, "") }.Where(text => text.Length > 0)))}</title></g>\n");
    }

    private static string Sign(FlowNode node) => node.IsGateway
        ? node.Kind switch { "exclusiveGateway" => "×", "parallelGateway" => "+", "inclusiveGateway" => "○", "complexGateway" => "*", _ => "◇" }
        : node.Trigger switch
        {
            EventTrigger.Message => "✉",
            EventTrigger.Timer => "◷",
            EventTrigger.Error => "↯",
            EventTrigger.Escalation => "△",
            EventTrigger.Cancel => "✕",
            EventTrigger.Compensation => "◁◁",
            EventTrigger.Conditional => "≡",
            EventTrigger.Link => "➔",
            EventTrigger.Signal => "▲",
            EventTrigger.Terminate => "●",
            EventTrigger.Multiple or EventTrigger.ParallelMultiple => "⬠",
            _ => "",
        };

    private static void Below(StringBuilder svg, string name, Box box)
    {
        var y = box.Y + box.Height + 12;
        foreach (var line in Wrapped(name, 110).Take(4))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{box.X + (box.Width / 2):0.#}\" y=\"{y:0.#}\" text-anchor=\"middle\" fill=\"#333\">{Escaped(line)}</text>");
            y += 12;
        }
    }

    // Characters beyond Latin are as wide as they are high; a break comes at a blank where there is one.
    private static IEnumerable<string> Wrapped(string text, double width)
    {
        var (line, used) = (new StringBuilder(), 0.0);
        foreach (var rune in text.EnumerateRunes())
        {
            var wide = rune.Value > 0x2E7F ? 11.0 : 6.0;
            if (used + wide > width && line.Length > 0)
            {
                var blank = rune.Value > 0x2E7F ? -1 : line.ToString().LastIndexOf(' ');
                var rest = blank > 0 ? line.ToString(blank + 1, line.Length - blank - 1) : "";
                yield return blank > 0 ? line.ToString(0, blank) : line.ToString();
                line.Clear().Append(rest);
                used = rest.Length * 6.0;
            }

            line.Append(rune.ToString());
            used += wide;
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }
}
