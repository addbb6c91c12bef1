using Conformance.Reports.Html;
using Conformance.Reports.Tests.Samples;
using Conformance.Verdicts;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Conformance.Reports.Tests.Html;

public sealed class HtmlReportInBrowserTests(InstalledBrowser browser) : IClassFixture<InstalledBrowser>, IDisposable
{
    private readonly EvidenceFolder folder = new();
    private readonly List<string> troubles = [];
    private readonly List<string> requests = [];

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1280, ReportLanguage.Japanese)]
    [InlineData(1280, ReportLanguage.English)]
    [InlineData(390, ReportLanguage.Japanese)]
    [InlineData(390, ReportLanguage.English)]
    public async Task Axe_finds_nothing_serious(int width, ReportLanguage language)
    {
        var page = await Open(RealisticRuns.Make(folder), width, language);
        await OpenScenario(page, 7);
        await OpenScenario(page, 21);
        await page.Locator("#scenario-7 .exchange > summary").First.ClickAsync();
        await page.WaitForSelectorAsync("#scenario-7 pre");

        var found = await page.RunAxe();

        found.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}").Should().BeEmpty();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width);
        troubles.Should().BeEmpty();
    }

    [Fact]
    public async Task It_asks_the_network_for_nothing()
    {
        var page = await Open(RealisticRuns.Make(folder));
        await OpenScenario(page, 21);
        await page.Locator("#scenario-21 .shot").ClickAsync();
        await page.WaitForSelectorAsync("dialog[open] img");

        requests.Should().OnlyContain(url => url.StartsWith("file:", StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal));
        troubles.Should().BeEmpty();
    }

    [Fact]
    public async Task The_verdict_is_said_with_its_denominators_and_it_is_no_certificate()
    {
        var page = await Open(RealisticRuns.Make(folder));

        var text = await page.InnerTextAsync("#app");

        text.Should().Contain("不適合あり").And.Contain("対象 12 機能のうち、適合を確認できたのは 7 です。").And.Contain("うち実装必須：確認できた 7 / 対象 11")
            .And.Contain("これは証明書ではありません").And.Contain("62 件中 62 件が該当").And.Contain("確認範囲で不適合なし（5/5）");
    }

    [Fact]
    public async Task English_is_a_switch_away_and_the_data_stays_japanese()
    {
        var page = await Open(RealisticRuns.Make(folder));

        await page.ClickAsync("#language");

        (await page.GetAttributeAsync("html", "lang")).Should().Be("en");
        (await page.InnerTextAsync(".verdict")).Should().Contain("Nonconformities found").And.Contain("shown 7 of 11");
        (await page.InnerTextAsync(".units")).Should().Contain("住登外者宛名番号付番").And.Contain("Mandatory");
    }

    [Fact]
    public async Task From_function_to_evidence_by_keyboard_alone()
    {
        var page = await Open(RealisticRuns.Make(folder));

        await page.Keyboard.PressAsync("Tab");
        (await Focused(page)).Should().Be("本文へ移動");
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, "0310008");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("() => document.activeElement.id === 'scenarios'");
        (await page.InnerTextAsync(".live")).Should().Contain("62 件中 5 件");

        await TabTo(page, "不適合");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".scenario[open] .finding");
        await TabTo(page, "POST");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".scenario[open] pre");
        (await page.Locator(".scenario[open] pre").First.InnerTextAsync()).Should().Contain("\"shimei\": \"佐藤　一郎\"");
    }

    [Fact]
    public async Task Filters_narrow_the_list_and_say_how_many_are_left()
    {
        var page = await Open(RealisticRuns.Make(folder));

        await page.Locator(".chip").First.ClickAsync();
        await WaitForCount(page, "62 件中 3 件");
        (await page.Locator(".scenario").CountAsync()).Should().Be(3);
        await page.GetByLabel("文字で探す").FillAsync("アクセストークン");
        await WaitForCount(page, "62 件中 1 件");
        await page.GetByText("条件を解除").ClickAsync();
        await WaitForCount(page, "62 件中 62 件");
        await page.GetByLabel("操作の方法").SelectOptionAsync("ui");
        await WaitForCount(page, "62 件中 21 件");
    }

    [Fact]
    public async Task The_functions_are_a_tree_that_narrows_and_counts_what_it_shows()
    {
        var page = await Open(RealisticRuns.Make(folder));

        (await page.Locator(".branch-0").CountAsync()).Should().Be(1);
        (await page.Locator(".branch-1").CountAsync()).Should().Be(4);
        (await page.InnerTextAsync(".unit-filters")).Should().Contain("一般市区町村の実装区分").And.Contain("12 件中 12 件を表示：対象 12 のうち適合 7");

        var branch = page.Locator("[data-branch$=照会]");
        await branch.ClickAsync();
        (await branch.GetAttributeAsync("aria-expanded")).Should().Be("false");
        (await page.Locator(".tree .c-name", new() { HasText = "住登外者宛名基本情報検索" }).CountAsync()).Should().Be(0);
        (await page.EvaluateAsync<string>("document.activeElement.dataset.branch")).Should().EndWith("照会", "the keyboard stays where it was");
        await branch.ClickAsync();

        await page.Locator(".pick", new() { HasText = "標準オプション" }).ClickAsync();
        (await page.InnerTextAsync(".unit-live")).Should().StartWith("12 件中 1 件を表示");
        (await page.Locator(".tree tbody tr:not(.branch)").CountAsync()).Should().Be(1);
        await page.GetByText("絞り込みを解く").ClickAsync();
        await page.GetByLabel("ID・名称・理由").FillAsync("０３１０００８");
        (await page.InnerTextAsync(".unit-live")).Should().StartWith("12 件中 1 件を表示");
        await page.GetByLabel("ID・名称・理由").FillAsync("どこにもない");
        (await page.InnerTextAsync("main")).Should().Contain("該当するものはありません");
        troubles.Should().BeEmpty();
    }

    [Fact]
    public async Task A_deep_link_opens_the_scenario_with_the_difference_marked()
    {
        var page = await Open(RealisticRuns.Make(folder), address: "#scenario=0310008-0-7&driver=api");

        await page.WaitForSelectorAsync("#scenario-7[open] .finding");

        (await page.Locator("#scenario-7 .side mark").AllInnerTextsAsync()).Should().Equal("全角空白", "ウ", "半角空白");
        (await page.Locator("#scenario-7 .basis").First.InnerTextAsync()).Should().Contain("公式").And.Contain("共通機能標準仕様書");
        (await page.EvaluateAsync<bool>("document.activeElement === document.querySelector('#scenario-7 > summary')")).Should().BeTrue();
    }

    [Fact]
    public async Task A_deep_link_finds_the_run_that_holds_it()
    {
        var page = await Open(RealisticRuns.Make(folder), address: "#function=031-1-⑨");

        (await page.InnerTextAsync("h1")).Should().Contain("サンプル児童手当システム");
        (await page.InnerTextAsync(".live")).Should().Contain("10 件中 2 件");
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text()
    {
        const string hostile = "</script><img src=x onerror=alert(1)>\u202Etxt.exe\0=HYPERLINK(\"http://evil.example\")<!--\u2028";
        var huge = new string('大', 1_000_000);
        var finding = Some.Finding(VerdictKind.Nonconforming, hostile, hostile, hostile, huge + hostile);
        var evidence = new[]
        {
            folder.Exchange(hostile, hostile, "HTTP/1.1 200 OK\n\n" + hostile + huge), folder.Text(hostile, hostile),
            folder.Text("壊れた交信", "{") with { MediaType = "application/vnd.conformance.exchange+json" },
            new EvidenceRef(hostile, "image/png", hostile),
        };
        var step = Some.Step(hostile, hostile, "FAILED", hostile, [[hostile, huge]], evidence);
        var scenario = Some.Scenario(hostile, hostile, VerdictKind.Nonconforming, [hostile], hostile, CauseKind.Product, hostile, [finding], [step]);
        var page = await Open([Some.Run([scenario], [Some.Function(hostile, hostile, reason: hostile)], text: hostile, role: hostile, product: hostile, status: hostile)]);
        var dialogs = 0;
        page.Dialog += (_, dialog) => { dialogs++; _ = dialog.DismissAsync(); };

        await OpenScenario(page, 0);
        foreach (var exchange in await page.Locator(".exchange > summary").AllAsync())
        {
            await exchange.ClickAsync();
        }

        await page.WaitForFunctionAsync("() => document.querySelectorAll('.exchange pre').length === 4");
        await page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");

        dialogs.Should().Be(0);
        (await page.Locator("img").CountAsync()).Should().Be(0);
        (await page.Locator("#scenario-0 .head-name").InnerTextAsync()).Should()
            .Be("</script><img src=x onerror=alert(1)>U+202Etxt.exeU+0000=HYPERLINK(\"http://evil.example\")<!--U+2028");
        (await page.Locator("#scenario-0 .finding .cut").CountAsync()).Should().Be(1);
        (await page.Locator("#scenario-0 .finding .cut").InnerTextAsync()).Should().Contain("1,000,0");
        (await page.EvaluateAsync<bool>("/[\\u0000\\u202e\\u2028]/.test(document.body.innerText)")).Should().BeFalse();
        troubles.Should().BeEmpty();
        requests.Should().OnlyContain(url => url.StartsWith("file:", StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_left_out_is_said_where_it_is_missed()
    {
        var shot = folder.Screenshot("画面", PlainPng.Draw(640, 400, 99));
        var page = await Open([Some.Run([Some.Scenario(steps: [Some.Step(evidence: [shot])])])], options: new HtmlReportOptions { ScreenshotBytes = 10 });
        await OpenScenario(page, 0);

        (await page.InnerTextAsync("#scenario-0 .left-out")).Should().Contain("収めていません").And.Contain($"evidence/{shot.File}");
        (await page.InnerTextAsync("footer")).Should().Contain("画像 1 枚と記録 0 件は収めていません");
    }

    [Fact]
    public async Task On_paper_every_run_stands_with_its_failing_scenarios_opened()
    {
        var page = await Open(RealisticRuns.Make(folder));
        await page.WaitForSelectorAsync("body[data-printable]");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");

        (await page.Locator("#app").IsVisibleAsync()).Should().BeFalse();
        (await page.Locator(".paper").CountAsync()).Should().Be(2);
        (await page.Locator(".paper-scenario .steps").CountAsync()).Should().Be(7);
        (await page.Locator(".paper-list tbody tr").CountAsync()).Should().Be(72);
        var text = await page.InnerTextAsync("#print");
        text.Should().Contain("これは証明書ではありません").And.Contain("E0001（必須項目の誤り）").And.Contain("確認範囲で不適合なし（5/5）").And.Contain("Authorization: Bearer ***");
    }

    [Fact]
    public async Task Two_thousand_scenarios_are_shown_in_portions()
    {
        var scenarios = Enumerable.Range(0, 2000).Select(at => Some.Scenario($"id-{at}", $"シナリオ {at}", findings: [Some.Finding(observed: $"値{at}")])).ToList();
        var page = await Open([Some.Run(scenarios)], address: "#scenario=id-1234");

        await page.WaitForSelectorAsync("#scenario-1234[open] .held");
        (await page.Locator("#scenario-1234 .held").InnerTextAsync()).Should().Contain("値1234");
        (await page.Locator(".scenario").CountAsync()).Should().Be(1235);
        await page.GetByText("さらに 200 件を表示").ClickAsync();
        (await page.Locator(".scenario").CountAsync()).Should().Be(1435);
        await page.GetByLabel("文字で探す").FillAsync("シナリオ １９９９");
        await WaitForCount(page, "2,000 件中 1 件");
    }

    [Fact]
    public async Task A_flow_is_drawn_and_painted_with_the_run_and_leads_to_its_scenarios()
    {
        var page = await Open(SampleFlow.Runs(), options: new HtmlReportOptions { Flows = _ => [SampleFlow.Picture] });
        await page.WaitForSelectorAsync("[data-drawn]");

        (await page.Locator("[data-element-id=Task_A].flow-nonconforming").CountAsync()).Should().Be(1);
        (await page.Locator("[data-element-id=Flow_yes].flow-nonconforming").CountAsync()).Should().Be(1);
        (await page.Locator("[data-element-id=Flow_no].flow-missed").CountAsync()).Should().Be(1);
        (await page.InnerTextAsync(".flows")).Should().Contain("順序フロー 4 本のうち 3 本を通りました。");
        (await page.Locator(".bjs-powered-by").IsVisibleAsync()).Should().BeTrue();
        await page.Locator("[data-element-id=Task_A]").ClickAsync();
        await WaitForCount(page, "2 件中 1 件");
        troubles.Should().BeEmpty();
        requests.Should().OnlyContain(url => url.StartsWith("file:", StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Axe_finds_nothing_serious_in_a_drawn_flow(int width)
    {
        var page = await Open(SampleFlow.Runs(), width, options: new HtmlReportOptions { Flows = _ => [SampleFlow.Picture] });
        await page.WaitForSelectorAsync("[data-drawn]");
        await page.Locator(".flow-table > summary").ClickAsync();

        (await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}").Should().BeEmpty();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width);
    }

    // A function, not an expression: the page's policy forbids the evaluation of strings, which polling an expression needs.
    private static async Task WaitForCount(IPage page, string text) =>
        await page.WaitForFunctionAsync("text => document.querySelector('.live').textContent.startsWith(text)", text);

    private static async Task OpenScenario(IPage page, int index)
    {
        await page.Locator($"#scenario-{index} > summary").ClickAsync();
        await page.WaitForSelectorAsync($"#scenario-{index} .scenario-body");
    }

    private static async Task<string> Focused(IPage page) =>
        await page.EvaluateAsync<string>("(document.activeElement.innerText || document.activeElement.value || '').trim()");

    private static async Task TabTo(IPage page, string start)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if ((await Focused(page)).StartsWith(start, StringComparison.Ordinal)
                && await page.EvaluateAsync<bool>("document.activeElement.matches('a, summary, button')"))
            {
                return;
            }
        }

        Assert.Fail($"Tab never reached an element that starts with {start}.");
    }

    private async Task<IPage> Open(
        IReadOnlyList<RunResult> runs, int width = 1280, ReportLanguage language = ReportLanguage.Japanese, string address = "",
        HtmlReportOptions? options = null)
    {
        var page = await browser.OpenAsync(width);
        page.Console += (_, message) => troubles.Add(message.Text);
        page.PageError += (_, error) => troubles.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);
        var path = Path.Combine(folder.Directory, "report.html");
        await HtmlReport.WriteFileAsync(path, runs, folder.Directory, (options ?? new HtmlReportOptions()) with { Language = language });
        await page.GotoAsync(new Uri(path).AbsoluteUri + address);
        await page.WaitForSelectorAsync("body[data-ready]");
        return page;
    }
}
