using Conformance.Spec.Export;

namespace Conformance.Spec.Comparison.Writing;

/// <summary>One row of a 新旧対照表: what is changed, marked on both sides.</summary>
/// <param name="Subject">Part, ID and name.</param>
/// <param name="Remark">備考: kind of the change.</param>
public sealed record ShinkyuRow(string Subject, IReadOnlyList<TextRun> After, IReadOnlyList<TextRun> Before, string Remark);
