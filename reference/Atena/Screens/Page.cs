namespace Conformance.Reference.Atena.Screens;

/// <summary>The frame around every screen.</summary>
internal static class Page
{
    private const string Menu =
        """
        <nav aria-label="業務メニュー"><ul>
        <li><a href="/op/jutogaisha">住登外者</a><ul>
        <li><a href="/op/kensaku">検索</a></li>
        <li><a href="/op/shinki">新規登録</a></li>
        <li><a href="/op/hikitsugi">引継登録</a></li>
        <li><a href="/op/nayose">名寄せ</a></li>
        <li><a href="/op/rireki">履歴照会</a></li>
        </ul></li></ul></nav>
        """;

    /// <summary>A whole page; <paramref name="main"/> is HTML.</summary>
    public static IResult Of(string title, string main, Session? session) => Results.Text(
        $"""
        <!doctype html>
        <html lang="ja">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Html.Text(title)}｜住登外者宛名番号管理</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/op/style.css">
        </head>
        <body>
        <header><p class="product">住登外者宛名番号管理</p>{Operator(session)}</header>
        {(session is null ? "" : Menu)}
        <main>
        <h1>{Html.Text(title)}</h1>
        {main}
        </main>
        </body>
        </html>
        """,
        "text/html;charset=UTF-8");

    private static string Operator(Session? session) => session is null
        ? ""
        : $"<form method=\"post\" action=\"/op/logout\"><span>操作者：{Html.Text(session.OperatorId)}</span> <button class=\"plain\">ログアウト</button></form>";

    /// <summary>The style sheet of all screens.</summary>
    public const string Style =
        """
        :root { --ink: #1a1a1c; --line: #b4b4b8; --key: #00428c; --soft: #f1f4f8; }
        * { box-sizing: border-box; }
        body { margin: 0; color: var(--ink); background: #fff; font: 16px/1.6 "Noto Sans CJK JP", "Noto Sans JP", sans-serif; }
        header { display: flex; flex-wrap: wrap; gap: .5rem 1rem; justify-content: space-between; align-items: center; padding: .5rem 1rem; background: var(--key); color: #fff; }
        header p { margin: 0; font-weight: 700; }
        nav { padding: .25rem 1rem; background: var(--soft); border-bottom: 1px solid var(--line); }
        nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 0; padding: 0; list-style: none; }
        main { max-width: 72rem; margin: 0 auto; padding: 1rem; }
        h1 { font-size: 1.5rem; margin: 0 0 1rem; }
        a { color: var(--key); }
        fieldset { margin: 0 0 1rem; padding: .75rem 1rem 1rem; border: 1px solid var(--line); border-radius: .25rem; }
        legend { padding: 0 .5rem; font-weight: 700; }
        .fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: .75rem 1rem; }
        .field label { display: block; font-size: .875rem; }
        .field label span { padding: 0 .25rem; border-radius: .125rem; background: #b00020; color: #fff; font-size: .75rem; }
        input, select { width: 100%; min-height: 2.5rem; padding: .25rem .5rem; border: 1px solid #6d6d70; border-radius: .25rem; background: #fff; color: inherit; font: inherit; }
        button { min-height: 2.5rem; padding: .25rem 1.5rem; border: 1px solid var(--key); border-radius: .25rem; background: var(--key); color: #fff; font: inherit; cursor: pointer; }
        button.plain { border-color: var(--line); background: #fff; color: var(--ink); }
        .buttons, .links { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0; padding: 0; list-style: none; }
        :focus-visible { outline: 3px solid #c78f00; outline-offset: 2px; }
        .alert, .status { margin: 0 0 1rem; padding: .75rem 1rem; border-left: .375rem solid #b00020; background: #fdecee; }
        .status { border-color: #1b6b3a; background: #e9f6ee; }
        .alert p, .status p { margin: 0; }
        .alert ul { margin: 0; padding: 0 0 0 1.25rem; }
        .scroll { overflow-x: auto; margin: 0 0 1rem; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: left; font-weight: 700; padding: .25rem 0; }
        th, td { border: 1px solid var(--line); padding: .375rem .5rem; text-align: left; vertical-align: top; }
        th { background: var(--soft); font-weight: 400; }
        .scroll th, .scroll td { white-space: nowrap; }
        .pairs th { width: 38%; }
        .pairs td { overflow-wrap: anywhere; }
        """;
}
