using System.Net;
using System.Text;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Office.Screens;

/// <summary>The frame around every screen.</summary>
/// <param name="product">Name of the application.</param>
internal sealed class Frame(string product)
{
    private const string Style = """
        :root{color-scheme:light;font-family:"Noto Sans CJK JP","Noto Sans JP","Yu Gothic",sans-serif;line-height:1.6;color:#1a1a1c;background:#f8f8fb}
        body{margin:0}header{background:#0b3d2e;color:#fff;padding:.5rem 1rem;display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center}
        header p{margin:0;font-weight:700}header form{margin-left:auto}.work{display:flex;flex-wrap:wrap;align-items:flex-start}
        nav{background:#fff;border-right:1px solid #949494;padding:.5rem 1rem;flex:0 0 14rem}nav h2{font-size:.875rem;margin:.75rem 0 .125rem;color:#4d4d4d}
        nav ul{list-style:none;margin:0;padding:0}a{color:#0017c1}a[aria-current]{font-weight:700;color:#1a1a1c}
        main{flex:1 1 30rem;min-width:0;padding:1rem}h1{font-size:1.5rem;margin:.25rem 0 1rem}
        fieldset{border:1px solid #949494;border-radius:.5rem;background:#fff;margin:0 0 1rem;padding:.75rem 1rem;display:grid;gap:.5rem 1rem;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr))}
        legend{font-weight:700;padding:0 .25rem}.field label{display:block}
        input,select,textarea{box-sizing:border-box;width:100%;font:inherit;padding:.375rem .5rem;border:1px solid #626264;border-radius:.25rem;background:#fff;color:inherit}
        .hissu{color:#b30000;font-size:.875rem}.actions{margin:.5rem 0}
        button{font:inherit;padding:.375rem 1.25rem;border-radius:.375rem;border:1px solid #0b3d2e;background:#0b3d2e;color:#fff;cursor:pointer}
        header button{background:#fff;color:#0b3d2e}:focus-visible{outline:3px solid #000;outline-offset:2px;box-shadow:0 0 0 2px #ffd43d}
        .scroll{overflow-x:auto;margin:0 0 1rem}table{border-collapse:collapse;background:#fff;margin:0 0 1rem}caption{text-align:left;font-weight:700;padding:.25rem 0}
        th,td{border:1px solid #949494;padding:.25rem .5rem;text-align:left;overflow-wrap:anywhere}th{background:#e6f5ec;white-space:nowrap}.scroll td{overflow-wrap:normal;word-break:keep-all}
        [role=status],[role=alert]{padding:.5rem 1rem;border-radius:.5rem;margin:0 0 1rem;background:#fff;border:2px solid #197a4b}[role=alert]{border-color:#b30000}
        [role=alert] ul{margin:0;padding-left:1.25rem}
        """;

    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A page.</summary>
    /// <param name="operatorId">Null before login: then there is no menu.</param>
    /// <param name="current">Title of the screen.</param>
    /// <param name="message">For role=status; null where there is nothing to say.</param>
    public string Page(
        string current, string? operatorId, IEnumerable<Operation> menu, string? message, IReadOnlyList<WorkError> errors, string body)
    {
        var html = new StringBuilder($"""
            <!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>{Text(current)}｜{Text(product)}</title><style>{Style}</style></head><body><header><p>{Text(product)}</p>
            """);
        if (operatorId is not null)
        {
            html.Append($"<span>操作者：{Text(operatorId)}</span><form method=\"post\" action=\"/logout\"><button>ログアウト</button></form>");
        }

        html.Append("</header><div class=\"work\">");
        if (operatorId is not null)
        {
            html.Append("<nav aria-label=\"メニュー\">");
            foreach (var group in menu.GroupBy(operation => operation.Group))
            {
                html.Append($"<h2>{Text(group.Key)}</h2><ul>").AppendJoin("", group.Select(operation =>
                    $"<li><a href=\"/{operation.Path}\"{(operation.Title == current ? " aria-current=\"page\"" : "")}>{Text(operation.Title)}</a></li>")).Append("</ul>");
            }

            html.Append("</nav>");
        }

        html.Append($"<main><h1>{Text(current)}</h1>");
        if (message is not null)
        {
            html.Append($"<div role=\"status\">{Text(message)}</div>");
        }

        if (errors.Count > 0)
        {
            html.Append("<div role=\"alert\"><ul>").AppendJoin("", errors.Select(error => $"<li>{Text($"{error.Code} {error.Message}")}</li>")).Append("</ul></div>");
        }

        return html.Append(body).Append("</main></div></body></html>").ToString();
    }
}
