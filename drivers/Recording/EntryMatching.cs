using Conformance.Drivers.Profiles;
using Conformance.Drivers.Proposals;
using Conformance.Drivers.Ui;
using Conformance.Spec;

namespace Conformance.Drivers.Recording;

/// <summary>Which item of the exchange a field is: by the value that was typed into it, which nobody else has, and by its label.</summary>
internal sealed class EntryMatching(WalkSubject subject, UiProfile profile, WalkAnswers ask, List<WalkNote> notes, List<WalkNote> doubts)
{
    // A shorter value (a code, a flag) is typed for several items.
    private const int Distinctive = 4;

    private const int MostChoices = 12;

    private static readonly string[] Always = ["いつもこの値を入れる / always this value"];

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>Item to label, where the label is not the item's name.</summary>
    public Dictionary<string, string?> Items { get; } = [];

    public Dictionary<string, ShownAs> As { get; } = [];

    /// <summary>Label to value, for fields that no item fills.</summary>
    public Dictionary<string, string> Fixed { get; } = [];

    /// <summary>Item to what was typed.</summary>
    public Dictionary<string, string?> Sent { get; } = [];

    /// <summary>Every item that may go with the exchange.</summary>
    public IReadOnlyList<string> Known { get; } = [.. subject.Takes.Concat(subject.Samples.Keys).Distinct()];

    /// <summary>The item's field on a screen; null where it has none.</summary>
    public ScreenField? FieldOf(string item, Screen screen) => LabelOf(item) is { } label ? screen.Fields.FirstOrDefault(field => LabelText.Names(field.Name, label)) : null;

    /// <summary>The item that was entered into a field; null where it is none, or nobody knows.</summary>
    public string? Entered(ScreenField field, Screen screen)
    {
        var label = LabelText.Clean(field.Name);
        if (label.Length == 0)
        {
            doubts.Add(new WalkNote("fill", new Bilingual($"見出しのない欄に入力された。見出し（label、aria-label）がなければ、欄を名指しできない。製品に見出しを付けるか、この欄を使わない方法を確かめる。", "Something was entered into a field without a label. Without one (label, aria-label) the field cannot be named: have the product give it one, or see whether it can be left out.")));
            return null;
        }

        if (!IsAlone(field, label, screen))
        {
            return null;
        }

        var item = Match(field, label, screen);
        if (item is not null)
        {
            taken.Add(item);
            Sent[item] = field.IsChoice && field.Group.Length > 0 ? field.Label : field.Value;
        }

        return item;
    }

    /// <summary>Learns how a field shows the codes or dates of an item.</summary>
    public void LearnForm(string item, ScreenField field, Screen screen)
    {
        if (profile.As.ContainsKey(item) || As.ContainsKey(item))
        {
            return;
        }

        var options = Options(field, screen);
        if (options.Count > 0)
        {
            LearnCodes(item, options);
        }
        else if (subject.Samples.GetValueOrDefault(item) is { Length: > 0 } sample && field.Value != sample
            && ShownAs.Named.FirstOrDefault(form => form.Value.Show(sample) != sample && form.Value.Show(sample) == field.Value) is { Value: { } form, Key: var name })
        {
            As[item] = form;
            notes.Add(new WalkNote($"as「{item}」", new Bilingual($"「{name}」の形で入力された。", $"Typed in the form {name}.")));
        }
    }

    /// <summary>What is typed for an item whose label it has.</summary>
    private string? LabelOf(string item) => Items.TryGetValue(item, out var own) ? own : profile.Items.TryGetValue(item, out var general) ? general : item;

    private bool IsAlone(ScreenField field, string label, Screen screen)
    {
        try
        {
            if (UiPerformance.Field(screen, label, field.Label) is { } found && (found.Id, found.Frame) == (field.Id, field.Frame))
            {
                return true;
            }
        }
        catch (ProfileMismatchException e) when (e.IsAmbiguous) { } // Told below.

        var there = screen.Fields.Count(other => LabelText.Names(other.Name, label));
        doubts.Add(new WalkNote($"欄「{label}」", new Bilingual($"見出し「{label}」の欄がこの画面に{there}つあり、どれか名指しできない。製品で見出しを分ける。", $"This screen has {there} fields 「{label}」, and they cannot be told apart: the product has to label them differently.")));
        return false;
    }

    private string? Match(ScreenField field, string label, Screen screen)
    {
        var value = field.IsChoice && field.Group.Length > 0 ? field.Label : field.Value;
        var byLabel = Known.Where(item => LabelOf(item) is { } name && LabelText.Names(field.Name, name)).OrderBy(item => item == label ? 0 : 1).FirstOrDefault();
        var byValue = Known.Where(item => !taken.Contains(item) && HasValue(item, field, screen)).ToList();
        if (byLabel is not null && byValue.Contains(byLabel))
        {
            return Noted(byLabel, label, new Bilingual("値も見出しも一致。確実", "value and label agree: certain"));
        }

        if (byLabel is not null)
        {
            return byValue is [var other] && value.Length >= Distinctive && FieldOf(other, screen) is null
                ? Asked(field, label, [byLabel, other], new Bilingual($"見出しは項目「{byLabel}」、入力された値は項目「{other}」のもの。", $"The label says 「{byLabel}」, the value typed is that of 「{other}」."))
                : Noted(byLabel, label, new Bilingual("見出しが項目名と一致（値は示した例と違う）", "the label is the item's name (the value is not the one offered)"));
        }

        var free = byValue.Where(item => FieldOf(item, screen) is null).ToList();
        if (free is [var only] && value.Length >= Distinctive)
        {
            return Noted(only, label, new Bilingual("入力された値がこの項目だけのもの。確実", "the value typed is this item's alone: certain"));
        }

        var alike = Known.Where(item => !taken.Contains(item) && JapaneseTerms.Item(item) == JapaneseTerms.Item(label)).ToList();
        return alike is [var near]
            ? Noted(near, label, new Bilingual("見出しが項目名と、印や括弧を除いて一致", "the label is the item's name but for marks and brackets"))
            : Asked(field, label, [.. free.Concat(alike).Distinct()], new Bilingual("見出しにも値にも合う項目がない。", "Neither its label nor its value tells which item it is."));
    }

    private string? Asked(ScreenField field, string label, IReadOnlyList<string> likely, Bilingual why)
    {
        var nearest = Known.Where(item => !taken.Contains(item)).OrderBy(item => item.Intersect(label).Any() ? 0 : 1).ThenBy(item => Math.Abs(item.Length - label.Length));
        var items = likely.Concat(nearest).Distinct().Take(MostChoices).ToList();
        var secret = field.Type == "password";
        var question = new Bilingual($"欄「{label}」に入れたのはどの項目ですか。{why.Ja}", $"Which item went into 「{label}」? {why.En}");
        var chosen = ask.Choose(question, [.. items, .. secret ? [] : Always, "入れなくてよい / need not be filled in"]);
        if (chosen is { } index && index < items.Count)
        {
            return Noted(items[index], label, new Bilingual("答えのとおり", "as answered"));
        }

        if (chosen == items.Count && !secret)
        {
            Fixed[label] = field.IsChoice && field.Group.Length > 0 ? field.Label : field.Value;
            notes.Add(new WalkNote($"欄「{label}」", new Bilingual("いつも同じ値を入れる（答えのとおり）", "always the same value, as answered")));
        }
        else if (chosen is null)
        {
            doubts.Add(new WalkNote($"欄「{label}」", new Bilingual($"どの項目か決まらない。{why.Ja}", $"It is not known which item this is. {why.En}")) { Guess = items.Count > 0 && likely.Count > 0 ? $"items: {{{items[0]}: {label}}}" : $"items: {{項目名: {label}}}" });
        }

        return null;
    }

    private string Noted(string item, string label, Bilingual why)
    {
        if (!LabelText.Names(label, LabelOf(item) ?? ""))
        {
            Items[item] = label;
        }

        notes.Add(new WalkNote($"欄「{label}」", new Bilingual($"項目「{item}」（{why.Ja}）", $"item 「{item}」 ({why.En})")) { Item = item, Why = why });
        return item;
    }

    private bool HasValue(string item, ScreenField field, Screen screen)
    {
        if (subject.Samples.GetValueOrDefault(item) is not { Length: > 0 } sample)
        {
            return false;
        }

        var options = Options(field, screen);
        if (options.Count > 0)
        {
            var chosen = field.IsChoice ? field.Label : field.Value;
            return options.Any(option => option.Text == chosen && (option.Value == sample || option.Text == sample || subject.Codes.GetValueOrDefault(item)?.GetValueOrDefault(sample) == option.Text));
        }

        return field.Value == sample || (profile.As.GetValueOrDefault(item)?.Show(sample) == field.Value) || ShownAs.Named.Values.Any(form => form.Show(sample) == field.Value);
    }

    private void LearnCodes(string item, List<(string Value, string Text)> options)
    {
        var codes = subject.Codes.GetValueOrDefault(item) ?? new Dictionary<string, string>();
        var sample = subject.Samples.GetValueOrDefault(item) ?? "";
        var byValue = options.Exists(option => option.Value == sample) || options.TrueForAll(option => codes.ContainsKey(option.Value));
        var texts = byValue
            ? options.ToDictionary(option => option.Value, option => option.Text)
            : codes.Where(code => options.Exists(option => LabelText.Same(option.Text, code.Value))).ToDictionary(code => code.Key, code => options.First(option => LabelText.Same(option.Text, code.Value)).Text);
        if (texts.Count > 0 && texts.Any(pair => pair.Key != pair.Value) && texts.Values.Distinct().Count() == texts.Count)
        {
            As[item] = new ShownAs.Codes(texts);
            notes.Add(new WalkNote($"as「{item}」", byValue ? new Bilingual("選択肢の値がコード", "the values of the options are the codes") : new Bilingual("選択肢の文字がコードの意味と一致", "the options say what the codes mean")));
        }
        else if (texts.Count == 0 && codes.Count > 0)
        {
            doubts.Add(new WalkNote($"as「{item}」", new Bilingual($"選択肢（{string.Join("、", options.Select(option => option.Text))}）がどのコードか分からない。", $"It is not known which codes the options stand for: {string.Join(", ", options.Select(option => option.Text))}.")) { Guess = $"as: {{{item}: {{'コード': {options[0].Text}}}}}" });
        }
    }

    // Of a select, or of the radio buttons of one group; an empty choice is none. Each value and text once.
    private static List<(string Value, string Text)> Options(ScreenField field, Screen screen) =>
    [
        .. (field.Type == "select" ? field.Values.Zip(field.Options)
            : field.Type == "radio" ? screen.Fields.Where(other => other.Type == "radio" && other.Group == field.Group && other.Frame == field.Frame).Select(other => (First: other.Value, Second: other.Label))
            : []).Where(option => option.First.Length > 0 && option.Second.Length > 0).DistinctBy(option => option.First).Select(option => (option.First, option.Second)),
    ];
}
