using System.Text;

namespace Conformance.Spec.Csv;

/// <summary>
/// Splits comma-separated text (RFC 4180; lines end with LF or CRLF) record by record: of a file of any size no more than one record is in memory.
/// </summary>
public static class CsvRecords
{
    /// <summary>The records in order, read while they are asked for.</summary>
    /// <exception cref="DecoderFallbackException">The reader decodes strictly and met bytes that are no text; asked for the record after the last whole one.</exception>
    public static IEnumerable<CsvRecord> Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var cells = new List<string>();
        var cell = new StringBuilder();
        int line = 1, start = 1;
        bool quoted = false, any = false;
        for (var next = reader.Read(); next >= 0; next = reader.Read())
        {
            var c = (char)next;
            any = true;
            if (c == '\n')
            {
                line++;
            }

            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (reader.Peek() == '"')
                {
                    cell.Append((char)reader.Read());
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (c == ',')
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (c == '\n')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                yield return new CsvRecord(start, cells, Closed: true);
                (cells, start, any) = ([], line, false);
            }
            else if (c != '\r' || reader.Peek() != '\n')
            {
                // The CR of a CRLF ends the line; one that stood in quotes belongs to its cell.
                cell.Append(c);
            }
        }

        if (any)
        {
            cells.Add(cell.ToString());
            yield return new CsvRecord(start, cells, Closed: !quoted);
        }
    }
}
