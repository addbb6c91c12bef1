using System.Text.RegularExpressions;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Proposals;
using Conformance.Drivers.Ui;
using Conformance.Spec;

namespace Conformance.Drivers.Recording;

/// <summary>What tells the success of a walk, and what is read there: as the person marked it, else by what the screen shows.</summary>
internal sealed class ResultReading(WalkSubject subject, IReadOnlyDictionary<string, string?> sent, ScreenNames names, WalkAnswers ask, List<WalkNote> notes, List<WalkNote> doubts)
{
    private const int MostChoices = 9;

    /// <summary>Items that the result shows, with their values as the standard writes them.</summary>
    public Dictionary<string, string> Shown { get; } = [];

    /// <param name="result">Null where the walk broke off.</param>
    public UiRead Read(Screen? result, WalkEvent? mark)
    {
        if (result is null)
        {
            doubts.Add(new WalkNote("read", new Bilingual("結果の画面を見る前に終わった。何で成功が分かるかを書き足す。", "The walk ended before a result was seen: add what tells success.")) { Guess = "read: {table: 表の見出し}" });
            return new UiRead();
        }

        if (result.Messages.FirstOrDefault(message => message.Role == "alert") is { } refusal && mark is null)
        {
            doubts.Add(new WalkNote("read", new Bilingual($"終わりの画面に拒否が出ている（{Short(refusal.Text)}）。うまくいったときの画面で記録し直す。", $"The last screen shows a refusal ({Short(refusal.Text)}): record it again, to a success.")));
            return new UiRead();
        }

        if (mark is not null && result.Messages.FirstOrDefault(message => message.Id == mark.Id && message.Frame == mark.Frame) is { } told)
        {
            return OfMessage(told, marked: true);
        }

        if (mark is not null && result.Tables.FirstOrDefault(table => table.Id == mark.Id && table.Frame == mark.Frame) is { } chosen)
        {
            return OfTable(result, chosen, marked: true);
        }

        if (mark is { Text.Length: > 0 and <= 60 })
        {
            notes.Add(new WalkNote("read", new Bilingual($"文「{mark.Text}」が出たら成功（選ばれた）", $"the text 「{mark.Text}」 tells success (chosen)")));
            return Steady(mark.Text, "read", new UiRead { Text = mark.Text });
        }

        return Unmarked(result);
    }

    private UiRead Unmarked(Screen result)
    {
        var likely = result.Tables.Where(table => table.Name.Length > 0 && table.Records().Count > 0).Select(table => (Table: table, Weight: Weight(table))).OrderByDescending(pair => pair.Weight).ToList();
        if (likely is [var best, .. var rest] && best.Weight > 0 && rest.All(other => other.Weight < best.Weight))
        {
            return OfTable(result, best.Table, marked: false);
        }

        if (likely.Count > 0)
        {
            var tables = likely.Select(pair => pair.Table).Take(MostChoices).ToList();
            if (tables.Count == 1 && result.Messages.Count == 0)
            {
                return OfTable(result, tables[0], marked: false);
            }

            if (ask.Choose(new Bilingual("結果はどの表ですか。", "Which table is the result?"), [.. tables.Select(table => table.Name), "表ではない / none of them"]) is { } index && index < tables.Count)
            {
                return OfTable(result, tables[index], marked: true);
            }
        }

        if (result.Messages.FirstOrDefault(message => message.Role == "status") is { } told)
        {
            return OfMessage(told, marked: false);
        }

        doubts.Add(new WalkNote("read", new Bilingual($"画面「{result.Name}」の何が成功を告げるのか決まらない。結果の表か文を、Alt を押しながらクリックして記録し直すか、書き足す。", $"It is not known what on the screen 「{result.Name}」 tells success. Record it again and click the table or the text with Alt held, or add it."))
        {
            Guess = likely.Count > 0 ? $"read: {{table: {likely[0].Table.Name}}}" : $"read: {{text: {result.Name}}}",
        });
        return new UiRead();
    }

    // What was typed stands there again, and what has to be kept has a header.
    private int Weight(ScreenTable table)
    {
        var cells = table.Records().SelectMany(record => record.Values).ToList();
        return sent.Count(pair => pair.Value is { Length: > 1 } value && cells.Any(cell => cell.Value == value)) + (2 * subject.Keeps.Count(item => table.Headers.Any(header => names.IsHeader(header, item))));
    }

    private UiRead OfTable(Screen result, ScreenTable table, bool marked)
    {
        if (table.Name.Length == 0 || result.Table(table.Name) is not { } found || (found.Id, found.Frame) != (table.Id, table.Frame))
        {
            doubts.Add(new WalkNote("read", table.Name.Length == 0
                ? new Bilingual("結果の表に見出し（caption、または直前の見出し）がなく、名指しできない。", "The table of the result has no name (a caption, or a heading before it).")
                : new Bilingual($"「{table.Name}」という表が画面に複数あり、名指しできない。", $"The screen has several tables 「{table.Name}」.")));
            return new UiRead();
        }

        notes.Add(new WalkNote("read", marked
            ? new Bilingual($"表「{table.Name}」（選ばれた）", $"table 「{table.Name}」 (chosen)")
            : new Bilingual($"表「{table.Name}」（入力した値か、要る項目がある）", $"table 「{table.Name}」 (shows what was typed, or what is needed)")));
        return Steady(table.Name, "read", new UiRead { Table = table.Name, Items = Headers(table) });
    }

    /// <summary>Item to header, where the header is not the item's label; and what is shown under each.</summary>
    public Dictionary<string, string> Headers(ScreenTable table)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        var first = table.Records().Select(record => record.Values).FirstOrDefault() ?? new Dictionary<string, string>();
        foreach (var item in subject.Keeps.Concat(sent.Keys).Concat(subject.Samples.Keys).Distinct())
        {
            var header = table.Headers.FirstOrDefault(header => names.IsHeader(header, item));
            if (header is null && (subject.Keeps.Contains(item) ? table.Headers.Where(other => JapaneseTerms.Item(other) == JapaneseTerms.Item(item)).ToList()
                : sent.GetValueOrDefault(item) is { Length: >= 4 } typed ? first.Where(cell => cell.Value == typed && !names.IsHeader(cell.Key, item)).Select(cell => cell.Key).ToList() : []) is [var other] && !IsTaken(other, item))
            {
                header = headers[item] = LabelText.Clean(other);
                notes.Add(new WalkNote($"read「{item}」", new Bilingual($"見出し「{headers[item]}」の列に出る", $"shown under 「{headers[item]}」")));
            }

            if (header is not null && first.TryGetValue(header, out var text) && text.Length > 0)
            {
                Shown[item] = names.Read(item, text);
            }
            else if (header is null && subject.Keeps.Contains(item))
            {
                doubts.Add(new WalkNote($"read「{item}」", new Bilingual($"後で要る項目「{item}」が表「{table.Name}」にない。別の見出しで出ているなら書き足す。見出し：{string.Join("、", table.Headers)}", $"「{item}」, which is needed later, is not in the table 「{table.Name}」. If it stands under another header, add it. Headers: {string.Join(", ", table.Headers)}")) { Guess = $"read: {{items: {{{item}: 見出し}}}}" });
            }
        }

        return headers;
    }

    // A header that is the name of another item is that item's.
    private bool IsTaken(string header, string item) => subject.Takes.Concat(subject.Keeps).Any(other => other != item && names.IsHeader(header, other));

    private UiRead OfMessage(ScreenMessage told, bool marked)
    {
        notes.Add(new WalkNote("read", new Bilingual($"告知「{Short(told.Text)}」（role {told.Role}、{(marked ? "選ばれた" : "終わりの画面にある")}）", $"the message 「{Short(told.Text)}」 (role {told.Role}, {(marked ? "chosen" : "on the last screen")})")));
        var patterns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in subject.Keeps)
        {
            if (Regex.Match(told.Text, Regex.Escape(item) + @"\P{Nd}{0,6}?([0-9A-Za-z][0-9A-Za-z-]*)", RegexOptions.CultureInvariant) is { Success: true } match)
            {
                patterns[item] = Regex.Escape(item) + @"\P{Nd}{0,6}?([0-9A-Za-z][0-9A-Za-z-]*)";
                Shown[item] = match.Groups[1].Value;
            }
            else
            {
                doubts.Add(new WalkNote($"read「{item}」", new Bilingual($"後で要る項目「{item}」が告知にない。", $"「{item}」, which is needed later, is not in the message.")) { Guess = $"read: {{match: {{{item}: '（正規表現）'}}}}" });
            }
        }

        return new UiRead { Role = told.Role, Match = patterns };
    }

    /// <summary>A name with a number or a value of this walk in it may be another next time.</summary>
    private UiRead Steady(string name, string place, UiRead read)
    {
        if (Changing.Why(name, sent.Values.Concat(subject.Samples.Values)) is { } why)
        {
            doubts.Add(new WalkNote(place, why));
        }

        return read;
    }

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
