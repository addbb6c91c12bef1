using System.Diagnostics;
using System.Globalization;
using Conformance.Cli;
using Conformance.Cli.Commands;
using Conformance.Cli.Commands.Running;
using Conformance.Cli.Runs;
using Conformance.Drivers;
using Conformance.Drivers.Ui;
using Conformance.Mocks;
using Conformance.Reports;
using Conformance.Spec.Loading;
using Microsoft.Playwright;

namespace Conformance.Bench;

/// <summary>One scenario through screens (number a person, see that it is stored) against a bare Playwright script that does the same.</summary>
internal static class ScreenBench
{
    private const string Scenario = "kanri.0310002.people.日本人";
    private const int Rounds = 5;

    public static async Task<int> RunAsync()
    {
        var folders = ProjectFolders.Find();
        var standard = StandardLoader.LoadById(folders.Standards, "031");
        var (ours, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var work = Path.Combine(folders.Artifacts, "bench", "screen");
            var settings = new RunSettings(work, Surfaces.Ui, Scenario, round + 1, 1, Json: true, ReportLanguage.Japanese);
            var run = (await ReferenceRun.RunAsync(ReferencePart.All[0], standard, folders, settings, null, null, 1, Path.Combine(work, "evidence"), null, CancellationToken.None))[0];
            var script = await ScriptAsync();
            if (round > 0)
            {
                ours.Add((run.Run.Finished - run.Run.Started).TotalMilliseconds);
                bare.Add(script.TotalMilliseconds);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Scenario}, browser start and login included, {Rounds} rounds after one warm-up (median [min–max], ms)"));
        Console.WriteLine($"scenario  {Told(ours)}");
        Console.WriteLine($"script    {Told(bare)}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio     {ours.Zip(bare, (a, b) => a / b).Order().ElementAt(Rounds / 2):0.00}"));
        return 0;
    }

    private static async Task<TimeSpan> ScriptAsync()
    {
        await using var mocks = await MockHost.StartAsync(new MockHostOptions(), CancellationToken.None);
        await using var reference = await ReferenceProcess.StartAsync(["--app", "atena", "--introspection", mocks.Authorisation.IntrospectionEndpoint.ToString()], CancellationToken.None);
        var clock = Stopwatch.StartNew();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = BrowserFinder.Find(),
            Args = ["--no-sandbox", "--disable-background-networking"],
        });
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(reference.Address, "op/login").ToString());
        await page.GetByLabel("操作者ID", new() { Exact = true }).FillAsync("op1");
        await page.GetByLabel("パスワード", new() { Exact = true }).FillAsync("pass");
        await page.GetByRole(AriaRole.Button, new() { Name = "ログイン" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "新規登録" }).ClickAsync();
        foreach (var (label, value) in new[]
        {
            ("市区町村コード", "131016"), ("氏名", "架空　花子"), ("氏_日本人", "架空"), ("名_日本人", "花子"), ("氏名_フリガナ", "カクウ　ハナコ"),
            ("生年月日", "1990-01-31"), ("住所_都道府県", "東京都"), ("住所_市区郡町村名", "千代田区"), ("住所_町字", "架空一丁目"), ("住所_番地号表記", "１番１号"),
            ("業務ID", "019"), ("独自施策システム等ID", "000"),
        })
        {
            await page.GetByLabel(label, new() { Exact = true }).FillAsync(value);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "登録", Exact = true }).ClickAsync();
        await page.GetByText("登録結果").WaitForAsync();
        var number = await page.GetByRole(AriaRole.Cell).First.InnerTextAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "検索", Exact = true }).ClickAsync();
        await page.GetByLabel("宛名番号", new() { Exact = true }).FillAsync(number);
        await page.GetByLabel("業務ID", new() { Exact = true }).FillAsync("019");
        await page.GetByRole(AriaRole.Button, new() { Name = "検索", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "詳細" }).First.ClickAsync();
        await page.GetByText("架空　花子").First.WaitForAsync();
        await page.ScreenshotAsync();
        return clock.Elapsed;
    }

    private static string Told(List<double> values) =>
        string.Create(CultureInfo.InvariantCulture, $"{values.Order().ElementAt(values.Count / 2),8:0} [{values.Min():0}–{values.Max():0}]");
}
