using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace Conformance.Drivers.Tests.Miniatures;

/// <summary>A product of a few screens: login, menu, register (with confirmation), search, detail, change, history.</summary>
internal sealed class MiniatureScreens : IAsyncDisposable
{
    private static readonly string[] Items = ["氏名", "氏名_フリガナ", "性別", "生年月日", "郵便番号", "備考"];

    private readonly ConcurrentDictionary<string, List<Dictionary<string, string>>> _people = new();
    private readonly ConcurrentDictionary<string, string> _sessions = new();
    private MiniatureApi _app = null!;
    private int _numbers;
    private int _cookies;

    public Uri Address => new(_app.Address, "op/");

    public int People => _people.Count;

    /// <summary>Logins that succeeded, by user.</summary>
    public ConcurrentQueue<string> Logins { get; } = new();

    /// <summary>A path answers with this status and no page of its own.</summary>
    public ConcurrentDictionary<string, int> Down { get; } = new();

    public static async Task<MiniatureScreens> StartAsync()
    {
        var screens = new MiniatureScreens();
        screens._app = await MiniatureApi.StartAsync(screens.AnswerAsync);
        return screens;
    }

    public void ForgetSessions() => _sessions.Clear();

    public string Add(params (string Item, string Value)[] items)
    {
        var number = $"{Interlocked.Increment(ref _numbers):000000000000000}";
        _people[number] = [items.ToDictionary(i => i.Item, i => i.Value)];
        return number;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(Asked asked, HttpContext context)
    {
        var path = context.Request.Path.Value!;
        var form = asked.Body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('='))
            .ToDictionary(p => WebUtility.UrlDecode(p[0]), p => WebUtility.UrlDecode(p[1]));
        var query = context.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString());
        if (Down.TryGetValue(path, out var status))
        {
            await MiniatureApi.Answer(context, status, "<p>保守中", "text/html;charset=utf-8");
            return;
        }

        if (path == "/op/login" && form.GetValueOrDefault("pw") == "himitsu-1")
        {
            var cookie = $"c{Interlocked.Increment(ref _cookies)}";
            _sessions[cookie] = form["user"];
            Logins.Enqueue(form["user"]);
            context.Response.Cookies.Append("sid", cookie);
            context.Response.Redirect("/op/");
            return;
        }

        var user = context.Request.Cookies["sid"] is { } sid && _sessions.TryGetValue(sid, out var found) ? found : null;
        var body = user is null ? Login(form.Count > 0) : path switch
        {
            "/op/" => "<h1>メニュー</h1>",
            "/op/new" => Form("new/confirm", new(), "確認"),
            "/op/new/confirm" => Confirm(form),
            "/op/new/done" => Register(form),
            "/op/search" => Search(query),
            "/op/detail" => Detail(query["no"]),
            "/op/edit" when asked.Method == "POST" => Change(query["no"], form),
            "/op/edit" => Form("edit?no=" + query["no"], _people[query["no"]][^1], "登録"),
            "/op/history" => History(query["no"]),
            "/op/script" => Script(),
            "/op/held" => Held(),
            _ => null,
        };
        await MiniatureApi.Answer(context, body is null ? 404 : 200, Page(body ?? "<h1>見つかりません</h1>", user), "text/html;charset=utf-8");
    }

    private static string Page(string body, string? user) => $"""
        <!doctype html><html lang="ja"><meta charset="utf-8"><title>見本</title>
        <nav><ul><li>住登外者<ul><li><a href="/op/search">検索</a><li><a href="/op/new">新規登録</a></ul><li><a href="/op/script">即時</a></ul></nav>
        <p>担当者 {user}</p><main>{body}</main>
        """;

    private static string Login(bool failed) => $"""
        <h1>ログイン</h1>{(failed ? "<p role=alert>利用者IDかパスワードが違います。</p>" : "")}
        <form method=post action=/op/login><label>利用者ID <input name=user></label><label>パスワード <input type=password name=pw></label><button>ログイン</button></form>
        """;

    // Labels in three ways: for, around, and a header cell beside.
    private static string Form(string action, Dictionary<string, string> values, string button) => $"""
        <h1>入力</h1><form method=post action="/op/{action}"><button>{button}</button><div><label for=n>氏名<span>必須</span></label><input id=n name=氏名 maxlength=20 value="{values.GetValueOrDefault("氏名")}"></div>
        <label>カナ氏名 ＊ <input name=氏名_フリガナ value="{values.GetValueOrDefault("氏名_フリガナ")}"></label>
        <label>性別 <select name=性別><option value="">選択してください<option value=1 {(values.GetValueOrDefault("性別") == "1" ? "selected" : "")}>男<option value=2 {(values.GetValueOrDefault("性別") == "2" ? "selected" : "")}>女</select></label>
        <table><tr><th>生年月日</th><td><input name=生年月日 value="{values.GetValueOrDefault("生年月日")}"></td></tr></table>
        <fieldset><legend>送付</legend><label><input type=radio name=送付 value=1>する</label><label><input type=radio name=送付 value=0>しない</label></fieldset>
        <label>郵便番号 <input name=郵便番号 pattern="[0-9]*" title=数字 value="{values.GetValueOrDefault("郵便番号")}"></label>
        <label>備考 <textarea name=備考>{values.GetValueOrDefault("備考")}</textarea></label><button>{button}</button></form>
        """;

    private static string? Complaint(Dictionary<string, string> form) => form.GetValueOrDefault("氏名") is not { Length: > 0 }
        ? "<div role=alert><ul><li>E0001 氏名が設定されていません。<li>入力を直してください。</ul></div>" : null;

    private static string Confirm(Dictionary<string, string> form) => Complaint(form) is { } complaint ? complaint + Form("new/confirm", form, "確認") : $"""
        <h1>確認</h1><form method=post action=/op/new/done>{string.Concat(form.Select(f => $"<input type=hidden name={f.Key} value=\"{f.Value}\">"))}<button>登録する</button></form>
        """;

    private string Register(Dictionary<string, string> form)
    {
        var number = Add([.. form.Select(f => (f.Key, f.Value))]);
        return $"<h1>完了</h1><div role=status>登録しました。履歴番号は1です。<table><caption>登録結果</caption><tr><th>住登外者宛名番号<td>{number}<tr><th>氏名<td>{form["氏名"]}</table></div>";
    }

    private string Search(Dictionary<string, string> query)
    {
        var text = """
            <h1>検索</h1><form><label>宛名番号 <input name=宛名番号></label><label>氏名 <input name=氏名></label>
            <label>一致条件 <select name=m><option value=e>完全一致<option value=p>部分一致</select></label><button>検索</button></form>
            """;
        if (query.Count == 0)
        {
            return text;
        }

        var name = query["氏名"];
        var found = _people.Where(p => (query["宛名番号"] is { Length: > 0 } no ? p.Key == no : (query["m"] == "e" ? p.Value[^1]["氏名"] == name : p.Value[^1]["氏名"].Contains(name, StringComparison.Ordinal))))
            .OrderBy(p => p.Key).ToList();
        if (found.Count == 0)
        {
            return text + "<p role=status>該当する住登外者はいません。</p>";
        }

        const int PageSize = 2;
        var page = query.TryGetValue("page", out var p) ? int.Parse(p, System.Globalization.CultureInfo.InvariantCulture) : 0;
        var rows = string.Concat(found.Skip(page * PageSize).Take(PageSize).Select(f => $"<tr><td>{f.Key}<td>{f.Value[^1]["氏名"]}<td><a href='/op/detail?no={f.Key}'>詳細</a>"));
        var next = found.Count > (page + 1) * PageSize ? $"<a href='/op/search?宛名番号=&氏名={name}&m={query["m"]}&page={page + 1}'>次へ</a>" : "";
        return text + $"<table><caption>検索結果</caption><thead><tr><th>宛名番号<th>氏名<th>操作<tbody>{rows}</table>{next}";
    }

    private string Detail(string number) => $"""
        <h1>詳細</h1><table><caption>住登外者宛名基本情報</caption><tr><th>住登外者宛名番号<td>{number}
        {string.Concat(Items.Select(i => $"<tr><th>{(i == "氏名_フリガナ" ? "カナ氏名" : i)}</th><td>{Shown(i, _people[number][^1].GetValueOrDefault(i))}</td>"))}</table>
        {(_people[number][^1]["氏名"].StartsWith('錠') ? "" : $"<a href='/op/edit?no={number}'>変更</a>")} <a href='/op/history?no={number}'>履歴</a>
        """;

    private static string Shown(string item, string? value) => item == "性別" ? value switch { "1" => "男", "2" => "女", _ => "" } : value ?? "";

    private string Change(string number, Dictionary<string, string> form)
    {
        if (Complaint(form) is { } complaint)
        {
            return complaint + Form("edit?no=" + number, form, "登録");
        }

        _people[number].Add(form);
        return "<h1>完了</h1><p role=status>変更しました。</p>";
    }

    private string History(string number) => $"""
        <h1>履歴</h1><table><caption>更新履歴</caption><tr><th>履歴番号<th>氏名{string.Concat(_people[number].Select((s, i) => $"<tr><td>{i + 1}<td>{s["氏名"]}"))}</table>
        """;

    // One button lies under something else, the other never stands still.
    private static string Held() => """
        <h1>押せないボタン</h1><style>@keyframes m{from{margin-left:0}to{margin-left:300px}}</style>
        <div style="position:relative"><button>覆われた</button><div style="position:absolute;inset:0;z-index:9"></div></div>
        <button style="animation:m .3s linear infinite alternate">動く</button>
        """;

    // A page that changes itself, after a while, and asks with message boxes.
    private static string Script() => """
        <h1>即時</h1><label>氏名 <input id=x></label><div id=m role=status></div><div id=a role=alert></div>
        <button onclick="a.textContent='';setTimeout(()=>{if(x.value)m.textContent='番号は'+x.value.length+'です';else a.textContent='E0001 氏名がない'},80)">付番</button>
        <button onclick="if(confirm('消しますか'))alert('E0004 使用中')">削除</button>
        """;
}
