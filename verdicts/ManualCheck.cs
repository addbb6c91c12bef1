using System.Text.Json.Serialization;

namespace Conformance.Verdicts;

/// <summary>
/// Something that a person looks at (観測条件 of kind <c>manual</c>): the instruction, and what came of it. It stands in a column of its own: it never changes the verdict of a function, of a step or of the run.
/// </summary>
/// <param name="Id">The unit, and a word where it has several.</param>
/// <param name="Unit">Function ID or flow step.</param>
/// <param name="Instruction">Lines of text.</param>
/// <param name="Attachment">Whether a file has to be attached.</param>
public sealed record ManualCheck(string Id, string Unit, string UnitName, string Instruction, string Expected, bool Attachment, string Source)
{
    /// <summary>What came of it; null while nobody has looked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ManualResult? Result { get; init; }
}

/// <summary>What a person saw, and who.</summary>
/// <param name="Verdict">適合, 不適合, 判定不能 or 適用対象外.</param>
/// <param name="Operator">Who looked.</param>
/// <param name="Reviewer">Somebody else, who looked at it again.</param>
/// <param name="At">When; UTC.</param>
/// <param name="Attachments">Files in the run's <c>evidence/</c> folder.</param>
public sealed record ManualResult(VerdictKind Verdict, string Observed, string Operator, string Reviewer, DateTimeOffset At, IReadOnlyList<EvidenceRef> Attachments, string Note);
