using System.Diagnostics;
using System.Globalization;
using Conformance.Drivers.Ui;
using Conformance.Reports;
using Conformance.Reports.Html;
using Conformance.Spec;
using Conformance.Verdicts;
using Microsoft.Playwright;

namespace Conformance.Bench;

/// <summary>A report of many scenarios: written, opened in the installed browser, filtered by text.</summary>
internal static class ReportBench
{
    private const int Scenarios = 20_000;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("report-bench").FullName;
        try
        {
            var run = Made();
            var file = Path.Combine(folder, "report.html");
            var before = GC.GetTotalAllocatedBytes();
            var watch = Stopwatch.StartNew();
            await HtmlReport.WriteFileAsync(file, [run], null, new HtmlReportOptions());
            Say($"{Scenarios} scenarios, written in {watch.Elapsed.TotalSeconds:0.00} s, {new FileInfo(file).Length / 1048576.0:0.0} MiB, {(GC.GetTotalAllocatedBytes() - before) / 1048576.0:0} MiB allocated, peak working set {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MiB");
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = BrowserFinder.Find(), Args = ["--no-sandbox", "--disable-background-networking"] });
            var opened = new List<double>();
            var filtered = new List<double>();
            for (var round = 0; round < 6; round++)
            {
                var page = await browser.NewPageAsync();
                watch.Restart();
                await page.GotoAsync(new Uri(file).AbsoluteUri);
                await page.WaitForSelectorAsync("body[data-ready]");
                var open = watch.Elapsed.TotalMilliseconds;
                watch.Restart();
                await page.GetByLabel("文字で探す").FillAsync("シナリオ 19876");
                await page.WaitForFunctionAsync("() => document.querySelector('.live').textContent.startsWith('20,000 件中 1 件')");
                if (round > 0)
                {
                    opened.Add(open);
                    filtered.Add(watch.Elapsed.TotalMilliseconds);
                }

                await page.CloseAsync();
            }

            Say($"5 rounds after one warm-up (median [min–max], ms)\nready     {Spread(opened)}\nfiltered  {Spread(filtered)}");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static RunResult Made()
    {
        var start = new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
        var functions = Enumerable.Range(0, 400).Select(i => string.Create(CultureInfo.InvariantCulture, $"例-{i / 20}.{i % 20}")).ToList();
        var scenarios = Enumerable.Range(0, Scenarios).Select(i =>
        {
            var verdict = i % 97 == 0 ? VerdictKind.Nonconforming : i % 53 == 0 ? VerdictKind.Inconclusive : VerdictKind.Conforms;
            var function = functions[i % functions.Count];
            var finding = new Finding(function, "「甲」が送った内容のとおり登録されている", $"氏名 佐藤　一郎{i}", verdict == VerdictKind.Conforms ? $"氏名 佐藤　一郎{i}" : $"氏名 佐藤　一朗{i}", Basis.Illustrative, "", verdict);
            return new ScenarioResult($"bench.{function}.{i}", $"シナリオ {i} 登録した内容が照会できる", $"900/1.0/{function}.feature", i, ["@業務:900", "@機能:" + function], [function], i % 4 == 0 ? "ui" : "api", verdict,
                verdict == VerdictKind.Conforms ? null : CauseKind.Product, verdict == VerdictKind.Conforms ? null : "登録された内容が違う", [finding],
                [.. Enumerable.Range(0, 5).Select(step => new StepTrace(step < 3 ? "もし" : "ならば", $"「甲」について手順{step}を行う", [], "PASSED", null, TimeSpan.FromMilliseconds(12), []))], start.AddSeconds(i), TimeSpan.FromMilliseconds(60));
        }).ToList();
        int Count(VerdictKind kind) => scenarios.Count(scenario => scenario.Verdict == kind);
        var counts = new ScenarioCounts(Count(VerdictKind.Conforms), Count(VerdictKind.Nonconforming), Count(VerdictKind.Inconclusive), 0, 0);
        var units = functions.Select(id => new FunctionResult(id, "例示の機能", "大項目", "中項目", RequirementClass.Mandatory, "illustrative", "", VerdictKind.Nonconforming, new ScenarioCounts(48, 1, 1, 0, 0))).ToList();
        return new RunResult(
            new RunInfo("bench", 1, "900", "例示", "1.0", "illustrative", "標準準拠システム", MunicipalityClass.Other, "見本", "1", ["api", "ui"], start, start.AddHours(6), VerdictKind.Nonconforming, "不適合あり"),
            units, [], scenarios, new Summary(units.Count, units.Count, 0, units.Count, 0, 0, 0, Scenarios, counts, new Dictionary<CauseKind, int> { [CauseKind.Product] = Scenarios - counts.Conforms }));
    }

    private static string Spread(List<double> values)
    {
        values.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{values[values.Count / 2],6:0} [{values[0]:0}–{values[^1]:0}]");
    }

    private static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
