using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Import;

/// <summary>One row of a request or response table: a parameter, or a member of an answer.</summary>
internal sealed partial class FieldReader(Reading reading)
{
    public ImportedField Read(Table table, int row, string name)
    {
        var sheet = table.Sheet;
        var cells = sheet.Row(row);
        // 検索方法 is empty in every specification seen so far: what it would mean is not known, so a value there stays not understood.
        reading.Understand(cells.Where(table.IsInKnownColumn).Except(table.Cells(row, "検索方法")), table.Kind == TableKind.Request ? "リクエスト項目" : "レスポンス項目");
        var type = table[row, "データ型"].Replace("\n", "", StringComparison.Ordinal);
        var length = Width.Narrow(table[row, "データ長"]).Trim();
        if (length is not ("" or "-") && !LengthForm().IsMatch(length))
        {
            reading.Problem("CF3017", sheet, table.Cells(row, "データ長")[0], $"「{length}」 is no length.", "Give a number of characters, or n,m for 9V.");
        }

        var required = table[row, "必須"];
        if (required is not ("" or "◎"))
        {
            reading.Problem("CF3018", sheet, table.Cells(row, "必須")[0], $"「{required}」 does not say whether the item is required.", "Use ◎ or leave the cell empty.");
        }

        var sample = Sample(table, row, name);
        foreach (var stray in cells.Where(cell => !table.IsInKnownColumn(cell) && Unquote(cell.Text) == sample))
        {
            reading.Understand(stray, "記述例の元（見出しのない列）");
        }

        var description = table[row, "項目説明"];
        var notes = Notes(table, row);
        var field = new ImportedField
        {
            Number = table[row, "項番"],
            Name = name,
            Title = table[row, "項目名"],
            Type = type,
            Length = length == "-" ? "" : length,
            IsRequired = required == "◎",
            IsNullable = table[row, "null設定有無"] is "○" or "〇" or "◯",
            Condition = notes.Condition,
            Values = Values(table, row, description, notes.Quoted),
            Default = notes.Default,
            Fixed = notes.Fixed,
            Samples = [.. sample.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => SampleLabel().Replace(line, ""))],
            Remarks = notes.Remarks,
            Source = string.Create(CultureInfo.InvariantCulture, $"{sheet.Name}!{row}"),
        };
        if (field.Fixed.Length > 0 && field.Length.Length > 0 && field.Length != field.Fixed.Length.ToString(CultureInfo.InvariantCulture))
        {
            reading.Note(sheet, cells[0], $"The fixed text of {name} has {field.Fixed.Length} characters, its length is given as {field.Length}.");
        }

        return field;
    }

    private static string Unquote(string text) => text.Trim().Trim('"', '”', '“');

    private string Sample(Table table, int row, string name)
    {
        if (table.Cells(row, "記述例") is not [var cell, ..])
        {
            return "";
        }

        if (table.Kind == TableKind.Response)
        {
            var member = MemberForm().Matches(cell.Text).FirstOrDefault(match => match.Groups["name"].Value == name);
            if (member is null && MemberForm().Match(cell.Text) is { Success: true } other)
            {
                reading.Note(table.Sheet, cell, $"The example names 「{other.Groups["name"].Value}」, the row {name}.");
            }

            return member is null ? "" : Unquote(member.Groups["value"].Value);
        }

        var equals = cell.Text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0 || cell.Text[..equals].Trim() != name)
        {
            reading.Note(table.Sheet, cell, $"The example does not begin with 「{name}=」.");
        }

        if (cell.Text.AsSpan().IndexOfAny('”', '“') >= 0)
        {
            reading.Note(table.Sheet, cell, "The example has typographic quotes, which JSON does not know.");
        }

        return Unquote(cell.Text[(equals + 1)..]);
    }

    private List<(string, string)> Values(Table table, int row, string description, IReadOnlyList<string> quoted)
    {
        var list = ValueList().Match(description);
        if (list.Success)
        {
            if (!list.Groups["end"].Success)
            {
                reading.Note(table.Sheet, table.Cells(row, "項目説明")[0], "The list of values has no closing parenthesis.");
            }

            return [.. ValueForm().Matches(list.Groups["list"].Value).Select(match => (match.Groups["value"].Value, match.Groups["meaning"].Value.Trim()))];
        }

        return quoted.Count > 1 ? [.. quoted.Order(StringComparer.Ordinal).Select(value => (value, ""))] : [];
    }

    private (RequiredCondition? Condition, string Default, string Fixed, IReadOnlyList<string> Remarks, IReadOnlyList<string> Quoted) Notes(Table table, int row)
    {
        RequiredCondition? condition = null;
        string standard = "", only = "";
        var remarks = new List<string>();
        var quoted = new List<string>();
        foreach (var cell in table.Cells(row, "備考"))
        {
            foreach (var line in cell.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                quoted.AddRange(QuotedFlag().Matches(line).Select(match => match.Groups["value"].Value).Except(quoted));
                standard = DefaultForm().Match(line) is { Success: true } match ? match.Groups["value"].Value : standard;
                if (line.StartsWith("※※", StringComparison.Ordinal))
                {
                    condition = ConditionReader.Read(line);
                }
                else if (FixedForm().Match(line) is { Success: true } fixedText)
                {
                    only = fixedText.Groups["value"].Value;
                }
                else if (NotePhrases.Find(line.TrimStart('・', '※', ' ')) is { } ours)
                {
                    remarks.Add(ours);
                }
                else
                {
                    reading.Sentence(table.Sheet, cell, line);
                }
            }
        }

        return (condition, standard, only, remarks, quoted);
    }

    [GeneratedRegex("^[0-9]+(,[0-9]+)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LengthForm();

    [GeneratedRegex("[（(](?<list>[0-9]+[：:][^）)]*)(?<end>[）)])?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ValueList();

    [GeneratedRegex("(?<value>[0-9]+)[：:](?<meaning>[^、，,]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ValueForm();

    [GeneratedRegex("「(?<value>[0-9])」", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuotedFlag();

    [GeneratedRegex("デフォルト(値)?は「(?<value>[0-9]+)」", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DefaultForm();

    [GeneratedRegex("^[\"”“](?<value>.+)[\"”“]固定値$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FixedForm();

    [GeneratedRegex("\"?(?<name>[A-Za-z_]+)\"?\\s*:\\s*(?<value>\"[^\"]*\"|[0-9]+|null)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MemberForm();

    [GeneratedRegex("^・[^：]{1,20}：", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SampleLabel();
}
