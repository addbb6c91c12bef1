using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Import;

/// <summary>The account of one workbook: which cell was understood as what, and what was wrong or odd.</summary>
internal sealed class Reading(Workbook workbook, List<Problem> problems, List<ImportNote> notes, List<Problem> sentences)
{
    private readonly Dictionary<Cell, string> understood = new(ReferenceEqualityComparer.Instance);

    public string File => workbook.File;

    public Workbook Workbook => workbook;

    public bool IsUnderstood(Cell cell) => understood.ContainsKey(cell);

    public void Understand(Cell cell, string meaning) => understood.TryAdd(cell, meaning);

    public void Understand(IEnumerable<Cell> cells, string meaning)
    {
        foreach (var cell in cells)
        {
            Understand(cell, meaning);
        }
    }

    public void Problem(string code, Sheet sheet, Cell? cell, string fact, string remedy) =>
        problems.Add(new Problem(code, File, 0, 0, fact, remedy) { Cell = cell is null ? sheet.Name : $"{sheet.Name}!{cell.Reference}" });

    public void Note(Sheet sheet, Cell? cell, string text) => notes.Add(new ImportNote(File, sheet.Name, cell?.Reference ?? "", text));

    /// <summary>A sentence in a cell that is otherwise understood, for which there is no wording of ours.</summary>
    public void Sentence(Sheet sheet, Cell cell, string sentence) =>
        sentences.Add(new Problem("CF3031", File, 0, 0, $"No rule is known for the sentence 「{sentence}」.", "Add its wording to the phrases of the import, or correct the workbook.")
        {
            Cell = $"{sheet.Name}!{cell.Reference}",
        });

    public IEnumerable<CellTally> Tallies() =>
        from sheet in workbook.Sheets
        from cell in sheet.Cells
        where IsUnderstood(cell)
        group cell by (sheet.Name, understood[cell]) into same
        select new CellTally(File, same.Key.Name, same.Key.Item2, same.Count());

    public IEnumerable<Problem> Rest() =>
        from sheet in workbook.Sheets
        from cell in sheet.Cells
        where !IsUnderstood(cell)
        select new Problem("CF3030", File, 0, 0, $"The cell was not understood: 「{Short(cell.Text)}」.", "Put it under a known header, or correct the workbook.")
        {
            Cell = $"{sheet.Name}!{cell.Reference}",
        };

    private static string Short(string text)
    {
        var line = text.Replace('\n', ' ');
        return line.Length <= 60 ? line : line[..60] + "…";
    }
}
