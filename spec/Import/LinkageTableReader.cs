using System.Globalization;
using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Import;

/// <summary>連携一覧: one linkage per row.</summary>
internal sealed class LinkageTableReader(Reading reading)
{
    public IEnumerable<ImportedLinkage> Read(Table table)
    {
        foreach (var row in table.Rows)
        {
            if (table.Cells(row, "連携ID") is not [var id, ..])
            {
                continue;
            }

            reading.Understand(table.Sheet.Row(row).Where(table.IsInKnownColumn), "連携");
            var cells = ImportedLinkage.Header.ToDictionary(column => column, column => table[row, column], StringComparer.Ordinal);
            if (cells["方式"].Length == 0)
            {
                cells["方式"] = "REST";
                reading.Note(table.Sheet, id, $"The linkage {id.Text} does not say how it is transported; REST is written.");
            }

            if (!table.IsOwn)
            {
                cells["連携ID"] = Width.Narrow(cells["連携ID"]);
                cells["出典"] = string.Create(CultureInfo.InvariantCulture, $"{table.Sheet.Name}!{row}");
            }

            yield return new ImportedLinkage(cells["連携ID"], cells, $"{table.Sheet.Name}!{id.Reference}");
        }
    }
}
