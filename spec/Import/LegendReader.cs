using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Import;

/// <summary>凡例: what the columns and the types mean. The types are read; the explanations are understood as such.</summary>
internal sealed class LegendReader(Reading reading)
{
    /// <summary>The types of 基本データリスト, folded to narrow capitals.</summary>
    public static IReadOnlySet<string> KnownTypes { get; } = new HashSet<string>(["X", "N", "9", "9V", "S9", "BLOB", "YEAR", "DATE", "TIME"]);

    /// <summary>The types a legend lists, folded.</summary>
    public IReadOnlyList<string> Read(Table table)
    {
        var types = new List<string>();
        foreach (var row in table.Rows)
        {
            var isType = table.Kind == TableKind.TypeLegend;
            var name = table[row, isType ? "データ型" : "項目名"];
            if (name.Length == 0)
            {
                continue;
            }

            reading.Understand(table.Sheet.Row(row).Where(table.IsInKnownColumn), isType ? "データ型の凡例" : "列の凡例");
            if (!isType)
            {
                continue;
            }

            types.Add(Width.Fold(name));
            if (!KnownTypes.Contains(Width.Fold(name)))
            {
                reading.Note(table.Sheet, table.Cells(row, "データ型")[0], $"The legend has a type 「{name}」 that no check knows.");
            }
        }

        return types;
    }
}
