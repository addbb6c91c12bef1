using System.Globalization;

namespace Conformance.Spec.Lint.Rules;

/// <summary>Rules for 適合基準日 and the dates of editions.</summary>
internal static class DateRules
{
    public static IReadOnlyList<LintRule> All => field ??= [BeforeIssue, LessThanAYear, BeforeNeeded, EditionsOutOfOrder];

    private static LintRule BeforeIssue => field ??= new("SL121", LintSeverity.Error,
        new("適合基準日が公表日より前である", "A function takes effect before its edition is issued"),
        new("公表される前の日に適合していることを求めている。", "It asks products to conform before they could know."),
        new("適合基準日を公表日より後にする。", "Set the date after the edition's issue date."),
        subject => New(subject).Where(function => function.EffectiveDate < subject.Standard.Issued).Select(function => BeforeIssue.Found(
            function.Id.Value, "functions.csv", subject.Line("functions.csv", function.Id.Value),
            $"機能 {function.Id} の適合基準日 {Text(function.EffectiveDate)} は、この版の公表日 {Text(subject.Standard.Issued)} より前である。",
            $"{function.Id} takes effect on {Text(function.EffectiveDate)}, before the edition was issued on {Text(subject.Standard.Issued)}.")))
    {
        Bad = new(("functions.csv", "見本-1.3,通知,,通知の再発行,一度送った決定通知を、本人の求めで改めて印刷する。,○,○,○,例示,2024-01-01,見本,,,")),
        Good = new(("functions.csv", "見本-1.3,通知,,通知の再発行,一度送った決定通知を、本人の求めで改めて印刷する。,○,○,○,例示,2027-04-01,見本,,,")),
    };

    private static LintRule LessThanAYear => field ??= new("SL122", LintSeverity.Warning,
        new("公表から適合基準日まで一年に満たない", "Less than a year between issue and effect"),
        new("改定は施行の一年以上前に公表することとされている。短いと開発と移行が間に合わない。", "A revision is to be published a year or more before it takes effect; less is too short to build and migrate."),
        new("適合基準日を公表日の一年後以降にするか、経過措置を設ける。", "Set the date a year after issue or later, or add a transitional measure."),
        subject => New(subject).Where(function => function.EffectiveDate >= subject.Standard.Issued && function.EffectiveDate < subject.Standard.Issued.AddYears(1)).Select(function => LessThanAYear.Found(
            function.Id.Value, "functions.csv", subject.Line("functions.csv", function.Id.Value),
            $"機能 {function.Id} の適合基準日 {Text(function.EffectiveDate)} は、公表日 {Text(subject.Standard.Issued)} から一年に満たない。",
            $"{function.Id} takes effect on {Text(function.EffectiveDate)}, less than a year after issue on {Text(subject.Standard.Issued)}.")))
    {
        Bad = new(("functions.csv", "見本-1.3,通知,,通知の再発行,一度送った決定通知を、本人の求めで改めて印刷する。,○,○,○,例示,2026-03-31,見本,,,")),
        Good = new(("functions.csv", "見本-1.3,通知,,通知の再発行,一度送った決定通知を、本人の求めで改めて印刷する。,○,○,○,例示,2026-04-01,見本,,,")),
    };

    private static LintRule BeforeNeeded => field ??= new("SL123", LintSeverity.Error,
        new("頼る機能より先に適合基準日が来る", "A function takes effect before one that it depends on"),
        new("頼られる機能がまだない日から、それなしでは動かない機能が求められる。", "It is due on a day on which what it cannot work without is not yet due."),
        new("頼られる側の日付を早めるか、頼る側を遅らせる。", "Move the one date forward, or the other back."), CheckNeeded)
    {
        Bad = new(("functions.csv", "見本-1.1,受付,,申込受付,窓口で受けた申込の内容を登録する。,◎,◎,◎,例示,2028-04-01,見本,,,")),
        Good = new(("functions.csv", "見本-1.2,審査,,申込審査,申込の内容を住民の記録と照らし、要件に合うかを審査する。,◎,◎,◎,例示,2028-04-01,見本,,,")),
    };

    private static LintRule EditionsOutOfOrder => field ??= new("SL124", LintSeverity.Error,
        new("前の版より公表日が前である", "An edition is older than the one before it"),
        new("どちらの版が有効かが、版の番号と日付で食い違う。", "Number and date disagree about which edition is in force."),
        new("公表日を直す。", "Correct the issue date."),
        subject => subject.Earlier.Where(edition => edition.Issued > subject.Standard.Issued).Select(edition => EditionsOutOfOrder.Found(
            subject.Standard.Edition, "standard.yaml", subject.Line("standard.yaml", "issued"),
            $"第{subject.Standard.Edition}版の公表日 {Text(subject.Standard.Issued)} は、第{edition.Edition}版の {Text(edition.Issued)} より前である。",
            $"Edition {subject.Standard.Edition} is dated {Text(subject.Standard.Issued)}, before edition {edition.Edition} of {Text(edition.Issued)}.")))
    {
        Bad = new(("../1.0/functions.csv", "見本-1.1,受付,,申込受付,窓口で受けた申込の内容を登録する。,◎,◎,◎,例示,,見本"), ("../1.0/standard.yaml", Head("2025-12-01"))),
        Good = new(("../1.0/functions.csv", "見本-1.1,受付,,申込受付,窓口で受けた申込の内容を登録する。,◎,◎,◎,例示,,見本"), ("../1.0/standard.yaml", Head("2024-01-01"))),
    };

    private static string Head(string issued) => $$"""
        id: '900'
        name: 見本
        edition: '1.0'
        issued: '{{issued}}'
        status: illustrative
        unlisted-functions: allowed
        """;

    /// <summary>Functions whose date this edition sets: what an earlier edition had already is not new.</summary>
    private static IEnumerable<Function> New(LintSubject subject) =>
        subject.Standard.Functions.Where(function => function.EffectiveDate is not null
            && !subject.Earlier.Any(edition => edition.Function(function.Id.Value)?.EffectiveDate == function.EffectiveDate));

    private static IEnumerable<LintFinding> CheckNeeded(LintSubject subject)
    {
        var functions = subject.Standard.Functions.ToDictionary(function => function.Id.Value, StringComparer.Ordinal);
        foreach (var dependency in subject.Dependencies)
        {
            var dependent = functions.GetValueOrDefault(dependency.Dependent);
            var required = functions.GetValueOrDefault(dependency.Required);

            // A function without a date is due with the edition.
            if (dependent is not null && required?.EffectiveDate is { } later && later > (dependent.EffectiveDate ?? subject.Standard.Issued) && dependent.Classes.Values.Contains(RequirementClass.Mandatory))
            {
                var due = dependent.EffectiveDate is null ? "" : Text(dependent.EffectiveDate);
                yield return BeforeNeeded.Found(dependency.Dependent, dependency.File, dependency.Line,
                    $"{dependency.Dependent}（適合基準日 {(due.Length > 0 ? due : "なし")}）が、{Text(later)} からの {dependency.Required} に頼る：{dependency.How.Ja}。",
                    $"{dependency.Dependent} (due {(due.Length > 0 ? due : "with the edition")}) depends on {dependency.Required}, due {Text(later)}: {dependency.How.En}.");
            }
        }
    }

    private static string Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
