using System.Globalization;
using Conformance.Spec.Export.Sheets;
using Conformance.Spec.Import;
using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Comments;

/// <summary>Sheets of 意見照会: read by the words of their headers, written so that somebody can fill in the replies and they can be read again.</summary>
public static class CommentSheets
{
    private static readonly TableKind Kind = new("意見照会", ["意見", "機能ID"], ["番号", "意見照会回", "提出者", "機能名称", "要旨", "回答", "対応", "備考", "出典"], []);

    private static readonly ColumnMapping OtherWords = ColumnMapping.Synonyms(new Dictionary<string, string>
    {
        ["意見内容"] = "意見", ["ご意見"] = "意見", ["御意見"] = "意見", ["回"] = "意見照会回", ["照会回"] = "意見照会回", ["団体名"] = "提出者", ["自治体名"] = "提出者", ["事業者名"] = "提出者",
        ["意見に対する回答"] = "回答", ["回答内容"] = "回答", ["対応方針"] = "対応", ["対応区分"] = "対応", ["No"] = "番号", ["No."] = "番号", ["項番"] = "番号",
    });

    /// <summary>Dispositions, with other words that sheets use for them.</summary>
    private static readonly Dictionary<string, string> Dispositions = new(StringComparer.Ordinal)
    {
        ["採用"] = "採用", ["反映"] = "採用", ["対応する"] = "採用", ["一部採用"] = "一部採用", ["一部反映"] = "一部採用", ["不採用"] = "不採用", ["反映しない"] = "不採用", ["対応しない"] = "不採用",
        ["検討中"] = "検討中", ["検討"] = "検討中", ["継続検討"] = "検討中", ["今後検討"] = "検討中", ["対象外"] = "対象外",
    };

    /// <summary>Reads one workbook.</summary>
    /// <param name="round">Used where the sheet has no column for it.</param>
    /// <param name="notUnderstood">Rows and cells that were not read, each with its place.</param>
    /// <exception cref="BadInputException">CF30xx no workbook or no known header, CF3060 an unknown disposition, CF3061 an opinion without words.</exception>
    public static IReadOnlyList<Comment> Read(string file, string round, ICollection<Problem> notUnderstood)
    {
        var workbook = Workbook.Read(file);
        var problems = new List<Problem>();
        var finder = new TableFinder(file, problems, OtherWords, [Kind]);
        var tables = workbook.Sheets.SelectMany(finder.Find).ToList();
        if (tables.Count == 0)
        {
            problems.Add(new Problem("CF3010", file, 0, 0, "No sheet has a header that is known.", $"Looked for: {Kind.Name} ({string.Join(", ", Kind.Required)})."));
        }

        var comments = tables.SelectMany(table => Read(table, file, round, problems, notUnderstood)).ToList();
        return problems.Count == 0 ? comments : throw new BadInputException(problems);
    }

    /// <summary>A workbook with one row per comment, beside the function that it is about.</summary>
    public static byte[] Write(Standard standard, IReadOnlyList<Comment> comments)
    {
        string[] header = ["番号", "意見照会回", "提出者", "機能ID", "機能名称", "要旨", "意見", "回答", "対応", "出典"];
        var rows = comments.Select((comment, i) =>
        {
            var function = standard.Function(comment.Function);
            string[] cells = [(i + 1).ToString(CultureInfo.InvariantCulture), comment.Round, comment.Body, comment.Function, function?.Name ?? "", function?.Summary ?? "", comment.Opinion, comment.Reply, comment.Disposition, comment.Source];
            return (IReadOnlyList<CellDraft?>)[.. cells.Select(text => text.Length == 0 ? null : new CellDraft(text))];
        });
        return WorkbookWriter.Write([new SheetDraft("意見照会", [8, 10, 18, 12, 26, 50, 60, 60, 12, 24],
            [[new CellDraft($"{standard.Name} 第{standard.Edition}版 意見照会", CellLook.Title)], [.. header.Select(text => new CellDraft(text, CellLook.Header))], .. rows]) { Frozen = 2 }]);
    }

    private static IEnumerable<Comment> Read(Table table, string file, string round, List<Problem> problems, ICollection<Problem> notUnderstood)
    {
        foreach (var row in table.Rows)
        {
            var cells = table.Sheet.Row(row);
            string Place(Cell cell) => $"{table.Sheet.Name}!{cell.Reference}";
            if (table.Cells(row, "意見") is not [var opinion, ..])
            {
                if (table[row, "機能ID"].Length > 0 && table[row, "回答"].Length > 0)
                {
                    problems.Add(new Problem("CF3061", file, 0, 0, "There is a reply, but no opinion.", "Fill 意見, or delete the row.") { Cell = Place(cells[0]) });
                }
                else if (cells.Any(cell => !Marks.IsMark(cell.Text)) && !cells.All(table.IsInKnownColumn))
                {
                    notUnderstood.Add(new Problem("CF3030", file, 0, 0, "The row has no opinion, and was left out.", "Fill 意見, or delete the row.") { Cell = Place(cells[0]) });
                }

                continue;
            }

            var disposition = Width.Narrow(table[row, "対応"]).Trim();
            if (disposition.Length > 0 && !Dispositions.TryGetValue(disposition, out disposition))
            {
                problems.Add(new Problem("CF3060", file, 0, 0, $"「{table[row, "対応"]}」 is no disposition.", "Use 採用, 一部採用, 不採用, 検討中 or 対象外.") { Cell = Place(table.Cells(row, "対応") is [var cell, ..] ? cell : opinion) });
                disposition = "";
            }

            foreach (var stray in cells.Where(cell => !table.IsInKnownColumn(cell)))
            {
                notUnderstood.Add(new Problem("CF3030", file, 0, 0, $"The cell was not understood: 「{stray.Text.Replace('\n', ' ')}」.", "Put it under a known header, or correct the workbook.") { Cell = Place(stray) });
            }

            yield return new Comment(table[row, "意見照会回"] is { Length: > 0 } given ? Width.Narrow(given).Trim() : round, table[row, "提出者"], Width.Narrow(table[row, "機能ID"]).Trim(), opinion.Text, table[row, "回答"], disposition ?? "",
                table[row, "出典"] is { Length: > 0 } source ? source : string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)} {table.Sheet.Name}!{row}"));
        }
    }
}
