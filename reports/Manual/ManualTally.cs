using Conformance.Verdicts;

namespace Conformance.Reports.Manual;

/// <summary>How many manual checks a run has, and what came of them.</summary>
public sealed record ManualTally(int Conforms, int Nonconforming, int Other, int Open)
{
    public static ManualTally Of(RunResult run)
    {
        var checks = run.Manual ?? [];
        int Count(Func<ManualCheck, bool> what) => checks.Count(what);
        return new ManualTally(
            Count(check => check.Result?.Verdict == VerdictKind.Conforms), Count(check => check.Result?.Verdict == VerdictKind.Nonconforming),
            Count(check => check.Result is { Verdict: not (VerdictKind.Conforms or VerdictKind.Nonconforming) }), Count(check => check.Result is null));
    }

    /// <summary>A sentence for people.</summary>
    internal string In(ReportWords words) => words[
        $"人による確認（自動の判定とは別）: 適合 {Conforms}、不適合 {Nonconforming}、その他 {Other}、未実施 {Open}",
        $"manual checks (apart from the verdict): conforms {Conforms}, nonconforming {Nonconforming}, other {Other}, not yet {Open}"];
}
