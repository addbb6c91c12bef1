using Conformance.Reports.Tests.Samples;
using Conformance.Reports.Wording;
using Conformance.Spec;
using Conformance.Verdicts;
using Spectre.Console;

namespace Conformance.Reports.Tests;

public sealed class ConsoleSummaryTests
{
    [Fact]
    public void Denominators_are_spelled_out()
    {
        var run = Some.Run(functions:
        [
            Some.Function("0310001"), Some.Function("0310002", verdict: VerdictKind.NotVerified, scenarios: new(0, 0, 0, 0, 0)),
            Some.Function("0310009", requirement: RequirementClass.Optional, verdict: VerdictKind.NotApplicable, scenarios: new(0, 0, 0, 1, 0)),
        ], verdict: VerdictKind.Inconclusive, text: "判定不能");

        var text = Print([run], ReportLanguage.Japanese);

        text.Should().Contain("確認できた 1 / 対象 2（不適合 0・判定不能 0・未検証 1、ほかに適用対象外 1）")
            .And.Contain("うち必須: 確認できた 1 / 対象 2").And.Contain("◎ 0310001").And.Contain("○ 0310009")
            .And.Contain("シナリオなし").And.Contain("? 判定不能").And.Contain("証明書ではありません");
    }

    [Fact]
    public void What_does_not_decide_yet_says_why_in_the_readers_language()
    {
        var run = Some.Run(functions: [Some.Function(), Some.Function("0310002", verdict: VerdictKind.Nonconforming) with { Deferred = "適合基準日は 2030-01-01" }]);

        Print([run], ReportLanguage.Japanese).Should().Contain("［判定を左右しない：適合基準日は 2030-01-01］").And.Contain("判定を左右しないもの: 1（不適合 1）");
        Print(SpokenRun.In([run], ReportLanguage.English), ReportLanguage.English).Should().Contain("(binding from) is 2030-01-01").And.Contain("without effect on the verdict: 1 (nonconforming 1)");
        Print([Some.Run()], ReportLanguage.Japanese).Should().NotContain("判定を左右しない");
    }

    [Fact]
    public void Linkages_inside_a_package_are_told_with_their_citation()
    {
        var link = new PackageLink("標準準拠システム", "住登外者宛名番号管理機能", "一体で提供する", "共通機能標準仕様書 第2.1版 1.4", ["031-1-④", "031-1-⑨"]);
        var run = Some.Run(steps: [new StepResult("031-1-④", "照会", "031-1", VerdictKind.NotApplicable, new(0, 0, 0, 0, 0)) { Reason = link.WhyNot() }]);
        run = run with { Run = run.Run with { Package = [link] } };

        Print([run], ReportLanguage.Japanese).Should().Contain("は一つのパッケージの中の連携のため").And.Contain("共通機能標準仕様書 第2.1版 1.4").And.Contain("他の事業者のシステムとの連携は対象のままです");
        Print(SpokenRun.In([run], ReportLanguage.English), ReportLanguage.English).Should().Contain("inside one package").And.Contain("stay required");
        SpokenRun.In([run], ReportLanguage.English)[0].Steps[0].Reason.Should().Be("A linkage inside the package (標準準拠システム → 住登外者宛名番号管理機能): 一体で提供する [共通機能標準仕様書 第2.1版 1.4]");
    }

    [Fact]
    public void An_edition_of_the_interface_is_named_with_its_period_and_when_it_was_not_up()
    {
        var run = Some.Run();
        run = run with { Run = run.Run with { Interface = new InterfaceEdition("1.0", ["2.0"]) { Until = new DateOnly(2026, 3, 31), Basis = "附則第2条" }, NotBeside = [new Bilingual("応じない", "was not up")] } };

        Print([run], ReportLanguage.Japanese).Should().Contain("［連携の版 1.0］").And.Contain("2026-03-31［附則第2条］").And.Contain("応じない").And.Contain("期間の外");
        Print([run], ReportLanguage.English).Should().Contain("was not up").And.Contain("does not decide the exit code");
    }

    [Fact]
    public void An_illustrative_standard_says_so_in_the_readers_language()
    {
        var run = Some.Run(status: "illustrative");

        Print([run], ReportLanguage.Japanese).Should().Contain("— 例示（公式の標準仕様ではありません）").And.NotContain("illustrative");
        Print([run], ReportLanguage.English).Should().Contain("— illustrative (not an official standard)");
    }

    [Fact]
    public void English_speaks_english_around_the_data()
    {
        using var folder = new EvidenceFolder();

        var text = Print(RealisticRuns.Make(folder), ReportLanguage.English);

        text.Should().Contain("Nonconformities found").And.Contain("No nonconformity in what was checked (5/5)")
            .And.Contain("expected: サトウ　イチロウ").And.Contain("not a certificate").And.Contain("causes: profile 1");
    }

    [Fact]
    public void A_cancelled_run_says_so()
    {
        var run = Some.Run();

        Print([run with { Run = run.Run with { Cancelled = true } }], ReportLanguage.Japanese).Should().Contain("途中で止められた実行です");
    }

    [Theory]
    [InlineData(20)]
    [InlineData(80)]
    [InlineData(200)]
    public void Hostile_text_is_shown_and_not_obeyed_at_any_width(int width)
    {
        var hostile = "[red]\u001b[2J\u202Eabc\0" + new string('長', 5000) + "[/]";
        var finding = Some.Finding(VerdictKind.Nonconforming, observed: hostile);

        var text = Print([Some.Run([Some.Scenario(name: hostile, verdict: VerdictKind.Nonconforming, findings: [finding])], product: hostile)], ReportLanguage.Japanese, width);

        text.Should().NotContain("\u001b").And.NotContain("\u202E").And.NotContain("\0");
        text.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal).Should().Contain("[red]<U+001B>[2J<U+202E>abc<U+0000>長");
        text.Split('\n').Max(line => line.Length).Should().BeLessThan(Math.Max(40, width) + 1);
    }

    private static string Print(IReadOnlyList<RunResult> runs, ReportLanguage language, int width = 120)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = width;
        ConsoleSummary.Write(console, runs, language);
        return writer.ToString();
    }
}
