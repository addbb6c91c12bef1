namespace Conformance.Spec.Comments;

/// <summary>意見: one opinion that somebody gave on a standard, with the reply to it.</summary>
/// <param name="Round">意見照会の回, such as 1; empty where the sheet does not say.</param>
/// <param name="Body">Who gave it.</param>
/// <param name="Function">機能ID it is about; empty for the document as a whole.</param>
/// <param name="Reply">回答; empty until there is one.</param>
/// <param name="Disposition">対応: 採用, 一部採用, 不採用, 検討中 or 対象外; empty until it is decided.</param>
/// <param name="Source">Sheet and row, or file.</param>
public sealed record Comment(string Round, string Body, string Function, string Opinion, string Reply, string Disposition, string Source)
{
    /// <summary>Two entries are the same opinion when round, body, function and words are the same.</summary>
    public (string Round, string Body, string Function, string Opinion) Identity => (Round, Body, Function, Opinion);
}
