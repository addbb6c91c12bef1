using System.Globalization;
using System.Text;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Drawing;

/// <summary>A page that shows one route or all of them on the diagram. It needs no script and nothing from anywhere else.</summary>
public static class FlowPage
{
    /// <param name="words">Japanese or English text of: heading, all routes, uncovered, proof.</param>
    public static string Html(BpmnModel model, IReadOnlyList<DrawnSuite> suites, string language, FlowPageWords words)
    {
        var total = suites.Sum(suite => suite.Routes.Count);
        var style = new StringBuilder();
        for (var i = 1; i <= total; i++)
        {
            style.Append(CultureInfo.InvariantCulture, $"body:has(#c{i}:checked) .route:not(.r{i}){{display:none}}\n");
        }

        var list = new StringBuilder();
        var number = 0;
        foreach (var suite in suites)
        {
            list.Append(CultureInfo.InvariantCulture, $"<h2>{ShapeDrawing.Escaped(suite.Title)}</h2>\n<ol start=\"{number + 1}\">\n");
            foreach (var route in suite.Routes)
            {
                number++;
                list.Append(CultureInfo.InvariantCulture, $"<li><label><input type=\"radio\" name=\"route\" id=\"c{number}\"> <span class=\"key\" style=\"background:{FlowDrawing.Colour(number - 1)}\"></span>{ShapeDrawing.Escaped(route.Text)}</label></li>\n");
            }

            list.Append("</ol>\n");
            Elements(list, words.Proof, suite.Marked);
            Elements(list, words.Uncovered, suite.Uncovered);
        }

        return $$"""
            <!DOCTYPE html>
            <html lang="{{language}}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{ShapeDrawing.Escaped(words.Heading)}} {{ShapeDrawing.Escaped(Path.GetFileName(model.File))}}</title>
            <style>
            body{margin:1rem;font-family:'Noto Sans CJK JP','Noto Sans JP','Hiragino Sans','Yu Gothic',sans-serif;font-size:.9rem;color:#222;line-height:1.6}
            .picture{overflow:auto;border:1px solid #ccc;max-height:70vh}
            .key{display:inline-block;width:1.6em;height:.5em;margin-right:.5em;vertical-align:middle}
            h1{font-size:1.2rem}h2{font-size:1rem}li{overflow-wrap:anywhere}
            {{style}}</style>
            </head>
            <body>
            <h1>{{ShapeDrawing.Escaped(words.Heading)}} {{ShapeDrawing.Escaped(Path.GetFileName(model.File))}}</h1>
            <div class="picture" tabindex="0" role="region" aria-label="{{ShapeDrawing.Escaped(words.Heading)}}">
            {{FlowDrawing.Svg(model, suites)}}</div>
            <p><label><input type="radio" name="route" id="all" checked> {{ShapeDrawing.Escaped(words.All)}}</label></p>
            {{list}}</body>
            </html>

            """;
    }

    private static void Elements(StringBuilder list, string heading, IReadOnlyDictionary<string, string> elements)
    {
        if (elements.Count == 0)
        {
            return;
        }

        list.Append(CultureInfo.InvariantCulture, $"<h3>{ShapeDrawing.Escaped(heading)}</h3>\n<ul>\n");
        foreach (var (id, text) in elements)
        {
            list.Append(CultureInfo.InvariantCulture, $"<li><code>{ShapeDrawing.Escaped(id)}</code> {ShapeDrawing.Escaped(text)}</li>\n");
        }

        list.Append("</ul>\n");
    }
}

/// <summary>The words of a page in one language.</summary>
public sealed record FlowPageWords(string Heading, string All, string Proof, string Uncovered);
