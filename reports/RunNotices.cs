using System.Globalization;
using Conformance.Verdicts;

namespace Conformance.Reports;

/// <summary>What a reader has to know of a run before its numbers: that it is a part, that scenarios wait, that something was wrong with the harness.</summary>
internal static class RunNotices
{
    public static IEnumerable<string> Of(RunInfo info, ReportWords words)
    {
        if (info.Partial is { } partial)
        {
            yield return partial.StartsWith("part ", StringComparison.Ordinal)
                ? words[$"全体の一部（{partial[5..]}）の実行です。merge でまとめると全体の判定が出ます。", $"This is {partial} of a run. Put the parts together with `merge` for the verdict of the whole."]
                : partial.StartsWith("spot check", StringComparison.Ordinal) ? words["抜取りの確認です。", "This is a spot check."]
                : words["前に適合しなかったシナリオだけの実行です。", "Only what had not conformed before was run."];
        }

        if (info.Observed is { Count: > 0 } observed)
        {
            yield return words[
                $"{string.Join("、", observed)} は模擬せず、本物との通信を読み取りました。答えを選べないため、答えに拠る確認は判定不能です。",
                $"{string.Join(", ", observed)}: observed and not played. Its answers could not be chosen, so checks that rest on them are inconclusive."];
        }

        foreach (var notice in Editions(info, words))
        {
            yield return notice;
        }

        foreach (var link in info.Package ?? [])
        {
            yield return words[
                $"{link.From} → {link.To} は一つのパッケージの中の連携のため、次を適用対象外としました: {string.Join("、", link.Units)}。理由: {link.Reason}。根拠: {link.Citation}。他の事業者のシステムとの連携は対象のままです。",
                $"{link.From} → {link.To} is inside one package, so these do not apply: {string.Join(", ", link.Units)}. Reason: {link.Reason}. Cited: {link.Citation}. Linkages to systems of other vendors stay required."];
        }

        if (info.FileDrop is { Count: > 0 } dropped)
        {
            yield return words[
                $"{string.Join("、", dropped)} の代わりに、フォルダーでファイルを受け渡しました。ファイルに何があるかだけを確かめています。誰がいつ置いたか、どの認証でつないだか、途中まで書かれたファイルが読まれないかは確かめていません。",
                $"{string.Join(", ", dropped)}: files were exchanged through a folder. What is in them was checked; who put them there and when, how the systems authenticate, and that half a file is never read was not."];
        }

        if (info.BuildChanged)
        {
            yield return words[
                $"実行中に製品のビルドが変わりました（{info.Build} → {(info.BuildAtEnd is { Length: > 0 } end ? end : "読み取れない")}）。二つのビルドの結果は一つの判定にできません。ビルドを固定して実行し直してください。",
                $"The build of the product changed under the run ({info.Build} → {(info.BuildAtEnd is { Length: > 0 } build ? build : "cannot be read")}). What two builds did cannot become one verdict: keep the build and run again."];
        }

        if (info is { Partial: null, LeftOut.Count: > 0 })
        {
            yield return words[$"--filter でシナリオを除いた実行です。シナリオの一部を除かれた機能・手順（{info.LeftOut.Count}）は未検証とします。", $"--filter left scenarios out of this run. Functions and steps that lack some of theirs ({info.LeftOut.Count}) are not verified."];
        }

        if (info.Waiting > 0)
        {
            yield return words[$"待機しているシナリオ: {info.Waiting}。バッチが行われた後、run --continue で続きを実行できます。", $"Scenarios that wait: {info.Waiting}. Once the batch has run, `run --continue` goes on with them."];
        }

        if (info.Flaky > 0)
        {
            yield return words[$"初回は通らず、やり直して通ったシナリオ: {info.Flaky}。", $"Scenarios that did not hold at first and did when tried again: {info.Flaky}."];
        }

        foreach (var finding in info.Preflight ?? [])
        {
            if (finding.Level is PreflightLevel.Failure or PreflightLevel.Warning)
            {
                var stopped = finding.Level == PreflightLevel.Failure ? words["実行前の点検で見つかり、実行しなかった", "found before the run, which was not begun"] : words["実行前の点検で見つかった", "found before the run"];
                yield return $"{stopped}: {words[finding.What.Ja, finding.What.En]} {words[finding.Why.Ja, finding.Why.En]} {words["直し方：", "To mend it: "]}{words[finding.Fix.Ja, finding.Fix.En]}";
            }
        }

        foreach (var fault in info.HarnessFaults ?? [])
        {
            yield return $"{words["検証ツールの不具合", "harness fault"]}: {fault}";
        }
    }

    private static IEnumerable<string> Editions(RunInfo info, ReportWords words)
    {
        if (info.Interface is not { } edition)
        {
            yield break;
        }

        var days = edition.Until is not { } until ? null : string.Create(CultureInfo.InvariantCulture, $"{edition.From:yyyy-MM-dd}～{until:yyyy-MM-dd}");
        var period = days is null ? "" : words[$" 並行稼働の期間: {days}［{edition.Basis}］。", $" Both have to be up: {days} [{edition.Basis}]."];
        yield return edition.ReadThrough is { } reading
            ? words[$"連携の版 {edition.Name} で書き、{reading} で読んだ結果です。どちらの版の判定にも入りません。{period}", $"Written through edition {edition.Name} of the interface and read through {reading}; it is part of neither edition's verdict.{period}"]
            : words[$"連携の版 {edition.Name} の結果です（並行稼働するほかの版: {string.Join("、", edition.Beside)}。別に報告します）。{period}", $"Edition {edition.Name} of the interface; beside it run {string.Join(", ", edition.Beside)}, which are reported apart.{period}"];
        if (!info.Decides)
        {
            yield return words["実行した日はこの版が並行稼働すべき期間の外なので、判定は終了コードを左右しません。", "The run is outside the period in which this edition has to be up, so its verdict does not decide the exit code."];
        }

        foreach (var apart in info.NotBeside ?? [])
        {
            yield return words[apart.Ja, apart.En];
        }
    }
}
