using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Import;

/// <summary>API仕様書: calls, request, response per status, error codes.</summary>
internal sealed partial class ApiReader(Reading reading, IReadOnlyList<Table> tables)
{
    private readonly FieldReader fields = new(reading);

    public ImportedInterface? Read(string businessId, Prose prose)
    {
        var request = tables.FirstOrDefault(table => table.Kind == TableKind.Request);
        if (request is null)
        {
            return null;
        }

        var calls = Rows(TableKind.Calls, "APIコール名", "APIコール");
        if (calls is not [var (callTable, callRow), ..])
        {
            reading.Problem("CF3020", request.Sheet, null, "There are parameters, but no table with 「APIコール名」 and 「操作種類」 names the call.", "Give the sheet API概要.");
            return null;
        }

        if (calls.Count > 1)
        {
            reading.Note(callTable.Sheet, callTable.Sheet.Row(calls[1].Row)[0], "There is more than one call; the first is taken, and the tables are read as its own.");
        }

        return new ImportedInterface
        {
            Title = prose.Title,
            Edition = prose.Edition,
            Issued = prose.Issued,
            CallName = callTable[callRow, "APIコール名"].Trim('/'),
            Operation = callTable[callRow, "操作種類"],
            BusinessId = businessId,
            Method = prose.Method,
            RequestId = prose.Label(request.Sheet, "リクエストID"),
            TimeoutSeconds = prose.TimeoutSeconds,
            Transport = prose.Transport,
            Request = ReadRequest(request),
            Responses = [.. tables.Where(table => table.Kind == TableKind.Response).SelectMany(table => ReadResponses(table, prose))],
            Errors = [.. tables.Where(table => table.Kind == TableKind.Errors).SelectMany(ReadErrors)],
            Source = string.Create(CultureInfo.InvariantCulture, $"{callTable.Sheet.Name}!{callRow}"),
        };
    }

    private List<(Table Table, int Row)> Rows(TableKind kind, string label, string meaning)
    {
        var rows = new List<(Table, int)>();
        foreach (var table in tables.Where(table => table.Kind == kind))
        {
            foreach (var row in table.Rows.Where(row => table[row, label].Length > 0))
            {
                reading.Understand(table.Sheet.Row(row).Where(table.IsInKnownColumn), meaning);
                rows.Add((table, row));
            }
        }

        return rows;
    }

    private List<ImportedField> ReadRequest(Table table)
    {
        var read = new List<ImportedField>();
        var seen = new Dictionary<string, Cell>();
        foreach (var row in table.Rows)
        {
            if (table.Cells(row, "パラメータ名") is not [var cell, ..])
            {
                continue;
            }

            var name = Width.Narrow(cell.Text).Trim();
            if (!seen.TryAdd(name, cell))
            {
                reading.Problem("CF3013", table.Sheet, cell, $"The parameter {name} stands here and in {seen[name].Reference}.", "Give each parameter once.");
            }

            read.Add(fields.Read(table, row, name));
        }

        return read;
    }

    private IEnumerable<ImportedResponse> ReadResponses(Table table, Prose prose)
    {
        var id = prose.Label(table.Sheet, "レスポンスID");
        var contentType = prose.Label(table.Sheet, "Content-Type");
        var sections = table.Rows.Select(row => (Row: row, Match: StatusForm().Match(Width.Narrow(string.Concat(table.Sheet.Row(row).Select(cell => cell.Text))))))
            .Where(section => section.Match.Success && table.Sheet.Row(section.Row).Count == 1).ToList();
        if (sections.Count == 0)
        {
            reading.Problem("CF3021", table.Sheet, null, "The response table has no heading with an HTTP status.", "Write a heading like 「（HTTPステータスコード：200）」 above each answer.");
            yield break;
        }

        for (var i = 0; i < sections.Count; i++)
        {
            var (top, match) = sections[i];
            var end = i + 1 < sections.Count ? sections[i + 1].Row - 1 : table.End;
            reading.Understand(table.Sheet.Row(top), "HTTPステータスの見出し");
            var status = int.Parse(match.Groups["status"].Value, CultureInfo.InvariantCulture);
            if (ReadBody(table, [.. table.Rows.Where(row => row > top && row <= end)], status) is { } body)
            {
                yield return new ImportedResponse(status, id, contentType, body, string.Create(CultureInfo.InvariantCulture, $"{table.Sheet.Name}!{top}"));
            }
        }
    }

    private ImportedField? ReadBody(Table table, IReadOnlyList<int> rows, int status)
    {
        var read = new List<(int Level, ImportedField Field)>();
        var example = new StringBuilder();
        foreach (var row in rows)
        {
            example.Append(table[row, "記述例"]);
            var name = table[row, "レスポンスオブジェクト名"];
            if (name.Length > 0 && int.TryParse(Width.Narrow(table[row, "レベル"]), NumberStyles.None, CultureInfo.InvariantCulture, out var level))
            {
                read.Add((level, fields.Read(table, row, name)));
            }
            else if (table[row, "記述例"].Trim() is { Length: > 0 } bracket && bracket.All(c => c is '{' or '}' or '[' or ']' or ',' or ' ' or '\n'))
            {
                reading.Understand(table.Sheet.Row(row).Where(table.IsInKnownColumn), "記述例の閉じ括弧");
            }
        }

        try
        {
            JsonDocument.Parse(example.ToString()).Dispose();
        }
        catch (JsonException exception)
        {
            reading.Note(table.Sheet, null, $"The example of status {status} is no JSON: {exception.Message.Split(". LineNumber")[0]}.");
        }

        if (read.Count == 0)
        {
            return null;
        }

        var at = 0;
        return Tree(read, ref at);
    }

    /// <summary>A field with the fields after it that stand on a deeper level (階層).</summary>
    private static ImportedField Tree(List<(int Level, ImportedField Field)> read, ref int at)
    {
        var (level, field) = read[at++];
        var members = new List<ImportedField>();
        while (at < read.Count && read[at].Level > level)
        {
            members.Add(Tree(read, ref at));
        }

        return field with { Members = members };
    }

    private IEnumerable<ImportedError> ReadErrors(Table table)
    {
        var seen = new HashSet<string>();
        foreach (var row in table.Rows)
        {
            var code = Width.Narrow(table[row, "エラーコード"]);
            if (code.Length == 0)
            {
                continue;
            }

            reading.Understand(table.Sheet.Row(row).Where(table.IsInKnownColumn), "エラーコード");
            if (!seen.Add(code))
            {
                reading.Problem("CF3013", table.Sheet, table.Cells(row, "エラーコード")[0], $"The error code {code} is used twice.", "Give each code once.");
            }

            var remarks = new List<string>();
            foreach (var cell in table.Cells(row, "備考"))
            {
                if (NotePhrases.Find(cell.Text) is { } ours)
                {
                    remarks.Add(ours);
                }
                else
                {
                    reading.Sentence(table.Sheet, cell, cell.Text);
                }
            }

            yield return new ImportedError(code, table[row, "エラー名"], table[row, "エラー内容"], string.Join('；', remarks),
                string.Create(CultureInfo.InvariantCulture, $"{table.Sheet.Name}!{row}"));
        }
    }

    [GeneratedRegex("HTTPステータスコード:(?<status>[0-9]{3})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StatusForm();
}
