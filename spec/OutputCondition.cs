using System.Text.RegularExpressions;

namespace Conformance.Spec;

/// <summary>データ出力条件: whether an item of a record that is put out must have a value.</summary>
public static partial class OutputCondition
{
    /// <summary>必須 and 条件付き必須 as far as a machine can decide the condition: 「決定区分が支給」, where 決定区分 is an item of the group and 支給 a value of its code list, or
    /// what the value means; several values are joined by または.</summary>
    /// <param name="group">Whose record it is.</param>
    /// <param name="valueOf">ローマ字 of an item to its value in the record.</param>
    /// <returns>Null where only a person can tell.</returns>
    public static bool? IsRequired(Standard standard, DataGroup group, DataItem item, Func<string, string?> valueOf)
    {
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(valueOf);
        switch (item.OutputCondition)
        {
            case "必須":
                return true;
            case "条件付き必須":
                var told = Condition().Match(item.Condition);
                return group.Items.FirstOrDefault(other => other.Name == told.Groups["item"].Value) is { } decider
                    ? told.Groups["values"].Value.Split("または").SelectMany(word => Values(standard, decider, word)).Contains(valueOf(decider.Romaji) ?? "")
                    : null;
            default:
                return false;
        }
    }

    // The word itself, and the code values that mean it.
    private static IEnumerable<string> Values(Standard standard, DataItem item, string word) =>
        (standard.Codes.FirstOrDefault(list => list.Id == item.Code)?.Values ?? new Dictionary<string, string>()).Where(code => code.Value == word).Select(code => code.Key).Append(word);

    [GeneratedRegex("^(?<item>.+?)が(?<values>.+)$")]
    private static partial Regex Condition();
}
