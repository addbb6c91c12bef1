namespace Conformance.Gherkin;

/// <summary>A place in a text, counted from one. Columns count characters as Cucumber does: a surrogate pair is one.</summary>
/// <param name="Line">One-based.</param>
/// <param name="Column">One-based; 0 where the place is a whole line.</param>
public readonly record struct SourcePosition(int Line, int Column)
{
    public override string ToString() => $"({Line},{Column})";
}
