namespace Conformance.Spec;

/// <summary>指摘: a contradiction or gap in the official text, for the ministry; a check that rests on it accepts every documented reading.</summary>
/// <param name="Kind">矛盾, 欠落, 未定義 or 表記.</param>
public sealed record SpecificationFinding(string Id, string Subject, string Kind, string Text, string Readings, string Treatment, string Source);
