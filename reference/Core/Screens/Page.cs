using System.Text;
using Conformance.Reference.Core.Work;

namespace Conformance.Reference.Core.Screens;

/// <summary>The frame around every screen.</summary>
internal sealed record Page(string Title, string Body)
{
    private const string Style = """
        :root{color-scheme:light;font-family:"Noto Sans CJK JP","Noto Sans JP","Yu Gothic",sans-serif;line-height:1.6;color:#1a1a1c;background:#f8f8fb}
        body{margin:0}header{background:#00118f;color:#fff;padding:.5rem 1rem;display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center}
        header p{margin:0;font-weight:700}header form{margin-left:auto}
        nav{background:#fff;border-bottom:1px solid #949494;padding:.5rem 1rem}nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0;padding:0}
        a{color:#0017c1}a[aria-current]{font-weight:700;color:#1a1a1c}
        main{max-width:72rem;margin:0 auto;padding:1rem}h1{font-size:1.5rem;margin:.25rem 0 1rem}
        fieldset{border:1px solid #949494;border-radius:.5rem;background:#fff;margin:0 0 1rem;padding:.75rem 1rem;display:grid;gap:.5rem 1rem;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr))}
        legend{font-weight:700;padding:0 .25rem}.field label{display:block}.field input[type=checkbox]+label{display:inline;margin-left:.5rem}
        input[type=text],input[type=password],select{box-sizing:border-box;width:100%;font:inherit;padding:.375rem .5rem;border:1px solid #626264;border-radius:.25rem;background:#fff;color:inherit}
        input.narrow{max-width:16rem}.hissu{color:#b30000;font-size:.875rem}
        button{font:inherit;padding:.375rem 1.25rem;border-radius:.375rem;border:1px solid #0017c1;background:#0017c1;color:#fff;cursor:pointer;white-space:nowrap}
        button.second{background:#fff;color:#0017c1}:focus-visible{outline:3px solid #000;outline-offset:2px;box-shadow:0 0 0 2px #ffd43d}
        .actions{margin:.5rem 0;grid-column:1/-1}.scroll{overflow-x:auto;margin:0 0 1rem}
        table{border-collapse:collapse;background:#fff;margin:0 0 1rem}caption{text-align:left;font-weight:700;padding:.25rem 0}
        th,td{border:1px solid #949494;padding:.25rem .5rem;text-align:left;overflow-wrap:anywhere}th{background:#e8f1fe;font-weight:700}.scroll th,.scroll td{white-space:nowrap}
        [role=status],[role=alert]{padding:.5rem 1rem;border-radius:.5rem;margin:0 0 1rem;background:#fff;border:2px solid #197a4b}[role=alert]{border-color:#b30000}
        [role=alert] ul{margin:0;padding-left:1.25rem}
        """;

    /// <summary>操作者ID; null before login, when there is no menu.</summary>
    public string? Operator { get; init; }

    public IReadOnlyList<IScreen> Menu { get; init; } = [];

    public string? Status { get; init; }

    public IReadOnlyList<WorkError> Errors { get; init; } = [];

    public string Html()
    {
        var html = new StringBuilder($"""
            <!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>{Markup.Text(Title)}｜健康管理</title><style>{Style}</style></head><body><header><p>健康管理（業務ID 019、架空）</p>
            """);
        if (Operator is not null)
        {
            html.Append($"<span>操作者：{Markup.Text(Operator)}</span><form method=\"post\" action=\"/logout\"><button class=\"second\">ログアウト</button></form>");
        }

        html.Append("</header>");
        if (Menu.Count > 0)
        {
            html.Append("<nav aria-label=\"メニュー\"><ul>")
                .AppendJoin("", Menu.Select(screen =>
                    $"<li><a href=\"{screen.Path}\"{(screen.Title == Title ? " aria-current=\"page\"" : "")}>{screen.Title}</a></li>"))
                .Append("</ul></nav>");
        }

        html.Append($"<main><h1>{Markup.Text(Title)}</h1>");
        if (Status is not null)
        {
            html.Append($"<div role=\"status\">{Markup.Text(Status)}</div>");
        }

        if (Errors.Count > 0)
        {
            html.Append("<div role=\"alert\"><ul>")
                .AppendJoin("", Errors.Select(error => $"<li>{Markup.Text($"{error.Code} {error.Message}")}</li>"))
                .Append("</ul></div>");
        }

        return html.Append(Body).Append("</main></body></html>").ToString();
    }
}
