namespace Conformance.Spec.Tables;

/// <summary>判定表: what has to come out under which conditions, one row per rule and per boundary.</summary>
/// <param name="Id">File under <c>tables/</c> without extension.</param>
public sealed record DecisionTable(string Id, string File, IReadOnlyList<TableRow> Rows);
