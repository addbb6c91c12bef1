using Conformance.Reports.Manual;
using Conformance.Verdicts;
using Spectre.Console;

namespace Conformance.Reports;

/// <summary>
/// The end of a run on a terminal: units with class, verdict and counts, denominators spelled out, causes, the first findings,
/// the verdict of the run. What a product returned is printed as text, never as markup or control sequence.
/// </summary>
public static class ConsoleSummary
{
    private const int FindingsShown = 5;

    private static readonly VerdictKind[] Order =
    [
        VerdictKind.Conforms, VerdictKind.Nonconforming, VerdictKind.Inconclusive, VerdictKind.NotVerified,
        VerdictKind.NotApplicable,
    ];

    public static void Write(IAnsiConsole console, IReadOnlyList<RunResult> runs, ReportLanguage language)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(runs);
        var words = ReportWords.In(language);
        foreach (var run in runs)
        {
            WriteRun(console, run, words);
        }

        Line(console, words["この結果は証明書ではありません。適合の確認は地方公共団体が行います。", "This is evidence, not a certificate. The municipality confirms conformity."], Color.Grey);
    }

    private static void WriteRun(IAnsiConsole console, RunResult run, ReportWords words)
    {
        var info = run.Run;
        console.WriteLine();
        Line(console, $"{info.Product} {info.ProductVersion}", decoration: Decoration.Bold);
        Line(console, $"{info.Standard} {info.StandardName} {info.Edition} — {words.Status(info.StandardStatus)}");
        Line(console, $"{words["役割", "role"]}: {words[info.RoleAndEdition]}  {words["団体区分", "municipality"]}: {words.Of(info.Class)}  {words["乱数の種", "seed"]}: {info.Seed}");
        Line(console, $"{words["実行", "run"]}: {info.Id}");
        if (info.Cancelled)
        {
            Line(console, words["途中で止められた実行です。止まるまでの結果だけを示します。", "The run was stopped. Only what was done by then is shown."], Color.Yellow);
        }

        foreach (var notice in RunNotices.Of(info, words))
        {
            Line(console, notice, Color.Yellow);
        }

        console.WriteLine();
        WriteUnits(console, run, words);
        console.WriteLine();
        Line(console, words.Counted(Denominators.Of(run)));
        var mandatory = Denominators.OfMandatory(run);
        Line(console, words[
            $"うち必須: 確認できた {mandatory.Shown} / 対象 {mandatory.Testable}",
            $"of these, mandatory: shown {mandatory.Shown} of {mandatory.Testable} testable"]);
        var deferred = run.Functions.Where(function => function.Deferred is not null).ToList();
        if (deferred.Count > 0)
        {
            Line(console, words[
                $"うち適合基準日前または経過措置中で、判定を左右しないもの: {deferred.Count}（不適合 {deferred.Count(function => function.Verdict == VerdictKind.Nonconforming)}）",
                $"of these, not yet binding (適合基準日, 経過措置) and without effect on the verdict: {deferred.Count} (nonconforming {deferred.Count(function => function.Verdict == VerdictKind.Nonconforming)})"]);
        }

        if (run.Manual is not null)
        {
            Line(console, ManualTally.Of(run).In(words));
        }

        if (run.Summary.Causes.Count > 0)
        {
            var causes = run.Summary.Causes.OrderBy(cause => cause.Key).Select(cause => $"{words.Of(cause.Key)} {cause.Value}");
            Line(console, $"{words["不適合・判定不能の原因", "causes"]}: {string.Join(words["、", ", "], causes)}");
        }

        foreach (var rule in (run.Summary.Rules ?? []).Where(rule => rule.Scenarios > 0))
        {
            Line(console, $"    {rule.Id} {words[rule.Ja, rule.En]} {rule.Scenarios}", Color.Grey, indent: 6);
        }

        WriteFindings(console, run, words);
        SurfaceNotes.Write(run, words, (text, indent) => Line(console, text, indent: indent));
        console.WriteLine();
        Line(console, $"{Symbol(info.Verdict)} {words.Sentence(run)}", Colour(info.Verdict), Decoration.Bold);
    }

    private static void WriteUnits(IAnsiConsole console, RunResult run, ReportWords words)
    {
        var units = run.Functions
            .Select(function => (Id: $"{ReportWords.Mark(function.Class)} {function.Id}", Name: function.Deferred is null ? function.Name : $"{function.Name}［{words.Deferred(function.Deferred)}］", function.Verdict, function.Scenarios))
            .Concat(run.Steps.Select(step => (step.Id, step.Name, step.Verdict, step.Scenarios)))
            .Select(unit => unit with { Id = PlainText.ForTerminal(unit.Id) })
            .ToList();
        var idWidth = units.Select(unit => TerminalWidth.Of(unit.Id)).DefaultIfEmpty().Max();
        var verdictWidth = Order.Max(kind => TerminalWidth.Of(words.Of(kind)));
        foreach (var (id, name, verdict, scenarios) in units)
        {
            var verdictWord = TerminalWidth.PadTo(words.Of(verdict), verdictWidth);
            Line(
                console, $"{TerminalWidth.PadTo(id, idWidth)}  {Symbol(verdict)} {verdictWord}  {name} ({Counts(scenarios, words)})",
                Colour(verdict), indent: idWidth + verdictWidth + 6);
        }
    }

    private static string Counts(ScenarioCounts counts, ReportWords words)
    {
        var some = Order
            .Select(kind => (Kind: kind, Count: CountOf(counts, kind)))
            .Where(pair => pair.Count > 0)
            .Select(pair => $"{words.Of(pair.Kind)} {pair.Count}")
            .ToList();
        return some.Count == 0 ? words["シナリオなし", "no scenario"] : string.Join(words["・", ", "], some);
    }

    private static int CountOf(ScenarioCounts counts, VerdictKind kind) => kind switch
    {
        VerdictKind.Conforms => counts.Conforms,
        VerdictKind.Nonconforming => counts.Nonconforming,
        VerdictKind.Inconclusive => counts.Inconclusive,
        VerdictKind.NotVerified => counts.NotVerified,
        _ => counts.NotApplicable,
    };

    private static void WriteFindings(IAnsiConsole console, RunResult run, ReportWords words)
    {
        var findings = run.Scenarios
            .SelectMany(scenario => scenario.Findings.Select(finding => (scenario, finding)))
            .Where(pair => pair.finding.Verdict == VerdictKind.Nonconforming)
            .ToList();
        foreach (var (scenario, finding) in findings.Take(FindingsShown))
        {
            console.WriteLine();
            Line(console, $"{Symbol(VerdictKind.Nonconforming)} {finding.Function} {scenario.Name} ({scenario.Driver})", Color.Red);
            Line(console, $"    {words["手順", "step"]}: {finding.Step}", indent: 6);
            Line(console, $"    {words["期待", "expected"]}: {finding.Expected}", indent: 6);
            Line(console, $"    {words["実際", "observed"]}: {finding.Observed}", indent: 6);
            Line(console, $"    {words["根拠", "basis"]}: {words.Of(finding.Basis)} {finding.Source}", Color.Grey, indent: 6);
            if (finding.Rule is { } rule)
            {
                Line(console, $"    {words["原因と規則", "cause and rule"]}: {words.Of(finding.Cause ?? CauseKind.Product)}、{words.Rule(rule)}", Color.Grey, indent: 6);
            }
        }

        if (findings.Count > FindingsShown)
        {
            Line(console, words[
                $"ほかに {findings.Count - FindingsShown} 件の不適合があります。報告書をご覧ください。",
                $"{findings.Count - FindingsShown} more nonconformities are in the report."]);
        }
    }

    private static void Line(
        IAnsiConsole console, string text, Color? colour = null, Decoration decoration = Decoration.None, int indent = 4)
    {
        var columns = Math.Max(40, console.Profile.Width) - 1;
        foreach (var line in TerminalWidth.Fold(PlainText.ForTerminal(text, 600), columns, Math.Min(indent, columns / 2)))
        {
            console.Write(new Text(line + "\n", new Style(colour ?? Color.Default, decoration: decoration)));
        }
    }

    private static char Symbol(VerdictKind verdict) => verdict switch
    {
        VerdictKind.Conforms => '✓',
        VerdictKind.Nonconforming => '✗',
        VerdictKind.Inconclusive => '?',
        VerdictKind.NotVerified => '-',
        _ => '/',
    };

    private static Color Colour(VerdictKind verdict) => verdict switch
    {
        VerdictKind.Conforms => Color.Green,
        VerdictKind.Nonconforming => Color.Red,
        VerdictKind.Inconclusive => Color.Yellow,
        _ => Color.Grey,
    };
}
