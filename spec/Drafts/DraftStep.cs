namespace Conformance.Spec.Drafts;

/// <summary>One step of a flow as the text tells it.</summary>
/// <param name="Mark">①, ②, …</param>
/// <param name="Function">機能ID; empty where the text names none.</param>
/// <param name="Actor">Who does it: the subject of its first sentence; empty where there is none.</param>
/// <param name="Text">Its sentences.</param>
/// <param name="Paragraph">Where it begins.</param>
/// <param name="Change">How tracked changes touch it: 新規, 削除, 変更, or empty.</param>
public sealed record DraftStep(string Mark, string Name, string Function, string Actor, string Text, int Paragraph, string Change)
{
    /// <summary>Classes that the text gives its function: ◎ ○ ×; empty where none.</summary>
    public string Class { get; init; } = "";
}
