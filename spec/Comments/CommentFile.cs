using Conformance.Spec.Csv;

namespace Conformance.Spec.Comments;

/// <summary><c>comments.csv</c> of an edition.</summary>
public static class CommentFile
{
    public const string Name = "comments.csv";

    private static readonly string[] Columns = ["回", "提出者", "機能ID", "意見", "回答", "対応", "出典"];

    /// <summary>The comments of an edition; none where it has no file.</summary>
    /// <exception cref="BadInputException">CF11xx: the file cannot be read.</exception>
    public static IReadOnlyList<Comment> Read(string folder)
    {
        var file = Path.Combine(folder, Name);
        if (!File.Exists(file))
        {
            return [];
        }

        var problems = new List<Problem>();
        var rows = CsvTable.Parse(File.ReadAllText(file), file, Columns, problems).Rows;
        return problems.Count > 0 ? throw new BadInputException(problems)
            : [.. rows.Select(row => new Comment(row["回"], row["提出者"], row["機能ID"], row["意見"], row["回答"], row["対応"], row["出典"]))];
    }

    /// <summary>The text of the file: by round, function and body, so that the same comments give the same bytes.</summary>
    public static string Format(IEnumerable<Comment> comments) => CsvTable.Format(Columns, comments
        .OrderBy(comment => comment.Round, EditionOrder.Comparer).ThenBy(comment => comment.Function, StringComparer.Ordinal).ThenBy(comment => comment.Body, StringComparer.Ordinal).ThenBy(comment => comment.Opinion, StringComparer.Ordinal)
        .Select(comment => (IReadOnlyList<string>)[comment.Round, comment.Body, comment.Function, comment.Opinion, comment.Reply, comment.Disposition, comment.Source]));
}
