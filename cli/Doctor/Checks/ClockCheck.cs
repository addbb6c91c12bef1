using System.Globalization;
using Conformance.Drivers;
using Conformance.Drivers.Inspection;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Doctor.Checks;

/// <summary>How far the clock of the target is from ours, by the Date header of its first page (RFC 9110, 6.6.1).</summary>
internal static class ClockCheck
{
    public const string Name = "clock";

    public static async Task<PreflightFinding> LookAsync(HarmlessLine line, string server, Examination examination, CancellationToken cancellationToken)
    {
        HarmlessAnswer answer;
        try
        {
            answer = await line.GetAsync("", cancellationToken);
        }
        catch (TargetUnreachableException e)
        {
            return Findings.NotShown(Name, server, new Bilingual($"時計を比べられない：{e.Message}。", $"The clocks cannot be compared: {e.Message}."), new Bilingual("", ""));
        }

        var tolerance = examination.Profile.Clock;
        if (answer.Ahead is not { } ahead)
        {
            return Findings.NotShown(Name, server, new Bilingual("応答に Date ヘッダーがなく、時計を比べられない。", "The answer has no Date header, so the clocks cannot be compared."),
                new Bilingual("対象の機械の時刻を手で確かめる。", "Look at the time of the target's machine by hand."));
        }

        // Half a second, and half of the way there and back, is what such a header leaves open.
        var sure = ahead.Duration() - TimeSpan.FromMilliseconds(500) - (answer.Took / 2);
        var told = string.Create(CultureInfo.InvariantCulture, $"{ahead.Duration().TotalSeconds:0.#}");
        var what = ahead > TimeSpan.Zero
            ? new Bilingual($"対象の時計が {told} 秒進んでいる（{server}）。", $"The clock of the target is {told} s ahead ({server}).")
            : new Bilingual($"対象の時計が {told} 秒遅れている（{server}）。", $"The clock of the target is {told} s behind ({server}).");
        var why = new Bilingual("トークンの署名や期限、「本日」「現在」の登録内容、適合基準日の判断がずれる。", "Assertions for tokens, their expiry, and whatever is stored for today or now would not fit.");
        var fix = new Bilingual("両方の機械を時刻サーバーに合わせる。わざとずらしているなら clock: {fail: …} に許す幅を書く。", "Set both by a time server. Where it is on purpose, say how much under clock: {fail: …} in the profile.");
        return sure >= tolerance.Fail ? Findings.Failure(Name, server, CauseKind.Environment, what, why, fix)
            : sure >= tolerance.Warn ? Findings.Warning(Name, server, CauseKind.Environment, what, why, fix)
            : Findings.Ok(Name, server, new Bilingual($"時計の差は {told} 秒。", $"The clocks differ by {told} s."));
    }
}
