using Conformance.Reports.Workbooks;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Reports.Manual;

/// <summary>The sheet for people: on the left what is asked, which nobody changes, on the right what they write.</summary>
public static class ManualSheet
{
    internal const string Name = "人による確認";

    /// <summary>The columns that are asked, then those that are answered.</summary>
    internal static readonly IReadOnlyList<string> Fixed = ["実行", "項目", "機能ID・手順", "名称", "手順", "期待する結果", "添付", "出典"];

    internal static readonly IReadOnlyList<string> Answers = ["結果", "実際", "実施者", "確認者", "実施日時", "添付ファイル", "備考"];

    private static readonly double[] Widths = [18, 18, 16, 30, 60, 40, 8, 30, 12, 40, 14, 14, 18, 30, 30];

    public static Task WriteFileAsync(string path, IReadOnlyList<RunResult> runs, CancellationToken cancellationToken = default) => WholeFile.WriteAsync(path, (stream, _) =>
    {
        var columns = Fixed.Concat(Answers).Select((title, i) => new SheetColumn(title, Widths[i])).ToList();
        WorkbookFile.Write(stream,
        [
            new SheetContent(Name, columns, runs.SelectMany(run => (run.Manual ?? []).Select(check => (IReadOnlyList<object?>)[.. Asked(run, check), .. Answered(check.Result)]))),
            new SheetContent("書き方", [new SheetColumn("列", 16), new SheetColumn("書き方", 80)],
            [
                ["結果", "適合、不適合、判定不能、適用対象外のいずれか。空のままなら未実施"], ["実際", "見たものを書く。不適合・判定不能のときは必須"], ["実施者・確認者", "別の人の名前"],
                ["実施日時", "2026-11-21 14:05 の形（日本時間）"], ["添付ファイル", "この表から見た場所。複数は改行で区切る。「添付」が要の項目では必須"], ["A～H列", "変えないこと。変えると取り込めない"],
            ]),
        ]);
        return Task.CompletedTask;
    }, cancellationToken);

    internal static IReadOnlyList<string> Asked(RunResult run, ManualCheck check) =>
        [run.Run.Id, check.Id, check.Unit, check.UnitName, check.Instruction, check.Expected, check.Attachment ? "要" : "任意", check.Source];

    private static IReadOnlyList<string> Answered(ManualResult? result) => result is null ? [.. Answers.Select(_ => "")] :
    [
        ReportWords.In(ReportLanguage.Japanese).Of(result.Verdict), result.Observed, result.Operator, result.Reviewer,
        JapanTime.Text(result.At), "", result.Note,
    ];
}
