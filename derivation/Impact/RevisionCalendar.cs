using Conformance.Spec;

namespace Conformance.Derivation.Impact;

/// <summary>When what of a revision is due, and whether it was published a year before.</summary>
/// <param name="Date">適合基準日; null for what is due with the edition itself.</param>
/// <param name="Functions">機能ID of the functions that are new, changed or dated anew.</param>
/// <param name="PublishBy">Last day of publication under the one-year rule; null where there is no date.</param>
/// <param name="IsLate">The edition was issued after that day.</param>
public sealed record RevisionCalendar(DateOnly? Date, IReadOnlyList<string> Functions, DateOnly? PublishBy, bool IsLate)
{
    /// <summary>One entry per date, earliest first; what has no date comes last.</summary>
    public static IReadOnlyList<RevisionCalendar> Of(RevisionImpact impact)
    {
        var touched = impact.Comparison.Of(Spec.Comparison.StandardPart.Function).Where(difference => difference.Kind != Spec.Comparison.DifferenceKind.Removed).Select(difference => difference.Id)
            .Concat(impact.Units.Where(unit => unit.New + unit.Changed > 0).Select(unit => unit.Unit)).ToHashSet(StringComparer.Ordinal);
        var issued = impact.Comparison.New.Issued;
        return
        [
            .. impact.Comparison.New.Functions.Where(function => touched.Contains(function.Id.Value)).GroupBy(function => function.EffectiveDate).OrderBy(group => group.Key ?? DateOnly.MaxValue)
                .Select(group => new RevisionCalendar(group.Key, [.. group.Select(function => function.Id.Value)], group.Key?.AddYears(-1), group.Key?.AddYears(-1) < issued)),
        ];
    }
}
