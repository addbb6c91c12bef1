using System.Globalization;

namespace Conformance.Spec.Comparison;

/// <summary>Functions added, removed, reworded, reclassified, redated, renumbered.</summary>
internal static class FunctionDifferences
{
    /// <summary>Least share of content by which a function under another ID counts as the same.</summary>
    private const double SameContent = 0.6;

    /// <summary>Below it nothing of a function is left: its ID was used for something else.</summary>
    private const double OtherContent = 0.15;

    public static IEnumerable<Difference> Between(Standard old, Standard @new)
    {
        var before = old.Functions.ToDictionary(function => function.Id.Value, StringComparer.Ordinal);
        var after = @new.Functions.ToDictionary(function => function.Id.Value, StringComparer.Ordinal);
        var same = @new.Functions.Where(function => before.TryGetValue(function.Id.Value, out var was) && Content(was, function) >= OtherContent)
            .ToDictionary(function => function.Id.Value, function => (Was: before[function.Id.Value], Confidence: (double?)null), StringComparer.Ordinal);
        var gone = old.Functions.Where(function => !same.ContainsKey(function.Id.Value)).ToList();
        var come = @new.Functions.Where(function => !same.ContainsKey(function.Id.Value)).ToList();
        foreach (var (was, now, confidence) in Pairing.Of(gone, come, Content, SameContent))
        {
            same[now.Id.Value] = (was, confidence);
        }

        foreach (var function in @new.Functions)
        {
            if (!same.TryGetValue(function.Id.Value, out var pair))
            {
                yield return new Difference(StandardPart.Function, DifferenceKind.Added, function.Id.Value, function.Name, "", "", function.Summary);
                continue;
            }

            if (pair.Confidence is not null)
            {
                yield return new Difference(StandardPart.Function, DifferenceKind.Renumbered, function.Id.Value, function.Name, "機能ID", pair.Was.Id.Value, function.Id.Value) { Confidence = pair.Confidence };
            }

            foreach (var difference in Between(pair.Was, function))
            {
                yield return difference;
            }
        }

        var kept = same.Values.Select(pair => pair.Was.Id.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var function in old.Functions.Where(function => !kept.Contains(function.Id.Value)))
        {
            yield return new Difference(StandardPart.Function, DifferenceKind.Removed, function.Id.Value, function.Name, "", function.Summary, "");
        }
    }

    /// <summary>A mark of 実装区分; － where there is none.</summary>
    public static string Mark(Function function, MunicipalityClass municipality) => !function.Classes.TryGetValue(municipality, out var value) ? "－" : value switch
    {
        RequirementClass.Mandatory => "◎",
        RequirementClass.Forbidden => "×",
        _ => "○",
    };

    private static double Content(Function a, Function b) => (0.4 * Similarity.Of(a.Name, b.Name)) + (0.6 * Similarity.Of(a.Summary, b.Summary));

    private static IEnumerable<Difference> Between(Function was, Function now)
    {
        Difference Changed(DifferenceKind kind, string aspect, string before, string after) => new(StandardPart.Function, kind, now.Id.Value, now.Name, aspect, before, after);

        (DifferenceKind Kind, string Aspect, string Before, string After)[] texts =
        [
            (DifferenceKind.Changed, "大項目", was.Major, now.Major), (DifferenceKind.Changed, "中項目", was.Middle, now.Middle), (DifferenceKind.Changed, "小項目", was.Minor, now.Minor),
            (DifferenceKind.Renamed, "機能名称", was.Name, now.Name), (DifferenceKind.Reworded, "要旨", was.Summary, now.Summary),
            (DifferenceKind.Reworded, "理由", was.Reason, now.Reason), (DifferenceKind.Reworded, "備考", was.Remarks, now.Remarks),
            (DifferenceKind.Reclassified, "指定都市", Mark(was, MunicipalityClass.DesignatedCity), Mark(now, MunicipalityClass.DesignatedCity)),
            (DifferenceKind.Reclassified, "中核市", Mark(was, MunicipalityClass.CoreCity), Mark(now, MunicipalityClass.CoreCity)),
            (DifferenceKind.Reclassified, "一般市区町村", Mark(was, MunicipalityClass.Other), Mark(now, MunicipalityClass.Other)),
            (DifferenceKind.Redated, "適合基準日", Date(was), Date(now)),
        ];
        return texts.Where(text => text.Before != text.After).Select(text => Changed(text.Kind, text.Aspect, text.Before, text.After));
    }

    private static string Date(Function function) => function.EffectiveDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
