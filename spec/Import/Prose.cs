using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Import;

/// <summary>
/// What stands outside the tables of a workbook: titles, a cover with edition and date, labels with a value, running text under known
/// headings, legends. Of running text only the facts are taken; the sentences are not copied.
/// </summary>
internal sealed partial class Prose(Reading reading, IReadOnlyList<Table> tables)
{
    private static readonly string[] Headings =
    [
        "概要", "提供可能なAPIコールについて", "APIコールにおける補足事項", "シーケンス図", "凡例", "使用方法", "留意事項",
    ];

    private static readonly string[] TableHeadings = ["パラメータ", "エラーコード一覧"];

    private static readonly string[] Labels = ["仕様名", "業務名", "リクエストID", "レスポンスID", "Content-Type"];

    private readonly Dictionary<(Sheet Sheet, string Label), string> labels = [];
    private readonly List<string> sentences = [];
    private string cover = "";

    public string Title => cover.Length > 0 ? cover : labels.FirstOrDefault(entry => entry.Key.Label == "仕様名").Value ?? "";

    public string Edition { get; private set; } = "";

    public string Issued { get; private set; } = "";

    public string Method => Fact(MethodForm()) is { Length: > 0 } method ? method.ToUpperInvariant() : "POST";

    public int TimeoutSeconds => int.TryParse(Fact(TimeoutForm()), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;

    public IReadOnlyList<(string Key, string Value)> Transport =>
        [.. new[] { ("http", Fact(HttpForm())), ("tls", Fact(TlsForm())), ("auth", Fact(JwtForm())), ("auth-provisional", Fact(BasicForm())) }
            .Where(fact => fact.Item2.Length > 0)];

    public string Label(Sheet sheet, string label) => labels.GetValueOrDefault((sheet, label), "");

    public void Read()
    {
        foreach (var table in tables)
        {
            reading.Understand(table.Columns.Where(column => column.IsKnown).Select(column => column.Header), "見出し");
        }

        foreach (var sheet in reading.Workbook.Sheets)
        {
            ReadCover(sheet);
            ReadLabels(sheet);
            ReadTitles(sheet);
            ReadText(sheet);
            reading.Understand(sheet.Cells.Where(cell => Marks.IsMark(cell.Text) && !tables.Any(table => table.Sheet == sheet && cell.Row > table.Top && table.IsInKnownColumn(cell))), "目印");
        }
    }

    /// <summary>Cells outside every table that say again, with a few other words, what an item's explanation says.</summary>
    public void ReadRepetitions()
    {
        var explanations = tables.SelectMany(table => table.Rows.SelectMany(row => table.Cells(row, "項目説明"))).ToList();
        foreach (var sheet in reading.Workbook.Sheets)
        {
            foreach (var cell in sheet.Cells.Where(cell => !reading.IsUnderstood(cell) && cell.Text.Length >= 20))
            {
                if (explanations.Find(explanation => IsAlmost(explanation.Text, cell.Text)) is { } original)
                {
                    reading.Understand(cell, "説明文の写し（表の外）");
                    reading.Note(sheet, cell, original.Text == cell.Text ? $"Outside every table, the cell repeats {original.Reference}."
                        : $"Outside every table, the cell repeats {original.Reference} in other words: 「{Difference(original.Text, cell.Text)}」.");
                }
            }
        }
    }

    private static bool IsAlmost(string a, string b)
    {
        var (head, tail) = CommonEnds.Of(a, b);
        return head + tail >= Math.Max(a.Length, b.Length) * 0.8;
    }

    private static string Difference(string a, string b)
    {
        var (head, tail) = CommonEnds.Of(a, b);
        return b[Math.Max(0, head - 4)..Math.Min(b.Length, b.Length - tail + 4)];
    }

    private void ReadCover(Sheet sheet)
    {
        if (tables.Any(table => table.Sheet == sheet) || !sheet.Cells.Any(cell => EditionForm().IsMatch(Width.Narrow(cell.Text))))
        {
            return;
        }

        foreach (var cell in sheet.Cells)
        {
            var text = Width.Narrow(cell.Text);
            if (EditionForm().Match(text) is { Success: true } edition)
            {
                Edition = edition.Groups["edition"].Value;
                reading.Understand(cell, "版");
            }
            else if (IssuedForm().IsMatch(text))
            {
                Issued = text;
                reading.Understand(cell, "発行年月");
            }
            else
            {
                cover = cell.Text.Replace('\n', ' ');
                reading.Understand(cell, "表題");
            }
        }
    }

    private void ReadLabels(Sheet sheet)
    {
        foreach (var cell in sheet.Cells.Where(cell => !reading.IsUnderstood(cell)))
        {
            var label = Labels.FirstOrDefault(label => Width.Fold(label) == Width.Fold(cell.Text));
            var value = label is null ? null : sheet.Row(cell.Row).FirstOrDefault(other => other.Column > cell.Column) ?? sheet.At(cell.Row + 1, cell.Column);
            if (label is not null && value is not null)
            {
                labels[(sheet, label)] = value.Text;
                reading.Understand(cell, "見出し");
                reading.Understand(value, "見出しの値");
            }
        }
    }

    private void ReadTitles(Sheet sheet)
    {
        var first = tables.Where(table => table.Sheet == sheet).Select(table => table.Top).DefaultIfEmpty(int.MaxValue).Min();
        var above = sheet.Cells.Where(cell => cell.Row < first && !reading.IsUnderstood(cell)).ToList();
        if (above is [{ Row: <= 3 } title, ..])
        {
            reading.Understand(title, "表題");
        }

        // 「水色セル：…」, 「項目説明：…」: remarks about colours and columns between the title and the table.
        reading.Understand(above.Where(cell => first < int.MaxValue && (cell.Text.Contains("セル：", StringComparison.Ordinal)
            || tables.Any(table => table.Sheet == sheet && table.Columns.Any(column => cell.Text.StartsWith(column.Label + "：", StringComparison.Ordinal))))), "凡例");
    }

    private void ReadText(Sheet sheet)
    {
        var isUnderHeading = false;
        foreach (var row in sheet.Cells.Select(cell => cell.Row).Distinct())
        {
            var cells = sheet.Row(row);
            if (tables.Any(table => table.Sheet == sheet && table.Top == row))
            {
                isUnderHeading = false;
            }
            else if (cells.Count == 1 && Headings.Concat(TableHeadings).FirstOrDefault(heading => Width.Fold(heading) == Width.Fold(cells[0].Text)) is { } found)
            {
                isUnderHeading = Headings.Contains(found);
                reading.Understand(cells[0], "見出し");
            }
            else if (isUnderHeading)
            {
                foreach (var cell in cells.Where(cell => !reading.IsUnderstood(cell)))
                {
                    sentences.Add(Width.Narrow(cell.Text));
                    reading.Understand(cell, "説明文");
                }
            }
        }
    }

    private string Fact(Regex form) =>
        sentences.Select(sentence => form.Match(sentence)).FirstOrDefault(match => match.Success)?.Groups["fact"].Value ?? "";

    [GeneratedRegex("^第(?<edition>[0-9]+(\\.[0-9]+)*)版$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EditionForm();

    [GeneratedRegex("^(令和|平成)[0-9元]+年[0-9]+月([0-9]+日)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IssuedForm();

    [GeneratedRegex("HTTPメソッド(:|は)(?<fact>[A-Za-z]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MethodForm();

    [GeneratedRegex("(?<fact>[0-9]+)秒以上.*タイムアウト", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TimeoutForm();

    [GeneratedRegex("HTTP(?<fact>[0-9]\\.[0-9])以上", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HttpForm();

    [GeneratedRegex("TLS(?<fact>[0-9]\\.[0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TlsForm();

    [GeneratedRegex("(?<fact>client_secret_jwt)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JwtForm();

    [GeneratedRegex("(?<fact>client_secret_basic)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BasicForm();
}
