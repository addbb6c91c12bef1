namespace Conformance.Spec.Export;

/// <summary>A piece of a text with one look.</summary>
/// <param name="Marked">Underlined (傍線): changed against the other edition.</param>
public sealed record TextRun(string Text, bool Marked = false)
{
    public bool Bold { get; init; }
}
