using System.Collections.Concurrent;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Tests.Miniatures;

namespace Conformance.Drivers.Tests;

/// <summary>A search of all screens: what it comes to, what it must not do, and what it says of what it did not see.</summary>
public sealed class ScreenCrawlTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_comes_to_what_links_menus_tabs_and_windows_lead_to_and_lets_no_write_out()
    {
        var search = await CrawlAsync(new()
        {
            ["/"] = """
                <h1>入口</h1><a href="/a">一覧</a><a href="/logout">ログアウト</a>
                <button onclick="document.querySelector('#more').hidden=false">その他</button><div id="more" hidden><a href="/hidden">奥の画面</a></div>
                <button onclick="location='/script'">スクリプトの画面</button>
                <button onclick="window.open('/window')">別の窓</button>
                <button onclick="fetch('/write', {method: 'POST'})">保存</button>
                """,
            ["/a"] = """<h1>支援措置の終了</h1><form method="post" action="/write"><label>氏名 <input name="x" value="甲野太郎"></label><button>登録</button></form>""",
            ["/hidden"] = "<h1>再入力</h1>",
            ["/script"] = "<h1>設定</h1><label>方式 <select><option>する</option><option>しない</option></select></label>",
            ["/window"] = "<h1>窓の画面</h1>",
        }, out var asked);

        var names = search.Places.Select(place => place.Title).ToList();
        names.Should().Contain(["入口", "支援措置の終了", "再入力", "設定", "窓の画面"]);
        search.Places.Single(place => place.Title == "設定").Options["方式"].Should().Equal("する", "しない");
        search.Places.Should().OnlyContain(place => place.Picture != null);
        asked.Should().NotContain(path => path.Contains("write") || path.Contains("logout"));
        search.Withheld.Should().Be(1);
        search.Gaps.Should().BeEmpty();
    }

    [Fact]
    public async Task A_menu_that_is_made_of_forms_is_followed_only_where_the_profile_allows_it()
    {
        var pages = new Dictionary<string, string>
        {
            ["/"] = """<h1>入口</h1><form method="post" action="/menu"><input type="hidden" name="to" value="1"><button>業務画面</button></form><form method="post" action="/write"><label>氏名 <input name="x"></label><button>登録</button></form>""",
            ["/menu"] = "<h1>業務画面</h1>",
        };

        (await CrawlAsync(pages, out var timid)).Places.Select(place => place.Title).Should().Equal("入口");
        (await CrawlAsync(pages, out var allowed, menus: true)).Places.Select(place => place.Title).Should().Contain("業務画面");

        timid.Should().NotContain(path => path.StartsWith("POST"));
        allowed.Should().Contain("POST /menu").And.NotContain("POST /write");
    }

    [Fact]
    public async Task A_screen_that_fails_and_a_mapped_one_that_nothing_leads_to_are_gaps()
    {
        var search = await CrawlAsync(new() { ["/"] = """<h1>入口</h1><a href="/broken">壊れた画面</a><a href="/gone">ない画面</a>""", ["/broken"] = "500" }, out _, mapped: "検索: {open: 検索, press: 検索}");

        search.Gaps.Should().HaveCount(2).And.Contain("/broken: 500").And.Contain(gap => gap.Contains("「検索」の画面「検索」に行き着かない"));
    }

    [Fact]
    public async Task More_screens_than_are_looked_at_are_a_gap()
    {
        var pages = Enumerable.Range(1, 6).ToDictionary(i => $"/{i}", i => $"<h1>画面{i}</h1>");
        pages["/"] = string.Concat(pages.Keys.Select(path => $"<a href='{path}'>{path}</a>"));

        var search = await CrawlAsync(pages, out _, limit: 3);

        search.Places.Should().HaveCount(3);
        search.Gaps.Should().ContainSingle().Which.Should().Contain("4 画面を見ていない");
    }

    private static Task<SurfaceSearch> CrawlAsync(Dictionary<string, string> pages, out ConcurrentBag<string> asked, bool menus = false, int limit = 50, string mapped = "")
    {
        asked = [];
        return CrawlAsync(pages, asked, menus, limit, mapped);
    }

    private static async Task<SurfaceSearch> CrawlAsync(Dictionary<string, string> pages, ConcurrentBag<string> asked, bool menus, int limit, string mapped)
    {
        await using var product = await MiniatureApi.StartAsync(async (request, context) =>
        {
            var path = context.Request.Path.Value!;
            asked.Add($"{context.Request.Method} {path}");
            var (status, page) = !pages.TryGetValue(path, out var found) ? (404, "<h1>ありません</h1>") : found == "500" ? (500, "<h1>障害</h1>") : (200, found);
            await MiniatureApi.Answer(context, status, "<!doctype html><html lang='ja'>" + page, "text/html;charset=utf-8");
        });
        var profile = Some.Profile(ui: "timeouts: {page: 10 s, action: 1 s}\n" + mapped, at: product.Address);
        await using var target = TargetSession.Open(profile with { Ui = profile.Ui! with { CrawlsMenus = menus } }, new TargetOptions { Surfaces = Surfaces.Ui });
        return await target.Ui!.CrawlAsync(limit, Stop);
    }
}
