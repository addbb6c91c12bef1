using Conformance.Drivers.Profiles;
using Conformance.Drivers.Ui;
using Conformance.Spec;

namespace Conformance.Drivers.Recording;

/// <summary>Turns a walk into a mapping. Each locator is tried on the screens of the walk as a run would use it.</summary>
/// <param name="result">The last screen; null where the walk broke off.</param>
internal sealed class WalkReading(Walk walk, Screen? result, WalkSubject subject, UiProfile profile, Uri start, WalkAnswers ask)
{
    private readonly List<WalkNote> notes = [];
    private readonly List<WalkNote> doubts = [];

    public RecordedExchange Read()
    {
        var entries = new EntryMatching(subject, profile, ask, notes, doubts);
        var (open, rest) = Opening();
        var steps = rest.ToList();
        WalkStep? detail = null;
        if (subject.Reads && steps is [.., { Press: { } last, Entered.Count: 0 } row] && RowTable(row.Screen, last) is not null && result?.Tables.Any(table => table.IsRecord) == true)
        {
            detail = row;
            steps.RemoveAt(steps.Count - 1);
        }

        var main = steps.Where(step => step.Entered.Count > 0).OrderByDescending(step => step.Entered.Count).ThenByDescending(steps.IndexOf).FirstOrDefault() ?? steps.FirstOrDefault();
        var conditions = main is not null && subject.Reads ? Conditions(main.Screen, entries) : new UiConditions();
        // All of them before any step is written: what another step enters is not missing on this one.
        var typed = steps.ToDictionary(step => step, step => Enter(step, entries, conditions));
        var written = new List<UiStep>();
        string? next = open;
        foreach (var step in steps)
        {
            if (step is { Entered.Count: 0, Press.Menu: true } && step != main)
            {
                next = next is null || next.StartsWith('/') ? LabelText.Clean(step.Press.Name) : $"{next} > {LabelText.Clean(step.Press.Name)}";
                continue;
            }

            written.Add(Step(step, next, entries, typed[step], step == main));
            next = null;
        }

        if (written.Count == 0)
        {
            written.Add(new UiStep { At = default, Open = next ?? "/", FillConditions = true });
        }

        Tell();
        var exchange = new UiExchange { Name = subject.Name, At = default, Steps = Folded(written), Items = entries.Items, As = entries.As, Conditions = conditions };
        var reading = new ResultReading(subject, entries.Sent, new ScreenNames(profile, exchange), ask, notes, doubts);
        exchange = exchange with { Read = WithDetail(reading, detail) };
        return new RecordedExchange(exchange, notes, doubts, reading.Shown, entries.Sent);
    }

    // Menus that were pressed one after the other from the first screen; else the address at which the person began.
    private (string? Open, IEnumerable<WalkStep> After) Opening()
    {
        if (walk.Address is { } typed)
        {
            notes.Add(new WalkNote("open", new Bilingual("番地が直接打たれた", "an address was typed")));
            return (Path(typed), walk.Steps);
        }

        var menus = walk.Steps.TakeWhile(step => step is { Entered.Count: 0, Press: { } press } && (press.Link || press.Menu) && RowTable(step.Screen, press) is null && LabelText.Clean(press.Name).Length > 0).ToList();
        if (menus.Count == 0)
        {
            return ("/", walk.Steps);
        }

        var after = menus.Count < walk.Steps.Count ? walk.Steps[menus.Count].Screen : result;
        if (menus.TrueForAll(step => UiPerformance.MenuEntry(step.Screen, LabelText.Clean(step.Press!.Name)) is { } found && (Same(found, step.Press) || UiPerformance.SameEffect(found, step.Press))))
        {
            notes.Add(new WalkNote("open", new Bilingual("メニューの名前で開く。どれも画面に一つだけある", "by the names of the menu, each there once")));
            return (string.Join(" > ", menus.Select(step => LabelText.Clean(step.Press!.Name))), walk.Steps.Skip(menus.Count));
        }

        var address = after is not null && Uri.TryCreate(after.Url, UriKind.Absolute, out var there) ? Path(there) : "/";
        doubts.Add(new WalkNote("open", new Bilingual($"メニューの名前では一つに決まらないため、番地 {address} で開く。番地が変わらないことを確かめる。", $"The names of the menu are not unique, so the address {address} is opened: see that it stays.")));
        return (address, walk.Steps.Skip(menus.Count));
    }

    // Relative to the base; a part that is the value of an item stands for it.
    private string Path(Uri address)
    {
        var path = start.MakeRelativeUri(address).ToString();
        foreach (var (item, value) in subject.Samples.Where(sample => sample.Value.Length >= 4).OrderByDescending(sample => sample.Value.Length))
        {
            path = path.Replace(Uri.EscapeDataString(value), $"{{{item}}}", StringComparison.Ordinal);
        }

        return "/" + path;
    }

    private static (List<string> Items, Dictionary<string, string> Fixed) Enter(WalkStep step, EntryMatching entries, UiConditions conditions)
    {
        var before = entries.Fixed.Keys.ToHashSet();
        var items = new List<string>();
        foreach (var field in step.Entered.Where(field => !IsMatch(field, conditions)))
        {
            if (entries.Entered(field, step.Screen) is { } item)
            {
                entries.LearnForm(item, field, step.Screen);
                items.Add(item);
            }
        }

        return ([.. items.Distinct()], entries.Fixed.Where(pair => !before.Contains(pair.Key)).ToDictionary());
    }

    private UiStep Step(WalkStep step, string? open, EntryMatching entries, (List<string> Items, Dictionary<string, string> Fixed) typed, bool isMain)
    {
        var (name, table, row) = Press(step, entries);
        return new UiStep
        {
            At = default,
            Open = open,
            Fill = isMain ? Main(step.Screen, entries, typed.Items) : typed.Items.Count > 0 ? new UiFill(typed.Items) : null,
            FillConditions = isMain && subject.Reads,
            Set = typed.Fixed,
            Press = name,
            In = table,
            Row = row,
        };
    }

    // The screen that takes what the exchange sends: everything that it has a field for. Where it asks for a few things of many, those.
    private UiFill? Main(Screen screen, EntryMatching entries, List<string> typed)
    {
        var going = entries.Known.Where(item => !entries.Items.ContainsKey(item) && !(profile.Items.TryGetValue(item, out var label) && label is null) && (typed.Contains(item) || !entries.Sent.ContainsKey(item))).ToList();
        var there = going.Where(item => entries.FieldOf(item, screen) is not null).ToList();
        foreach (var item in there.Except(typed))
        {
            entries.LearnForm(item, entries.FieldOf(item, screen)!, screen);
        }

        var absent = going.Except(there).ToList();
        if (screen.Fields.Count == 0 || (there.Count == 0 && typed.Count == 0))
        {
            return null;
        }

        if (!subject.Reads && absent.Count > there.Count + entries.Items.Count)
        {
            notes.Add(new WalkNote("fill", new Bilingual($"この画面が尋ねるのは {string.Join("、", typed.Concat(there).Distinct())} だけ", $"this screen asks for {string.Join(", ", typed.Concat(there).Distinct())} only")));
            return new UiFill([.. typed.Concat(there).Distinct()]);
        }

        if (absent.Count > 0)
        {
            var left = screen.Fields.Select(field => LabelText.Clean(field.Name)).Where(name => name.Length > 0 && !going.Concat(entries.Items.Keys).Any(item => entries.FieldOf(item, screen) is { } field && LabelText.Names(field.Name, name)) && !entries.Fixed.ContainsKey(name)).Distinct().ToList();
            absent.ForEach(item => entries.Items[item] = null);
            notes.Add(new WalkNote("items", left.Count == 0
                ? new Bilingual($"{string.Join("、", absent)} の欄は画面にない", $"the screen has no field for {string.Join(", ", absent)}")
                : new Bilingual($"{string.Join("、", absent)} の欄は見出しでは見つからない。どの項目でもない欄：{string.Join("、", left)}。同じものがあれば「~」を見出しに直す", $"no field is labelled {string.Join(", ", absent)}. Fields that are no item: {string.Join(", ", left)}. Where one of them is meant, write it in place of ~")));
        }

        return new UiFill(null);
    }

    private (string? Name, string? Table, IReadOnlyList<string> Row) Press(WalkStep step, EntryMatching entries)
    {
        if (step.Press is not { } press)
        {
            doubts.Add(new WalkNote("press", new Bilingual("ボタンを押さずに（Enter で）送られた。実行では名前のあるボタンが要る。", "It was sent off without a button (by Enter): a run needs a button with a name.")) { Guess = $"press: {step.Screen.Actions.FirstOrDefault(action => !action.Link && !action.Menu)?.Name ?? "ボタンの名前"}" });
            return (null, null, []);
        }

        var name = LabelText.Clean(press.Name);
        if (name.Length == 0)
        {
            doubts.Add(new WalkNote("press", new Bilingual("押したものに名前がない（絵だけのボタンなど）。名前（alt、aria-label）がなければ名指しできない。", "What was pressed has no name (a mere picture?): without one (alt, aria-label) it cannot be named.")));
            return (null, null, []);
        }

        if (RowTable(step.Screen, press) is { } table)
        {
            return Row(table, press, name, entries);
        }

        if (Changing.Why(name, entries.Sent.Values.Concat(subject.Samples.Values)) is { } why)
        {
            doubts.Add(new WalkNote($"press「{name}」", why));
        }

        try
        {
            if (UiPerformance.Button(step.Screen, name) is { } found && (Same(found, press) || UiPerformance.SameEffect(found, press)))
            {
                notes.Add(new WalkNote($"press「{name}」", new Bilingual("この名前のものは画面に一つ。確実", "the only one of this name: certain")));
                return (name, null, []);
            }

            doubts.Add(new WalkNote($"press「{name}」", new Bilingual("同じ名前の別のものが先に見つかる。", "Another one of the same name is found first.")));
        }
        catch (ProfileMismatchException e)
        {
            var there = step.Screen.Actions.Count(action => LabelText.Names(action.Name, name));
            doubts.Add(new WalkNote($"press「{name}」", new Bilingual($"この名前のものが画面に{there}つあり、どれか名指しできない。", $"There are {there} of this name, and they cannot be told apart. {e.Part}")));
        }

        return (name, null, []);
    }

    private (string? Name, string? Table, IReadOnlyList<string> Row) Row(ScreenTable table, ScreenAction press, string name, EntryMatching entries)
    {
        if (table.Name.Length == 0)
        {
            doubts.Add(new WalkNote($"press「{name}」", new Bilingual("行のボタンを押したが、その表に見出しがなく、名指しできない。", "It was pressed in a row of a table without a name.")));
            return (name, null, []);
        }

        var values = table.Records().First(record => record.Actions.Contains(press.Id)).Values;
        var names = new ScreenNames(profile, new UiExchange { Name = subject.Name, At = default, Steps = [], Items = entries.Items, As = entries.As });
        string? Known(string item) => entries.Sent.GetValueOrDefault(item) is { Length: > 0 } typed ? names.Read(item, typed) : subject.Samples.GetValueOrDefault(item);
        var telling = entries.Known.Concat(entries.Sent.Keys).Distinct().Where(item => Known(item) is { Length: > 1 } value && values.Any(cell => names.IsHeader(cell.Key, item) && names.Read(item, cell.Value) == value))
            .OrderBy(item => item.EndsWith("番号", StringComparison.Ordinal) ? 0 : 1).Take(1).ToList();
        if (telling.Count == 0)
        {
            var headers = entries.Known.Where(item => values.Keys.Any(header => names.IsHeader(header, item))).ToList();
            var chosen = headers.Count == 0 ? null : ask.Choose(new Bilingual($"表「{table.Name}」の行は、どの項目で選びますか。", $"By which item is the row of 「{table.Name}」 chosen?"), headers);
            telling = chosen is { } index ? [headers[index]] : [];
        }

        if (telling.Count == 0)
        {
            doubts.Add(new WalkNote($"press「{name}」", new Bilingual($"表「{table.Name}」のどの行か、項目では決まらない。", $"No item tells which row of 「{table.Name}」.")) { Guess = $"row: [項目名]" });
            return (name, null, []);
        }

        notes.Add(new WalkNote($"press「{name}」", new Bilingual($"表「{table.Name}」の、「{telling[0]}」が合う行", $"in the row of 「{table.Name}」 whose 「{telling[0]}」 fits")));
        return (name, table.Name, telling);
    }

    // A choice between kinds of match, such as 完全一致 and 部分一致: how a search is done, and no item.
    private UiConditions Conditions(Screen screen, EntryMatching entries)
    {
        var choice = screen.Fields.FirstOrDefault(field => Kinds(field, screen) is { Exact: not null, Partial: not null } && LabelText.Clean(field.Name).Length > 0);
        if (choice is null)
        {
            notes.Add(new WalkNote("conditions", new Bilingual("一致の種類を選ぶ欄は見当たらない", "there is no choice between kinds of match")));
            return new UiConditions();
        }

        var name = LabelText.Clean(choice.Name);
        var item = !screen.Fields.Any(field => Kinds(field, screen) is { Exact: not null } && field.Name != choice.Name) ? null
            : entries.Known.Where(item => name.Contains(item, StringComparison.Ordinal)).OrderByDescending(item => item.Length).FirstOrDefault();
        var (exact, partial) = Kinds(choice, screen);
        notes.Add(new WalkNote("conditions", new Bilingual($"一致の種類は欄「{name}」で選ぶ（{exact}、{partial}）", $"the kind of match is chosen in 「{name}」 ({exact}, {partial})")));
        return new UiConditions { Match = item is null ? name : name.Replace(item, "{item}", StringComparison.Ordinal), Exact = exact!, Partial = partial! };
    }

    private static (string? Exact, string? Partial) Kinds(ScreenField field, Screen screen)
    {
        var texts = field.Type == "select" ? field.Options : field.Type == "radio" ? [.. screen.Fields.Where(other => other.Type == "radio" && other.Group == field.Group).Select(other => other.Label)] : [];
        return (texts.FirstOrDefault(text => text.Contains("完全", StringComparison.Ordinal)), texts.FirstOrDefault(text => text.Contains("部分", StringComparison.Ordinal) || text.Contains("含む", StringComparison.Ordinal)));
    }

    private static bool IsMatch(ScreenField field, UiConditions conditions) =>
        conditions.Match is { } match && (match.Contains("{item}", StringComparison.Ordinal) ? field.Name.EndsWith(match.Replace("{item}", "", StringComparison.Ordinal), StringComparison.Ordinal) : LabelText.Names(field.Name, match));

    // Two screens of which the second only confirms are the short form.
    private static List<UiStep> Folded(List<UiStep> steps) => steps is [{ In: null, Press: not null } first, { Open: null, In: null, Fill: null, Set.Count: 0, Press: { } confirm }]
        ? [first with { Confirm = confirm, FillConditions = true }]
        : steps is [var only] ? [only with { FillConditions = true }] : steps;

    private UiRead WithDetail(ResultReading reading, WalkStep? detail)
    {
        if (detail is null)
        {
            var read = reading.Read(result, walk.Mark);
            return subject.Reads ? read with { None = None(read) } : read;
        }

        var list = RowTable(detail.Screen, detail.Press!)!;
        var record = walk.Mark is { } mark && result!.Tables.FirstOrDefault(table => table.IsRecord && table.Id == mark.Id && table.Frame == mark.Frame) is { } marked ? marked : result!.Tables.First(table => table.IsRecord);
        if (list.Name.Length == 0)
        {
            doubts.Add(new WalkNote("read", new Bilingual("検索結果の表に見出しがなく、名指しできない。", "The table of what was found has no name.")));
        }

        notes.Add(new WalkNote("read", new Bilingual($"表「{list.Name}」の各行の「{LabelText.Clean(detail.Press!.Name)}」から、表「{record.Name}」を読む", $"from 「{LabelText.Clean(detail.Press.Name)}」 in each row of 「{list.Name}」, the table 「{record.Name}」")));
        var whole = new UiRead
        {
            Table = list.Name,
            Detail = LabelText.Clean(detail.Press.Name),
            Record = record.Name.Length > 0 && result!.Table(record.Name)?.Id == record.Id ? record.Name : null,
            Items = reading.Headers(record),
        };
        return whole with { None = None(whole) };
    }

    // What a search said that found nothing, where the person tried one first.
    private string? None(UiRead read)
    {
        if (walk.Again is var (first, second) && read.Table is { } name && second.Table(name)?.Records() is null or { Count: 0 })
        {
            var known = Lines(first);
            var said = second.Messages.FirstOrDefault(message => message.Role == "status" && !first.Messages.Any(old => old.Text == message.Text))?.Text
                ?? (Lines(second).Where(line => line.Length is > 3 and < 60 && !known.Contains(line)).Take(2).ToList() is [var only] ? only : null);
            if (said is not null)
            {
                notes.Add(new WalkNote("read.none", new Bilingual($"何も見つからないときの文「{said}」（先の検索で出た）", $"the text where nothing is found, 「{said}」, as the search before showed")));
                return said;
            }
        }

        notes.Add(new WalkNote("read.none", new Bilingual("何も見つからないときの文はまだ分からない。read.none に書き足すか、見つからない検索を先に一度してから記録し直す", "the text where nothing is found is not known yet: add read.none, or record it again with a search that finds nothing first")));
        return null;
    }

    private static HashSet<string> Lines(Screen screen) => [.. screen.Text.Split('\n', StringSplitOptions.TrimEntries)];

    private void Tell()
    {
        if (walk.OtherHosts.Count > 0)
        {
            doubts.Add(new WalkNote("login", new Bilingual($"別のホスト（{string.Join("、", walk.OtherHosts)}）で操作があった。そこでの操作は写していない。実行では ui.login の画面でしかログインできない。", $"Something was done on another host ({string.Join(", ", walk.OtherHosts)}), and is not recorded. In a run only the form of ui.login can log in.")));
        }

        if (walk.SignIn is { } screen && profile.Login is null && Proposals.OfferedScreens.Login(screen, start) is { } form)
        {
            doubts.Add(new WalkNote("login", new Bilingual("手でログインされたが、対象プロファイルに ui.login がなく、実行ではログインできない。", "The person signed in, but the profile has no ui.login: a run could not."))
            {
                Guess = $"login: {{{(form.Path.Length > 0 ? $"open: {form.Path}, " : "")}fill: {{{form.Operator}: '${{operator}}', {form.Password}: '${{password}}'}}, press: {form.Press}}}",
            });
        }
    }

    private static ScreenTable? RowTable(Screen screen, ScreenAction press) =>
        screen.Tables.FirstOrDefault(table => !table.IsRecord && table.Frame == press.Frame && table.Records().Any(record => record.Actions.Contains(press.Id)));

    private static bool Same(ScreenAction a, ScreenAction b) => (a.Id, a.Frame) == (b.Id, b.Frame);
}
