using Conformance.Spec.Import.Sheets;
using Conformance.Spec.Yaml;

namespace Conformance.Spec.Import;

/// <summary>
/// How the headers and marks of an unusual workbook are called: <c>columns: {機能ID: 要件番号}</c> says that the column 「要件番号」 is what others call
/// 機能ID, <c>marks: {●: ◎}</c> that ● stands for ◎.
/// </summary>
public sealed class ColumnMapping
{
    private readonly Dictionary<string, string> columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> marks = new(StringComparer.Ordinal);

    private ColumnMapping()
    {
    }

    /// <summary>Every header and mark is called as usual.</summary>
    public static ColumnMapping None { get; } = new();

    /// <exception cref="BadInputException">CF3043 a label or mark that no table has, CF12xx not readable.</exception>
    public static ColumnMapping Read(string text, string file)
    {
        var problems = new List<Problem>();
        var root = YamlMap.Parse(text, file, problems);
        var mapping = new ColumnMapping();
        var labels = TableKind.All.SelectMany(kind => kind.Required.Concat(kind.Optional).Concat(kind.Second)).ToHashSet(StringComparer.Ordinal);
        foreach (var (label, theirs) in root.TextMap("columns"))
        {
            if (!labels.Contains(label))
            {
                root.Report("CF3043", root, $"「{label}」 is no column that the import knows.", "Use one of: " + string.Join(", ", labels.Order(StringComparer.Ordinal)) + ".");
            }

            mapping.columns[Width.Fold(theirs)] = Width.Fold(label);
        }

        foreach (var (mark, ours) in root.TextMap("marks"))
        {
            if (ours is not ("◎" or "○" or "×" or "－"))
            {
                root.Report("CF3043", root, $"「{ours}」 at the mark 「{mark}」 is no 実装区分.", "Use ◎, ○, × or －.");
            }

            mapping.marks[Width.Fold(mark)] = ours;
        }

        root.RefuseUnknownKeys();
        return problems.Count == 0 ? mapping : throw new BadInputException(problems);
    }

    /// <summary>Other words for columns: theirs to the usual one.</summary>
    internal static ColumnMapping Synonyms(IReadOnlyDictionary<string, string> words)
    {
        var mapping = new ColumnMapping();
        foreach (var (theirs, label) in words)
        {
            mapping.columns[Width.Fold(theirs)] = Width.Fold(label);
        }

        return mapping;
    }

    /// <summary>A header word in the form in which headers are compared, under its usual name.</summary>
    internal string Fold(string header)
    {
        var folded = Width.Fold(header);
        return columns.GetValueOrDefault(folded, folded);
    }

    /// <summary>◎ ○ × or － of a mark that this workbook uses; null where the mapping does not name it.</summary>
    internal string? Mark(string text) => marks.GetValueOrDefault(Width.Fold(text));
}
