namespace Conformance.Spec.Export.Sheets;

/// <summary>A cell to be written.</summary>
/// <param name="Runs">Pieces of its text; line breaks are LF.</param>
public sealed record CellDraft(IReadOnlyList<TextRun> Runs, CellLook Look = CellLook.Plain)
{
    public CellDraft(string text, CellLook look = CellLook.Plain)
        : this([new TextRun(text)], look) { }

    public string Text => string.Concat(Runs.Select(run => run.Text));
}

public enum CellLook
{
    Plain,

    /// <summary>Header of a table: bold on grey.</summary>
    Header,

    /// <summary>Title of a sheet.</summary>
    Title,

    /// <summary>Green: new.</summary>
    Added,

    /// <summary>Red: gone.</summary>
    Removed,

    /// <summary>Amber: changed.</summary>
    Changed,
}
