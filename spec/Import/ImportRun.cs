using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Import;

/// <summary>One import under way: workbook after workbook is added, then everything is checked together.</summary>
internal sealed class ImportRun(string business, ColumnMapping mapping, Basis classBasis)
{
    private readonly List<Problem> problems = [];
    private readonly List<Problem> sentences = [];
    private readonly List<Problem> rest = [];
    private readonly List<CellTally> tallies = [];
    private readonly List<ImportNote> notes = [];
    private readonly List<(string File, string Sha256)> sources = [];
    private readonly List<(string File, ImportedItem Item)> items = [];
    private readonly List<(string File, ImportedCode Code)> codes = [];
    private readonly List<(ImportedInterface Interface, (string, string) Source)> interfaces = [];
    private readonly List<(string File, ImportedFunction Function)> functions = [];
    private readonly List<(string File, ImportedLinkage Linkage)> linkages = [];

    private readonly List<(string File, AttachedFile Attached)> files = [];

    public IReadOnlyList<(string File, string Sha256)> Sources => sources;

    /// <summary>In the order of the tables.</summary>
    public IReadOnlyList<ImportedFunction> Functions => [.. functions.Select(entry => entry.Function)];

    public IReadOnlyList<ImportedLinkage> Linkages => [.. linkages.Select(entry => entry.Linkage)];

    public IReadOnlyList<AttachedFile> Files => [.. files.Select(entry => entry.Attached)];

    public IReadOnlyList<ImportedItem> Items { get; private set; } = [];

    public IReadOnlyList<ImportedCode> Codes { get; private set; } = [];

    public IReadOnlyList<(ImportedInterface Interface, (string File, string Sha256) Source)> Interfaces => interfaces;

    public IReadOnlyList<CellTally> Understood => tallies;

    public IReadOnlyList<Problem> NotUnderstood => [.. rest, .. sentences];

    public IReadOnlyList<ImportNote> Notes => notes;

    public void Add(string file)
    {
        try
        {
            Read(Workbook.Read(file));
        }
        catch (BadInputException exception)
        {
            problems.AddRange(exception.Problems);
        }
    }

    /// <exception cref="BadInputException">With every problem of every workbook.</exception>
    public void Finish()
    {
        foreach (var same in functions.GroupBy(entry => entry.Function.Id).Where(group => group.Count() > 1))
        {
            Twice(same.Last().File, same.Last().Function.Cell, $"The function ID {same.Key} is used {same.Count()} times: " + string.Join(", ", same.Select(entry => entry.Function.Cell)) + ".");
        }

        foreach (var same in linkages.GroupBy(entry => entry.Linkage.Id).Where(group => group.Count() > 1))
        {
            Twice(same.Last().File, same.Last().Linkage.Cell, $"The linkage ID {same.Key} is used {same.Count()} times: " + string.Join(", ", same.Select(entry => entry.Linkage.Cell)) + ".");
        }

        foreach (var same in files.GroupBy(entry => entry.Attached.Path).Where(group => group.Count() > 1))
        {
            Twice(same.Last().File, same.Last().Attached.Cell, $"The file {same.Key} stands there {same.Count()} times: " + string.Join(", ", same.Select(entry => entry.Attached.Cell)) + ".");
        }

        foreach (var same in items.GroupBy(entry => entry.Item.Id).Where(group => group.Count() > 1))
        {
            Twice(same.Last().File, same.Last().Item.Source, $"The item ID {same.Key} is used {same.Count()} times: " + string.Join(", ", same.Select(entry => entry.Item.Source)) + ".");
        }

        foreach (var same in items.GroupBy(entry => (entry.Item.Group, entry.Item.Romaji)).Where(group => group.Count() > 1))
        {
            Twice(same.Last().File, same.Last().Item.Source, $"The ローマ字 {same.Key.Romaji} names several items of one group: " + string.Join(", ", same.Select(entry => entry.Item.Source)) + ".");
        }

        foreach (var same in codes.GroupBy(entry => (entry.Code.Id, entry.Code.Value)).Where(group => group.Count() > 1))
        {
            Twice(same.Last().File, same.Last().Code.Source, $"The code {same.Key.Id} has the value {same.Key.Value} {same.Count()} times: " + string.Join(", ", same.Select(entry => entry.Code.Source)) + ".");
        }

        if (problems.Count > 0)
        {
            throw new BadInputException(problems);
        }

        Items = [.. items.Select(entry => entry.Item).OrderBy(item => item.Id, StringComparer.Ordinal)];
        Codes = [.. codes.Select(entry => entry.Code)];
        var lists = Codes.Select(code => code.Id).ToHashSet();
        foreach (var (file, item) in items.Where(entry => entry.Item.Code.Length > 0 && lists.Count > 0 && !lists.Contains(entry.Item.Code)))
        {
            notes.Add(new ImportNote(file, item.Source, "", $"The item {item.Id} refers to the code {item.Code}, which no list here has."));
        }
    }

    private void Twice(string file, string source, string fact) =>
        problems.Add(new Problem("CF3013", file, 0, 0, fact, "Give each of them its own.") { Cell = source });

    private void Read(Workbook workbook)
    {
        sources.Add((workbook.File, workbook.Sha256));
        var reading = new Reading(workbook, problems, notes, sentences);
        var before = problems.Count;
        var finder = new TableFinder(workbook.File, problems, mapping);
        var tables = workbook.Sheets.SelectMany(finder.Find).ToList();
        Look(reading);
        if (tables.Count == 0)
        {
            if (problems.Count == before)
            {
                problems.Add(new Problem("CF3010", workbook.File, 0, 0, "No sheet has a header that is known.",
                    "Looked for: " + string.Join("; ", TableKind.All.Select(kind => $"{kind.Name} ({string.Join(", ", kind.Required)})")) + "."));
            }

            return;
        }

        var prose = new Prose(reading, tables);
        prose.Read();
        var legend = new LegendReader(reading);
        var types = tables.Where(table => table.Kind == TableKind.TypeLegend || table.Kind == TableKind.ColumnLegend).SelectMany(legend.Read).ToHashSet();
        var list = new ItemListReader(reading, types.Count > 0 ? types : LegendReader.KnownTypes);
        items.AddRange(tables.Where(table => table.Kind == TableKind.Items).SelectMany(list.Read).Select(item => (workbook.File, item)));
        var functionTable = new FunctionTableReader(reading, mapping, business, classBasis);
        functions.AddRange(tables.Where(table => table.Kind == TableKind.Functions).SelectMany(functionTable.Read).Select(function => (workbook.File, function)));
        var linkageTable = new LinkageTableReader(reading);
        linkages.AddRange(tables.Where(table => table.Kind == TableKind.Linkages).SelectMany(linkageTable.Read).Select(linkage => (workbook.File, linkage)));
        var attached = new AttachedFileReader(reading);
        files.AddRange(tables.Where(table => table.Kind == TableKind.Files).SelectMany(attached.Read).Select(file => (workbook.File, file)));
        var codeList = new CodeListReader(reading);
        codes.AddRange(tables.Where(table => table.Kind == TableKind.Codes).SelectMany(codeList.Read).Select(code => (workbook.File, code)));
        if (new ApiReader(reading, tables).Read(business, prose) is { } read)
        {
            interfaces.Add((read, (workbook.File, workbook.Sha256)));
        }

        prose.ReadRepetitions();
        LookAtColours(reading, tables);
        tallies.AddRange(reading.Tallies());
        rest.AddRange(reading.Rest());
    }

    /// <summary>Editors mark rows by colour: new, changed, to be discussed. What a colour means stands nowhere, so it is said that there are some.</summary>
    private static void LookAtColours(Reading reading, List<Table> tables)
    {
        foreach (var table in tables.Where(table => table.Kind == TableKind.Functions || table.Kind == TableKind.Items || table.Kind == TableKind.Codes || table.Kind == TableKind.Linkages))
        {
            foreach (var colour in table.Sheet.Cells.Where(cell => cell.Colour.Length > 0 && cell.Row > table.Bottom && cell.Row <= table.End).GroupBy(cell => cell.Colour))
            {
                reading.Note(table.Sheet, colour.First(), $"Cells of the table bear the colour {colour.Key}: {colour.Count()}, in rows {string.Join(", ", colour.Select(cell => cell.Row).Distinct())}. They were read; what the colour means was not.");
            }
        }
    }

    /// <summary>What no table shows: hidden and deleted text, error values, words in shapes.</summary>
    private static void Look(Reading reading)
    {
        foreach (var sheet in reading.Workbook.Sheets)
        {
            if (sheet.IsHidden)
            {
                reading.Note(sheet, null, "The sheet is hidden. It was read.");
            }

            foreach (var hidden in sheet.Cells.Where(cell => cell.IsHidden).GroupBy(cell => cell.Row))
            {
                reading.Note(sheet, hidden.First(), "The row or column is hidden. It was read.");
            }

            foreach (var cell in sheet.Deleted)
            {
                reading.Note(sheet, cell, $"Struck through, so left out: 「{cell.Struck.Replace('\n', ' ')}」.");
            }

            foreach (var cell in sheet.Cells.Where(cell => cell.IsError))
            {
                reading.Problem("CF3019", sheet, cell, $"The cell holds the error {cell.Text}.", "Repair its formula.");
            }

            if (sheet.Drawn.Count > 0)
            {
                reading.Note(sheet, null, $"Shapes or comments hold words that are in no cell and were not taken over: 「{string.Join("／", sheet.Drawn)}」.");
            }
        }
    }
}
