using System.Globalization;
using System.Text;

namespace Conformance.Spec.Comparison.Writing;

/// <summary>A comparison as Markdown: a table per part.</summary>
public static class ComparisonMarkdown
{
    public static string Format(StandardComparison comparison, bool japanese)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {comparison.New.Name} {comparison.Old.Edition} → {comparison.New.Edition}\n\n");
        if (comparison.New.Status == StandardStatus.Draft)
        {
            text.Append(japanese ? "新しい版は案（draft）です。\n\n" : "The new edition is a draft.\n\n");
        }

        foreach (var part in Enum.GetValues<StandardPart>())
        {
            var differences = comparison.Of(part).ToList();
            if (differences.Count == 0)
            {
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"## {ComparisonWords.Of(part).In(japanese)} ({differences.Count})\n\n");
            text.Append(japanese ? "| ID | 名称 | 何が | 改定前 | 改定後 | 区分 |\n|---|---|---|---|---|---|\n" : "| ID | name | what | before | after | kind |\n|---|---|---|---|---|---|\n");
            foreach (var difference in differences)
            {
                text.Append("| ").AppendJoin(" | ", new[] { difference.Id, difference.Name, difference.Aspect, difference.Before, difference.After, ComparisonWords.Remark(difference, japanese) }.Select(Cell)).Append(" |\n");
            }

            text.Append('\n');
        }

        if (comparison.Differences.Count == 0)
        {
            text.Append(japanese ? "違いはありません。\n" : "There is no difference.\n");
        }

        return text.ToString();
    }

    private static string Cell(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).ReplaceLineEndings("<br>");
}
