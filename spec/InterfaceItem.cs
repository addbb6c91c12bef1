namespace Conformance.Spec;

/// <summary>One item of an interface's request.</summary>
/// <param name="Name">Item name as printed (氏名_フリガナ): <c>title</c> in the document.</param>
/// <param name="Field">JSON member.</param>
/// <param name="Type">X, Ｎ, 9, DATE, TIME: <c>x-type</c>.</param>
/// <param name="Length">Characters; 0 where the document gives none.</param>
/// <param name="Required">Always required (◎).</param>
/// <param name="RequiredWhen">Condition of a conditional requirement, as normalised from 「※※」; empty where there is none.</param>
/// <param name="WhenItem">Name of the item that decides, where the condition can be read by a machine; else empty.</param>
/// <param name="WhenValues">Its values that make this item required.</param>
/// <param name="Values">Permitted values; empty where any is.</param>
/// <param name="UnknownDateAllowed">不詳日を許容する.</param>
/// <param name="Source">Sheet and row.</param>
public sealed record InterfaceItem(
    string Name, string Field, string Type, int Length, bool Required, string RequiredWhen, string WhenItem,
    IReadOnlyList<string> WhenValues, IReadOnlyList<string> Values, bool UnknownDateAllowed, string Source);
