using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Reports.Comparison;

/// <summary>Products side by side, one table per standard, edition and role: results of different editions or roles say nothing about each other.</summary>
public sealed record ProductComparison(IReadOnlyList<ComparedStandard> Standards)
{
    /// <param name="sources">Results with the name of their file or bundle.</param>
    public static ProductComparison Of(IReadOnlyList<(string Source, IReadOnlyList<RunResult> Runs)> sources)
    {
        var all = sources.SelectMany(source => source.Runs.Select(run => (source.Source, Run: run))).ToList();
        return new ProductComparison(
        [
            .. all.GroupBy(item => (item.Run.Run.Standard, item.Run.Run.Edition, Role: item.Run.Run.RoleAndEdition.Ja))
                .OrderBy(group => group.Key.Standard, StringComparer.Ordinal).ThenBy(group => group.Key.Edition, StringComparer.Ordinal).ThenBy(group => group.Key.Role, StringComparer.Ordinal)
                .Select(group => ComparedStandard.Of([.. group])),
        ]);
    }
}

/// <param name="Rows">Units that differ first, then the others; within each in the order of the function table.</param>
public sealed record ComparedStandard(string Standard, string Name, string Edition, string Status, Bilingual Role, IReadOnlyList<ComparedProduct> Products, IReadOnlyList<ComparedUnit> Rows)
{
    internal static ComparedStandard Of(IReadOnlyList<(string Source, RunResult Run)> results)
    {
        var first = results[0].Run.Run;
        var units = results.SelectMany(result => Units(result.Run)).DistinctBy(unit => unit.Id).ToList();
        var byId = results.Select(result => Units(result.Run).ToDictionary(unit => unit.Id, StringComparer.Ordinal)).ToList();
        var rows = units.Select(unit =>
        {
            var cells = byId.Select(found => found.GetValueOrDefault(unit.Id) is { } present ? new ComparedCell(present.Class, present.Verdict, present.Reason) : null).ToList();
            return new ComparedUnit(unit.Id, unit.Name, unit.Class, cells);
        }).ToList();
        return new ComparedStandard(first.Standard, first.StandardName, first.Edition, first.StandardStatus, first.RoleAndEdition,
            [.. results.Select(result => new ComparedProduct(result.Run.Run.Product, result.Run.Run.ProductVersion, result.Run.Run.Class, result.Source, result.Run.Run.Started, result.Run))],
            [.. rows.Where(row => row.Differs), .. rows.Where(row => !row.Differs)]);
    }

    private static IEnumerable<Unit> Units(RunResult run) =>
        run.Functions.Select(function => new Unit(function.Id, function.Name, function.Class, function.Verdict, function.Reason))
            .Concat(run.Steps.Select(step => new Unit(step.Id, step.Name, null, step.Verdict, step.Reason)));

    private sealed record Unit(string Id, string Name, RequirementClass? Class, VerdictKind Verdict, string? Reason);
}

/// <param name="Source">File or bundle that the result came from.</param>
public sealed record ComparedProduct(string Name, string Version, MunicipalityClass Class, string Source, DateTimeOffset Started, RunResult Result);

/// <param name="Class">Null for a flow step.</param>
/// <param name="Cells">One per product; null where the product's result does not have the unit.</param>
public sealed record ComparedUnit(string Id, string Name, RequirementClass? Class, IReadOnlyList<ComparedCell?> Cells)
{
    /// <summary>Whether two products have another verdict, or one was not asked.</summary>
    public bool Differs => Cells.Select(cell => cell?.Verdict).Distinct().Count() > 1;
}

/// <param name="Class">For this product's class of municipality.</param>
public sealed record ComparedCell(RequirementClass? Class, VerdictKind Verdict, string? Reason)
{
    /// <summary>◎ shown, of a function that must be there (or must not, and is not); ● shown, of an optional one; — not shown. Why not is said by the verdict, never by the mark alone.</summary>
    public string Mark => Verdict != VerdictKind.Conforms ? "—" : Class == RequirementClass.Optional ? "●" : "◎";
}
