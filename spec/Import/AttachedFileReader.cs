using System.Globalization;
using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Import;

/// <summary>添付ファイル: files of a standard, line by line.</summary>
internal sealed class AttachedFileReader(Reading reading)
{
    public IEnumerable<AttachedFile> Read(Table table)
    {
        var files = new Dictionary<string, (string Cell, List<string> Lines)>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            if (table.Cells(row, "ファイル名") is not [var name, ..])
            {
                continue;
            }

            reading.Understand(table.Sheet.Row(row).Where(table.IsInKnownColumn), "添付ファイル");
            if (!AttachedFile.IsAllowed(name.Text))
            {
                Refuse(table, name, $"「{name.Text}」 is no file of flows/, forms/ or interfaces/.", "Name a file there, such as forms/a.yaml.");
                continue;
            }

            var (_, lines) = files.TryGetValue(name.Text, out var known) ? known : files[name.Text] = ($"{table.Sheet.Name}!{name.Reference}", []);
            if (table[row, "行"] != (lines.Count + 1).ToString(CultureInfo.InvariantCulture))
            {
                Refuse(table, name, string.Create(CultureInfo.InvariantCulture, $"The row is not line {lines.Count + 1} of {name.Text}, which comes next."), "Put the rows of a file in order, each once.");
            }
            else if (AttachedFile.Line(table[row, "内容"]) is not { } line)
            {
                Refuse(table, name, "The line does not stand between two bars.", "Write |…| around it: the indent means something.");
            }
            else
            {
                lines.Add(line);
            }
        }

        return files.Select(file => new AttachedFile(file.Key, string.Join('\n', file.Value.Lines), file.Value.Cell));
    }

    private void Refuse(Table table, Cell cell, string fact, string remedy) => reading.Problem("CF3045", table.Sheet, cell, fact, remedy);
}
