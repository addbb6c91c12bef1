using Conformance.Verdicts;

namespace Conformance.Reports;

/// <summary>What a terminal says of API against screens, and of what the product shows without declaring it.</summary>
internal static class SurfaceNotes
{
    private const int Shown = 5;

    /// <param name="line">Takes a line and how far what does not fit is indented.</param>
    public static void Write(RunResult run, ReportWords words, Action<string, int> line)
    {
        if (run.Differences is { Count: > 0 } differences)
        {
            line("", 0);
            line(words[$"APIと画面で異なる点: {differences.Count}", $"API and screens differ: {differences.Count}"], 4);
            foreach (var one in differences.Take(Shown))
            {
                line($"  ≠ {one.Unit} {one.Name}（{words.Of(one.Kind)}）", 6);
                line($"      {one.Step}", 8);
                line($"      API: {one.Api}", 8);
                line($"      {words["画面", "screen"]}: {one.Ui}", 8);
            }
        }

        if (run.Surfaces is not { } surfaces)
        {
            return;
        }

        line("", 0);
        foreach (var searched in surfaces.Searched)
        {
            line(words[
                $"{words.Driver(searched.Surface)}で見えるもの {searched.Places}: 対応付けあり {searched.Mapped}・標準の機能 {searched.Functions}・宣言あり {searched.Declared}・共通のもの {searched.Recognised}・宣言なし {searched.Undeclared}",
                $"shown on the {words.Driver(searched.Surface)}: {searched.Places} (mapped {searched.Mapped}, functions of the standard {searched.Functions}, declared {searched.Declared}, common {searched.Recognised}, undeclared {searched.Undeclared})"]
                + (searched.Trouble is null ? "" : $" — {searched.Trouble}"), 4);
        }

        foreach (var finding in surfaces.Findings.Take(Shown))
        {
            line($"  ! {words.Of(finding.Kind)}: {finding.Place}{(finding.Unit is null ? "" : $"（{finding.Unit}）")} — {finding.Reason}", 6);
        }

        if (surfaces.Findings.Count > Shown)
        {
            line(words[$"  ほかに {surfaces.Findings.Count - Shown} 件。", $"  and {surfaces.Findings.Count - Shown} more."], 4);
        }
    }
}
