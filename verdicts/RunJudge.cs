using System.Globalization;
using Conformance.Spec;
using Conformance.Spec.Contracts;

namespace Conformance.Verdicts;

/// <summary>Rolls scenarios up to units and units up to the run. Every unit starts at 未検証; two roles or standards are never mixed.</summary>
public static class RunJudge
{
    /// <param name="info">Without verdict; it is filled in here.</param>
    /// <param name="unclaimed">What the target sent that no scenario explains: it bars 適合.</param>
    /// <param name="declared">標準オプション functions that the product says it has; each binds like a mandatory one, the others are 適用対象外.</param>
    /// <param name="surfaces">What the product shows of itself; null where nothing was looked at.</param>
    /// <param name="notApplicable">Unit to the reason that the profile gives for its being 適用対象外.</param>
    public static RunResult Judge(Standard standard, RoleContracts role, RunInfo info, IReadOnlyList<ScenarioResult> scenarios, IReadOnlyList<string> unclaimed,
        IReadOnlyDictionary<string, string>? notApplicable = null, DeclaredFunctions? declared = null, SurfaceReview? surfaces = null)
    {
        var forbidden = (surfaces?.Findings ?? []).Where(finding => finding is { Kind: SurfaceFindingKind.ForbiddenAnswers, Unit: not null })
            .GroupBy(finding => finding.Unit!).ToDictionary(group => group.Key, group => group.First().Reason, StringComparer.Ordinal);
        var tally = ScenarioTally.Of(scenarios);
        var functions = new List<FunctionResult>();
        var steps = new List<StepResult>();
        if (role.Unit == VerdictUnit.Function)
        {
            foreach (var function in standard.Functions.Where(function => function.Classes.ContainsKey(info.Class)))
            {
                var required = function.Classes[info.Class];
                var isDeclared = required == RequirementClass.Optional && declared?.Ids.Contains(function.Id.Value) == true;
                var excused = notApplicable?.GetValueOrDefault(function.Id.Value)
                    ?? (required == RequirementClass.Optional && !isDeclared ? (declared ?? DeclaredFunctions.None).ReasonAgainst() : null);
                var (verdict, counts, cause, reason, rule) = Unit(tally.Units.GetValueOrDefault(function.Id.Value), role.ContractOf(function.Id.Value), excused, info.LeftOut?.GetValueOrDefault(function.Id.Value) ?? 0);
                if (forbidden.TryGetValue(function.Id.Value, out var answered) && required == RequirementClass.Forbidden && verdict != VerdictKind.Nonconforming)
                {
                    (verdict, cause, reason, rule) = (VerdictKind.Nonconforming, CauseKind.Product, answered, DecidingRules.ForbiddenAnswers);
                }

                functions.Add(new FunctionResult(function.Id.Value, function.Name, function.Major, function.Middle, required,
                    function.ClassBasis.ToString().ToLowerInvariant(), function.Source, verdict, counts) { Cause = cause, Rule = rule, Reason = reason, Declared = isDeclared,
                        Deferred = Deferral(function, JapanTime.DayOf(info.Started)) });
            }
        }
        else
        {
            foreach (var (flow, node) in standard.Flows.SelectMany(flow => flow.Nodes.Where(node => node.Lane == role.Name && node.Step.Length > 0).Select(node => (flow, node))))
            {
                var (verdict, counts, cause, reason, rule) = Unit(tally.Units.GetValueOrDefault(node.Step), role.ContractOf(node.Step), notApplicable?.GetValueOrDefault(node.Step), info.LeftOut?.GetValueOrDefault(node.Step) ?? 0);
                steps.Add(new StepResult(node.Step, node.Name, flow.Id + " " + flow.Name, verdict, counts) { Cause = cause, Rule = rule, Reason = reason });
            }
        }

        // A feature that was changed by hand may blame a unit that the role does not have: what was seen there would count nowhere.
        var known = role.Unit == VerdictUnit.Function ? standard.Functions.Select(function => function.Id.Value) : steps.Select(step => step.Id);
        var strangers = tally.Units.Keys.Except(known, StringComparer.Ordinal).Any();

        var units = functions.Select(function => (function.Verdict, Mandatory: function.Binds,
                Binds: (function.Binds || function.Class == RequirementClass.Forbidden) && function.Deferred is null, Deferred: function.Deferred is not null))
            .Concat(steps.Select(step => (step.Verdict, Mandatory: true, Binds: true, Deferred: false))).ToList();
        var summary = new Summary(
            units.Count, units.Count(unit => unit.Mandatory),
            units.Count(unit => unit.Verdict == VerdictKind.Conforms), units.Count(unit => unit.Verdict == VerdictKind.Nonconforming),
            units.Count(unit => unit.Verdict == VerdictKind.Inconclusive), units.Count(unit => unit.Verdict == VerdictKind.NotVerified),
            units.Count(unit => unit.Verdict == VerdictKind.NotApplicable),
            tally.Count, tally.Counts, tally.Causes)
        {
            Rules = Rules([.. functions.Select(function => function.Rule), .. steps.Select(step => step.Rule)], tally),
        };

        // One scenario that an API passes and a screen does not, or the reverse, is no conformity, whatever the other units say.
        var differences = SurfaceReconciliation.Differences(scenarios);

        var testable = units.Where(unit => unit.Binds && unit.Verdict != VerdictKind.NotApplicable).ToList();
        var verdictOfRun = info.BuildChanged ? VerdictKind.Inconclusive
            : units.Any(unit => unit.Verdict == VerdictKind.Nonconforming && !unit.Deferred) ? VerdictKind.Nonconforming
            : info.NotBeside is null && testable.Count > 0 && testable.All(unit => unit.Verdict == VerdictKind.Conforms) && unclaimed.Count == 0 && !strangers && !info.Cancelled
                && !(differences ?? []).Any(difference => difference.Kind == DifferenceKind.Verdict) && info is { Partial: null, Waiting: 0, HarnessFaults: null or { Count: 0 } } ? VerdictKind.Conforms
            : VerdictKind.Inconclusive;
        var shown = testable.Count(unit => unit.Verdict == VerdictKind.Conforms);
        var text = verdictOfRun switch
        {
            VerdictKind.Nonconforming => $"不適合あり（{summary.Nonconforming}/{units.Count}）",
            VerdictKind.Conforms => $"確認範囲で不適合なし（{shown}/{testable.Count}）",
            _ when info.BuildChanged => $"判定不能（実行中に製品のビルドが変わった: {info.Build} → {(info.BuildAtEnd is { Length: > 0 } end ? end : "読み取れない")}）",
            _ when info.NotBeside is { Count: > 0 } => NotSideBySide,
            _ => $"判定不能（確認できたもの {shown}/{testable.Count}{(info.Partial is null ? "" : "、一部の実行")}{(info.Waiting > 0 ? $"、待機 {info.Waiting}" : "")}）",
        };

        // A revision that is not yet published may still change, and what was shown on it with it.
        text = (standard.Status == StandardStatus.Draft ? "［改定案に対する見込み］" : "") + text;
        return new RunResult(info with { Verdict = verdictOfRun, VerdictText = text, Unclaimed = unclaimed }, functions, steps, scenarios, summary)
        {
            Differences = differences,
            Surfaces = surfaces,
            Manual = ManualChecks.Of(standard, role),
        };
    }

    /// <summary>A result of an edition of an interface that was not up while the others were. What was seen of the product stands; that all is well cannot be said any more.</summary>
    /// <param name="missing">When it was not up; empty where it always was.</param>
    public static RunResult Apart(RunResult result, IReadOnlyList<Bilingual> missing) => missing.Count == 0 ? result : result with
    {
        Run = result.Run with
        {
            NotBeside = [.. (result.Run.NotBeside ?? []).Union(missing)],
            Verdict = result.Run.Verdict == VerdictKind.Conforms ? VerdictKind.Inconclusive : result.Run.Verdict,
            VerdictText = result.Run.Verdict == VerdictKind.Nonconforming ? result.Run.VerdictText : NotSideBySide,
        },
    };

    private const string NotSideBySide = "判定不能（並行稼働していない）";

    private static List<RuleCount> Rules(IReadOnlyList<string?> ofUnits, ScenarioTally tally) =>
    [
        .. DecidingRules.All.Select(rule => new RuleCount(rule.Id, rule.Cause, rule.Ja, rule.En, ofUnits.Count(id => id == rule.Id), tally.Rules.GetValueOrDefault(rule.Id)))
            .Where(count => count.Units + count.Scenarios > 0),
    ];

    private static (VerdictKind, ScenarioCounts, CauseKind?, string?, string?) Unit(ScenarioTally.UnitTally? tally, Contract? contract, string? excused, int leftOut)
    {
        var counts = tally?.Counts ?? new ScenarioCounts(0, 0, 0, 0, 0);
        if (excused is not null)
        {
            return (VerdictKind.NotApplicable, counts, null, excused, null);
        }

        return tally switch
        {
            null => leftOut == 0 && contract?.Setting("left-open") is { } reason
                ? (VerdictKind.NotApplicable, counts, null, reason, null)
                : (VerdictKind.NotVerified, counts, null, null, DecidingRules.NobodyLooked),
            { Verdict: VerdictKind.Conforms } when leftOut > 0 => (VerdictKind.NotVerified, counts, null, string.Create(CultureInfo.InvariantCulture, $"この実行から除かれたシナリオ {leftOut}"), DecidingRules.LeftOut),
            { Verdict: VerdictKind.Conforms } => (tally.Verdict, counts, null, null, null),
            { Verdict: VerdictKind.Nonconforming } => (tally.Verdict, counts, CauseKind.Product, tally.Observed, tally.Rule ?? DecidingRules.OfficialDidNotHold),
            _ => (tally.Verdict, counts, tally.Cause, tally.Reason ?? tally.Observed, tally.Rule),
        };
    }

    /// <summary>Why what comes of a function does not decide the run yet: 適合基準日 is later, or 経過措置 of an ordinance applies. Null where it decides.</summary>
    private static string? Deferral(Function function, DateOnly on) =>
        function.EffectiveDate is { } effective && effective > on ? string.Create(CultureInfo.InvariantCulture, $"適合基準日は {effective:yyyy-MM-dd}")
        : function.Transition is { } transition && !(transition.Until < on)
            ? $"経過措置: {transition.Citation}" + (transition.Until is { } until ? string.Create(CultureInfo.InvariantCulture, $"（{until:yyyy-MM-dd} まで）") : "")
        : null;
}
