using System.Globalization;
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

    public static void Write(IAnsiConsole console, IReadOnlyList<RunResult> runs, ReportLanguage language)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(runs);
        var words = ReportWords.In(language);
        foreach (var run in runs)
        {
            WriteRun(console, run, words);
        }

        console.MarkupLine($"[grey]{Text(words["この結果は証明書ではありません。適合の確認は地方公共団体が行います。", "This is evidence, not a certificate. Conformity is confirmed by the municipality."])}[/]");
    }

    private static void WriteRun(IAnsiConsole console, RunResult run, ReportWords words)
    {
        var info = run.Run;
        console.WriteLine();
        console.Write(new Rule($"[bold]{Text($"{info.Product} {info.ProductVersion}")}[/]").LeftJustified());
        console.MarkupLine(Text($"{info.Standard} {info.StandardName} {info.Edition}（{info.StandardStatus}）"));
        console.MarkupLine(Text($"{words["役割", "role"]} {info.Role} · {words["団体区分", "municipality"]} {words.Of(info.Class)} · {words["乱数の種", "seed"]} {info.Seed} · {words["実行", "run"]} {info.Id}"));
        if (info.Cancelled)
        {
            console.MarkupLine($"[yellow]{Text(words["途中で止められた実行です。止まるまでの結果だけを示します。", "The run was stopped. Only what was done by then is shown."])}[/]");
        }

        console.Write(Units(run, words));
        console.MarkupLine(Text(words.Counted(Denominators.Of(run))));
        var mandatory = Denominators.OfMandatory(run);
        console.MarkupLine(Text(words[
            $"うち必須: 確認できた {mandatory.Shown} / 対象 {mandatory.Testable}",
            $"of these, mandatory: shown {mandatory.Shown} of {mandatory.Testable} testable"]));
        if (run.Summary.Causes.Count > 0)
        {
            var causes = run.Summary.Causes.OrderBy(cause => cause.Key).Select(cause => $"{words.Of(cause.Key)} {cause.Value}");
            console.MarkupLine(Text($"{words["不適合・判定不能の原因", "causes"]}: {string.Join(words["、", ", "], causes)}"));
        }

        WriteFindings(console, run, words);
        console.MarkupLine($"[bold {Colour(info.Verdict)}]{Symbol(info.Verdict)} {Text(words.Sentence(run))}[/]");
    }

    private static Table Units(RunResult run, ReportWords words)
    {
        var table = new Table().Border(TableBorder.Minimal);
        table.AddColumn(run.Functions.Count > 0 ? words["機能ID", "function"] : words["手順", "step"]);
        table.AddColumn(words["名称", "name"]);
        table.AddColumn(words["判定", "verdict"]);
        foreach (var kind in (ReadOnlySpan<VerdictKind>)[VerdictKind.Conforms, VerdictKind.Nonconforming, VerdictKind.Inconclusive, VerdictKind.NotVerified, VerdictKind.NotApplicable])
        {
            table.AddColumn(new TableColumn(words.Of(kind)).RightAligned());
        }

        foreach (var function in run.Functions)
        {
            AddRow(table, $"{ReportWords.Mark(function.Class)} {function.Id}", function.Name, function.Verdict, function.Scenarios, words);
        }

        foreach (var step in run.Steps)
        {
            AddRow(table, step.Id, step.Name, step.Verdict, step.Scenarios, words);
        }

        return table;
    }

    private static void AddRow(
        Table table, string id, string name, VerdictKind verdict, ScenarioCounts counts, ReportWords words)
    {
        static string Number(int count) =>
            count == 0 ? "[grey]0[/]" : count.ToString(CultureInfo.InvariantCulture);

        table.AddRow(
            Text(id), Text(name), $"[{Colour(verdict)}]{Symbol(verdict)} {words.Of(verdict)}[/]", Number(counts.Conforms),
            Number(counts.Nonconforming), Number(counts.Inconclusive), Number(counts.NotVerified), Number(counts.NotApplicable));
    }

    private static void WriteFindings(IAnsiConsole console, RunResult run, ReportWords words)
    {
        var findings = run.Scenarios
            .SelectMany(scenario => scenario.Findings.Select(finding => (scenario, finding)))
            .Where(pair => pair.finding.Verdict == VerdictKind.Nonconforming)
            .ToList();
        foreach (var (scenario, finding) in findings.Take(FindingsShown))
        {
            console.MarkupLine($"[red]{Symbol(VerdictKind.Nonconforming)}[/] {Text(finding.Function)} {Text(scenario.Name)} [grey]({Text(scenario.Driver)})[/]");
            console.MarkupLine($"    {Text(words["手順", "step"])}: {Text(finding.Step)}");
            console.MarkupLine($"    {Text(words["期待", "expected"])}: {Text(finding.Expected)}");
            console.MarkupLine($"    {Text(words["実際", "observed"])}: {Text(finding.Observed)}");
            console.MarkupLine($"    {Text(words["根拠", "basis"])}: {Text(words.Of(finding.Basis))} {Text(finding.Source)}");
        }

        if (findings.Count > FindingsShown)
        {
            console.MarkupLine(Text(words[
                $"ほかに {findings.Count - FindingsShown} 件の不適合があります。報告書をご覧ください。",
                $"{findings.Count - FindingsShown} more nonconformities are in the report."]));
        }
    }

    private static string Text(string? value) => PlainText.ForTerminal(value).EscapeMarkup();

    private static char Symbol(VerdictKind verdict) => verdict switch
    {
        VerdictKind.Conforms => '✓',
        VerdictKind.Nonconforming => '✗',
        VerdictKind.Inconclusive => '?',
        VerdictKind.NotVerified => '-',
        _ => '/',
    };

    private static string Colour(VerdictKind verdict) => verdict switch
    {
        VerdictKind.Conforms => "green",
        VerdictKind.Nonconforming => "red",
        VerdictKind.Inconclusive => "yellow",
        _ => "grey",
    };
}
