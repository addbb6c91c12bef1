namespace Conformance.Spec.Import;

/// <summary>What an import read, what it could not, and what it changes. Input that cannot be used at all is a <see cref="BadInputException"/> instead.</summary>
public sealed record ImportReport
{
    /// <summary>The workbooks: path and sha256.</summary>
    public required IReadOnlyList<(string File, string Sha256)> Sources { get; init; }

    public required IReadOnlyList<ImportedFunction> Functions { get; init; }

    public required IReadOnlyList<ImportedLinkage> Linkages { get; init; }

    /// <summary>By データ項目ID.</summary>
    public required IReadOnlyList<ImportedItem> Items { get; init; }

    public required IReadOnlyList<ImportedCode> Codes { get; init; }

    public required IReadOnlyList<ImportedInterface> Interfaces { get; init; }

    /// <summary>Every cell that holds something is counted here or listed in <see cref="NotUnderstood"/>.</summary>
    public required IReadOnlyList<CellTally> Understood { get; init; }

    /// <summary>
    /// Cells, or sentences in a cell, that nothing is known about. They are in no output: read them, and correct the workbook or extend the import.
    /// CF3030 a cell, CF3031 a sentence.
    /// </summary>
    public required IReadOnlyList<Problem> NotUnderstood { get; init; }

    public required IReadOnlyList<ImportNote> Notes { get; init; }

    public required IReadOnlyList<ItemDifference> Differences { get; init; }

    public required IReadOnlyList<FileChange> Changes { get; init; }

    /// <summary>False for a dry run.</summary>
    public required bool IsWritten { get; init; }
}
