using Conformance.Cli.Doctor.Checks;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Doctor;

/// <summary>Makes findings.</summary>
internal static class Findings
{
    private static readonly Bilingual Nothing = new("", "");

    public static PreflightFinding Ok(string check, string subject, Bilingual what) => new(check, subject, PreflightLevel.Ok, null, what, Nothing, Nothing);

    public static PreflightFinding Warning(string check, string subject, CauseKind cause, Bilingual what, Bilingual why, Bilingual fix) =>
        new(check, subject, PreflightLevel.Warning, cause, what, why, fix);

    public static PreflightFinding Failure(string check, string subject, CauseKind cause, Bilingual what, Bilingual why, Bilingual fix) =>
        new(check, subject, PreflightLevel.Failure, cause, what, why, fix);

    /// <summary>Looked at, and it showed nothing.</summary>
    public static PreflightFinding NotShown(string check, string subject, Bilingual what, Bilingual fix) => new(check, subject, PreflightLevel.NotShown, null, what, Nothing, fix);

    /// <summary>Not looked at, because something else has to be mended first.</summary>
    public static PreflightFinding NotLookedAt(string check, string subject, PreflightFinding root) =>
        new(check, subject, PreflightLevel.NotShown, null, new Bilingual($"見ていない。理由：{root.What.Ja}", $"Not looked at, because: {root.What.En}"), Nothing, Nothing) { Because = root.Check };

    /// <summary>Not looked at, because the time for everything was over.</summary>
    public static PreflightFinding OutOfTime(string check, string subject) => NotShown(check, subject,
        new Bilingual("時間内に見られなかった。", "There was no time left to look at it."), new Bilingual("対象が遅いなら、--within で時間を増やす。", "Where the target is slow, give more time with --within."));

    /// <summary>What is the same in several editions of an interface is told once, with all of them.</summary>
    public static IReadOnlyList<PreflightFinding> ToldOnce(this IEnumerable<PreflightFinding> findings) =>
    [
        // Of a clock that is looked at twice the figures differ, and nothing else.
        .. findings.GroupBy(finding => (finding.Check, finding.Subject, finding.Level, finding.Because, What: finding.Check == ClockCheck.Name ? null : finding.What))
            .Select(same => same.First() with { Editions = same.SelectMany(finding => finding.Editions ?? []).Distinct().ToList() is { Count: > 0 } editions ? editions : null }),
    ];

    public static PreflightFinding? FirstFailure(this IEnumerable<PreflightFinding> findings) => findings.FirstOrDefault(finding => finding.Level == PreflightLevel.Failure);
}
