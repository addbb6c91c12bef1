namespace Conformance.Spec.Import;

/// <summary>Cells that mark the end of a row or a table for somebody's macro (<c>e</c>, ■) and mean nothing.</summary>
internal static class Marks
{
    public static bool IsMark(string text) => text == "e" || (text.Length > 0 && text.All(c => c is '■' or '\n'));
}
