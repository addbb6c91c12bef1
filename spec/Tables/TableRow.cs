namespace Conformance.Spec.Tables;

/// <summary>One example of a <see cref="DecisionTable"/>.</summary>
/// <param name="Id">例ID, stable.</param>
/// <param name="Boundary">The boundary that it stands on; empty for a plain representative.</param>
/// <param name="Conditions">Item name to value; an empty value states nothing.</param>
/// <param name="Expected">The same for what has to come out; 結果 = 拒否 where it has to be refused.</param>
public sealed record TableRow(
    string Id, FunctionId Function, string Rule, string Boundary, IReadOnlyDictionary<string, string> Conditions,
    IReadOnlyDictionary<string, string> Expected, Basis Basis, string Source, int Line);
