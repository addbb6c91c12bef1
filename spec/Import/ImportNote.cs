namespace Conformance.Spec.Import;

/// <summary>Something in a workbook that a person should look at: read, but odd.</summary>
/// <param name="Cell">Such as <c>B7</c>; empty for a whole sheet.</param>
public sealed record ImportNote(string File, string Sheet, string Cell, string Text)
{
    public override string ToString() => $"{File}({Sheet}{(Cell.Length > 0 ? "!" + Cell : "")}): {Text}";
}
