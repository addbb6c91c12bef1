using System.Globalization;
using Conformance.Reports.Html;
using Conformance.Verdicts;

namespace Conformance.Reports.Manual;

/// <summary>The manual checks as a page: to print and work from, and to read what came of them.</summary>
public static class ManualPage
{
    public static async Task WriteFileAsync(string path, IReadOnlyList<RunResult> runs, ReportLanguage language, CancellationToken cancellationToken = default)
    {
        var words = ReportWords.In(language);
        var page = new PlainPage(words["人による確認", "Manual checks"], words).Paragraph(words[
            "人が見て確かめる項目です。自動の判定とは別に数え、実行の判定を変えません。", "What people look at. It is counted apart from what was checked automatically, and changes no verdict."]);
        foreach (var run in runs.Where(run => run.Manual is not null))
        {
            page.Heading($"{run.Run.Standard} {run.Run.StandardName} {run.Run.Edition} — {run.Run.Role}").Paragraph(ManualTally.Of(run).In(words));
            foreach (var check in run.Manual!)
            {
                page.Add($"<h3>{PlainPage.Text($"{check.Id} {check.UnitName}")}</h3>").Add($"<p style=\"white-space:pre-line\">{PlainPage.Text(check.Instruction)}</p>").Facts(Facts(check, words));
            }
        }

        await WholeFile.WriteAsync(path, async (stream, token) => await stream.WriteAsync(page.ToBytes(), token), cancellationToken);
    }

    private static IEnumerable<(string, string)> Facts(ManualCheck check, ReportWords words)
    {
        yield return (words["期待", "Expected"], check.Expected);
        yield return (words["出典", "Source"], check.Source);
        yield return (words["添付", "Attachment"], check.Attachment ? words["要", "required"] : words["任意", "optional"]);
        var result = check.Result;
        yield return (words["結果", "Result"], result is null ? words["未実施", "not yet"] : words.Of(result.Verdict));
        yield return (words["実際", "Observed"], result?.Observed ?? "");
        yield return (words["実施者", "By"], result?.Operator ?? "");
        yield return (words["確認者", "Reviewed by"], result?.Reviewer ?? "");
        yield return (words["実施日時（UTC）", "At (UTC)"], result?.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "");
        foreach (var attachment in result?.Attachments ?? [])
        {
            yield return (words["添付ファイル", "Attached"], $"{attachment.Title} (evidence/{attachment.File})");
        }
    }
}
