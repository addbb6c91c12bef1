using System.Globalization;
using System.Net;
using System.Text;
using Conformance.Spec.Comparison.Drawing;
using Conformance.Spec.Export;
using Conformance.Spec.Flows;

namespace Conformance.Spec.Comparison.Writing;

/// <summary>A comparison as one HTML page without scripts or outside resources: a table per part, and each changed flow in both editions side by side.</summary>
public static class ComparisonHtml
{
    private const string Style = """
        :root{color-scheme:light;font-family:"Hiragino Sans","Yu Gothic","Noto Sans CJK JP",sans-serif;line-height:1.6}
        body{margin:0 auto;max-width:1800px;padding:1.5rem;color:#1a1a1a}
        h1{font-size:1.6rem}h2{font-size:1.25rem;border-bottom:2px solid #0017c1;margin-top:2.5rem}h3{font-size:1.05rem}
        table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{border:1px solid #999;padding:.35rem .5rem;text-align:left;vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere}th{background:#e6e6e6}
        @media(max-width:719px){body{padding:1rem}table{display:block;overflow-x:auto}th,td{min-width:5.5em}}
        td.id{font-variant-numeric:tabular-nums;white-space:nowrap}u{text-decoration-thickness:2px}
        tr.added td.kind{background:#dff3e3}tr.removed td.kind{background:#fbe2e0}tr.other td.kind{background:#fff3cd}
        .pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem}.pair>div{border:1px solid #999;overflow:auto;padding:.5rem}.pair svg{width:auto;min-width:60rem;max-width:none;height:auto}
        .legend span{display:inline-block;border:2px solid;border-radius:6px;padding:0 .6rem;margin-right:.6rem}
        .legend .added{background:#dff3e3;border-color:#197a4b}.legend .removed{background:#fbe2e0;border-color:#ba000d}.legend .changed{background:#fff3cd;border-color:#927200}
        svg text{font-size:11px;fill:#1a1a1a}svg text.name,svg text.lane{text-anchor:middle}svg rect.lane{fill:none;stroke:#767676}svg .edge{fill:none;stroke:#333}svg text.edge{stroke:none;fill:#1a1a1a}
        svg .node{fill:#fff;stroke:#333;stroke-width:1.2}svg .end{stroke-width:3}
        svg .added .node{fill:#dff3e3;stroke:#197a4b;stroke-width:2.5}svg .removed .node{fill:#fbe2e0;stroke:#ba000d;stroke-width:2.5;stroke-dasharray:5 3}svg .changed .node{fill:#fff3cd;stroke:#927200;stroke-width:2.5}
        @media(max-width:900px){.pair{grid-template-columns:1fr}}@media print{.pair{break-inside:avoid}}
        """;

    public static string Format(StandardComparison comparison, bool japanese)
    {
        var title = $"{comparison.New.Name} {comparison.Old.Edition} → {comparison.New.Edition}";
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{(japanese ? "ja" : "en")}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>{Escape(title)}</title><style>{Style}</style></head><body>");
        html.Append("<svg width=\"0\" height=\"0\" aria-hidden=\"true\" style=\"position:absolute\"><defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto-start-reverse\"><path d=\"M0 0L10 5L0 10z\"/></marker></defs></svg>");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Escape(title)}</h1>");
        if (comparison.New.Status != StandardStatus.Transcribed)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p><strong>{(comparison.New.Status == StandardStatus.Draft ? japanese ? "新しい版は案（draft）です。" : "The new edition is a draft." : japanese ? "公式の文書に基づかない例示の標準です。" : "An illustrative standard: no official text backs it.")}</strong></p>");
        }

        Summary(html, comparison, japanese);
        foreach (var part in Enum.GetValues<StandardPart>().Where(part => comparison.Of(part).Any()))
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2 id=\"{part}\">{Escape(ComparisonWords.Of(part).In(japanese))}</h2>");
            if (part == StandardPart.Flow)
            {
                Flows(html, comparison, japanese);
            }

            Table(html, comparison.Of(part), japanese);
        }

        return html.Append("</body></html>\n").ToString();
    }

    private static void Summary(StringBuilder html, StandardComparison comparison, bool japanese)
    {
        if (comparison.Differences.Count == 0)
        {
            html.Append(japanese ? "<p>違いはありません。</p>" : "<p>There is no difference.</p>");
            return;
        }

        html.Append("<ul>");
        foreach (var part in comparison.Differences.GroupBy(difference => difference.Part).OrderBy(part => part.Key))
        {
            var kinds = string.Join(japanese ? "、" : ", ", part.GroupBy(difference => difference.Kind).OrderBy(kind => kind.Key).Select(kind => string.Create(CultureInfo.InvariantCulture, $"{ComparisonWords.Of(kind.Key).In(japanese)} {kind.Count()}")));
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{part.Key}\">{Escape(ComparisonWords.Of(part.Key).In(japanese))}</a>: {Escape(kinds)}</li>");
        }

        html.Append("</ul>");
    }

    private static void Flows(StringBuilder html, StandardComparison comparison, bool japanese)
    {
        html.Append(japanese ? "<p class=\"legend\"><span class=\"added\">新設</span><span class=\"removed\">廃止</span><span class=\"changed\">変更</span></p>"
            : "<p class=\"legend\"><span class=\"added\">added</span><span class=\"removed\">removed</span><span class=\"changed\">changed</span></p>");
        foreach (var flow in comparison.Flows.Where(flow => flow.Differences.Count > 0))
        {
            html.Append(CultureInfo.InvariantCulture, $"<h3>{Escape(flow.Id)} {Escape(flow.Name)}</h3><div class=\"pair\">");
            Side(html, flow.Old, flow.Nodes.Where(pair => pair.Old is not null).ToDictionary(pair => pair.Old!.Id, pair => pair.Mark), (japanese ? "改定前 " : "before ") + comparison.Old.Edition, japanese);
            Side(html, flow.New, flow.Nodes.Where(pair => pair.New is not null).ToDictionary(pair => pair.New!.Id, pair => pair.Mark), (japanese ? "改定後 " : "after ") + comparison.New.Edition, japanese);
            html.Append("</div>");
        }
    }

    private static void Side(StringBuilder html, Flow? flow, Dictionary<string, string> marks, string label, bool japanese)
    {
        html.Append(CultureInfo.InvariantCulture, $"<div><p>{Escape(label)}</p>");
        html.Append(flow is null ? japanese ? "<p>この版にはない。</p>" : "<p>Not in this edition.</p>" : FlowPicture.Svg(flow, marks, $"{flow.Name} {label}")).Append("</div>");
    }

    private static void Table(StringBuilder html, IEnumerable<Difference> differences, bool japanese)
    {
        html.Append("<table><thead><tr>").AppendJoin("", ComparisonWords.Columns(japanese).Select(text => $"<th scope=\"col\">{text}</th>")).Append("</tr></thead><tbody>");
        foreach (var difference in differences)
        {
            var look = difference.Kind switch { DifferenceKind.Added => "added", DifferenceKind.Removed => "removed", _ => "other" };
            var (before, after) = TextDelta.Of(difference.Before, difference.After);
            html.Append(CultureInfo.InvariantCulture, $"<tr class=\"{look}\"><td class=\"id\">{Escape(difference.Id)}</td><td>{Escape(difference.Name)}</td><td>{Escape(difference.Aspect)}</td><td>{Runs(before)}</td><td>{Runs(after)}</td><td class=\"kind\">{Escape(ComparisonWords.Remark(difference, japanese))}</td></tr>");
        }

        html.Append("</tbody></table>");
    }

    private static string Runs(IReadOnlyList<TextRun> runs) => string.Concat(runs.Select(run => run.Marked ? $"<u>{Escape(run.Text)}</u>" : Escape(run.Text)));

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
