using Conformance.Verdicts;

namespace Conformance.Reports.Comparison;

/// <summary>What a cell of the matrix says.</summary>
internal static class ComparisonWords
{
    /// <summary>The mark alone where it was shown; else the mark and the verdict.</summary>
    public static string Cell(ComparedCell cell, ReportWords words) => cell.Verdict == VerdictKind.Conforms ? cell.Mark : $"{cell.Mark} {words.Of(cell.Verdict)}";
}
