using System.Text.RegularExpressions;
using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Drafts;

/// <summary>
/// Finds the flows that a text tells step by step (① name（機能ID 0310007）, then sentences) below a caption 「…の業務フロー」. It proposes; a person corrects.
/// </summary>
public static partial class DraftReader
{
    /// <summary>Circled numbers 1 to 50 in order.</summary>
    private static readonly string s_marks = string.Concat(Enumerable.Range(0x2460, 20).Concat(Enumerable.Range(0x3251, 15)).Concat(Enumerable.Range(0x32B1, 15)).Select(c => (char)c));

    public static DraftProposal Read(IReadOnlyList<DraftParagraph> paragraphs)
    {
        var flows = new List<DraftFlow>();
        var questions = new List<(int, Wording)>();
        var caption = "";
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (CaptionForm().Match(paragraphs[i].Text.Trim()) is { Success: true } match)
            {
                caption = match.Groups["name"].Value.Trim() + match.Groups["part"].Value;
            }
            else if (caption.Length > 0 && Mark(paragraphs[i]) == s_marks[0])
            {
                var (steps, next) = Steps(paragraphs, i, questions);
                flows.Add(new DraftFlow(flows.Count + 1, caption, steps));
                caption = "";
                i = next - 1;
            }
        }

        var functions = flows.SelectMany(flow => flow.Steps).Where(step => step.Function.Length > 0 && step.Change != "削除").GroupBy(step => step.Function).OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(step => step.Name).Distinct()], StringComparer.Ordinal);
        foreach (var (id, names) in functions.Where(function => function.Value.Count > 1))
        {
            questions.Add((flows.SelectMany(flow => flow.Steps).Last(step => step.Function == id).Paragraph,
                new($"機能ID {id} に名称が複数ある：{string.Join("、", names)}。", $"The function {id} bears several names: {string.Join(", ", names)}.")));
        }

        return new DraftProposal(flows, functions, [.. questions.OrderBy(question => question.Item1)], [.. paragraphs.Where(paragraph => paragraph.IsChanged)]);
    }

    private static (List<DraftStep> Steps, int Next) Steps(IReadOnlyList<DraftParagraph> paragraphs, int from, List<(int, Wording)> questions)
    {
        var steps = new List<DraftStep>();
        var expected = 0;
        var i = from;
        while (i < paragraphs.Count && s_marks.IndexOf(Mark(paragraphs[i]), StringComparison.Ordinal) is >= 0 and var mark && mark >= expected)
        {
            if (mark > expected)
            {
                questions.Add((paragraphs[i].Number, new($"手順 {string.Concat(s_marks[expected..mark])} が見当たらない。", $"The steps {string.Concat(s_marks[expected..mark])} were not found.")));
            }

            var head = paragraphs[i++];
            var body = new List<DraftParagraph>();
            while (i < paragraphs.Count && s_marks.IndexOf(Mark(paragraphs[i]), StringComparison.Ordinal) < 0 && !IsHeading(paragraphs[i].Text))
            {
                body.Add(paragraphs[i++]);
            }

            steps.Add(Step(head, body, s_marks[mark], questions));
            expected = mark + 1;
        }

        return (steps, i);
    }

    private static DraftStep Step(DraftParagraph head, List<DraftParagraph> body, char mark, List<(int, Wording)> questions)
    {
        var line = Width.Narrow(head.Text.Trim().Length > 0 ? head.Text : head.Before).Trim()[1..].Trim();
        var ids = FunctionForm().Matches(line).Select(match => match.Groups["id"].Value).ToList();
        var text = string.Join('\n', body.Select(paragraph => paragraph.Text.Trim()).Where(paragraph => paragraph.Length > 0));
        if (ids.Count > 1)
        {
            questions.Add((head.Number, new($"手順{mark}に機能IDが複数ある：{string.Join("、", ids)}。作業を分ける。", $"Step {mark} names several functions: {string.Join(", ", ids)}. Split the task.")));
        }

        if (text.Contains("場合", StringComparison.Ordinal))
        {
            questions.Add((head.Number, new($"手順{mark}の文に条件（場合）がある。分岐が要るかを見る。", $"The text of step {mark} has a condition. See whether a gateway is needed.")));
        }

        var changed = body.Exists(paragraph => paragraph.IsChanged);
        var change = head.Text.Trim().Length == 0 ? "削除" : head.Before.Trim().Length == 0 ? "新規" : head.IsChanged || changed ? "変更" : "";
        var name = FunctionForm().Replace(line, "").Trim();
        return new DraftStep(mark.ToString(), Wide(head.Text.Trim().Length > 0 ? head.Text : head.Before, name), ids.FirstOrDefault() ?? "", ActorForm().Match(text.TrimStart('　', ' ')).Groups["actor"].Value, text, head.Number, change)
        {
            Class = ClassForm().Match(Width.Narrow(head.Text + text)) is { Success: true } match ? match.Groups["class"].Value switch { "◎" or "実装必須" or "類型1" => "◎", "×" or "実装不可" or "類型2" => "×", _ => "○" } : "",
        };
    }

    /// <summary>The name as it is written: narrowing was for finding its end, not for keeping.</summary>
    private static string Wide(string written, string narrowed)
    {
        var trimmed = written.Trim();
        var start = 1;
        while (start < trimmed.Length && char.IsWhiteSpace(trimmed[start]))
        {
            start++;
        }

        return trimmed.Substring(start, Math.Min(narrowed.Length, trimmed.Length - start)).Trim();
    }

    private static char Mark(DraftParagraph paragraph)
    {
        var text = (paragraph.Text.Trim().Length > 0 ? paragraph.Text : paragraph.Before).Trim();
        return text.Length is > 1 and < 120 ? text[0] : '\0';
    }

    private static bool IsHeading(string text) => HeadingForm().IsMatch(Width.Narrow(text).Trim()) || CaptionForm().IsMatch(text.Trim());

    // Digits before 図 and before the name are marks of the drawing that lies there.
    [GeneratedRegex(@"^[0-9]*図\s*[0-9０-９]+(?:[-－‐‑.．][0-9０-９]+)?\s*[0-9]*(?<name>.+?)の業務フロー(?<part>（[^）]+）)?$", RegexOptions.CultureInvariant)]
    private static partial Regex CaptionForm();

    [GeneratedRegex(@"^(?:\([0-9]+\)|[0-9]+(?:\.[0-9]+)+|第[0-9]+[章節条]) *\S{1,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex HeadingForm();

    [GeneratedRegex(@"[(（]? *機能 *ID *:? *(?<id>[0-9]{7})(?:[、,・] *[0-9]{7})* *[)）]?", RegexOptions.CultureInvariant)]
    private static partial Regex FunctionForm();

    [GeneratedRegex(@"^(?<actor>[^。、\s]{1,30}?)(?:は|が)、", RegexOptions.CultureInvariant)]
    private static partial Regex ActorForm();

    [GeneratedRegex(@"実装区分 *:? *(?<class>[◎○×])|(?<class>実装必須|実装不可|標準オプション)機能?|(?<class>類型[123])", RegexOptions.CultureInvariant)]
    private static partial Regex ClassForm();
}
