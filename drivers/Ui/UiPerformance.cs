using System.Text.RegularExpressions;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Recording;
using Conformance.Spec;
using Microsoft.Playwright;

namespace Conformance.Drivers.Ui;

/// <summary>One exchange, performed once in one window.</summary>
internal sealed class UiPerformance
{
    private const int PicturedDetails = 3;
    private const int MostPages = 20;

    private static readonly Regex PathItem = new(@"\{([^{}]+)\}", RegexOptions.CultureInvariant);

    // Stands for: looked, and it is not there.
    private static readonly ScreenAction Absent = new("", "", Link: false, Menu: false, "", Locked: false);

    private readonly UiProfile _profile;
    private readonly UiExchange _exchange;
    private readonly FunctionCall _call;
    private readonly string? _business;
    private readonly UiSession _session;
    private readonly Secrets _secrets;
    private readonly TimeProvider _time;
    private readonly ScreenNames _names;
    private readonly Uri _base;
    private readonly HashSet<string> _used = [];
    private readonly HashSet<string> _standing = [];
    private readonly List<Exchange> _exchanges = [];
    private readonly List<string> _done = [];
    private readonly List<PutOutFile> _files = [];
    private DateTimeOffset _started;
    private long _clock;
    private bool _loggedInAgain;

    // Number of the step at work, from 1.
    private int _step;

    // Set as soon as the target has refused: nothing more is done then.
    private Observation? _ended;

    public UiPerformance(UiProfile profile, UiExchange exchange, FunctionCall call, string? business, UiSession session, Secrets secrets, TimeProvider time)
    {
        _business = call.Business ?? business;
        _profile = profile;
        _exchange = exchange;
        _call = call;
        _session = session;
        _secrets = secrets;
        _time = time;
        _names = new ScreenNames(profile, exchange);
        _base = profile.Base.RevealAddress(secrets);
    }

    /// <summary>Told of every part of the mapping as soon as it is done; null: nobody.</summary>
    public Action<PlayedPart>? Played { get; init; }

    public async Task<Observation> RunAsync(CancellationToken cancellationToken)
    {
        Begin();
        try
        {
            if (_profile.Login is not null && _call.Credential == Credential.Valid && !_session.LoggedIn)
            {
                await LogInAsync(cancellationToken).ConfigureAwait(false);
            }

            Begin();
            Tell(PlayedKind.Begin, "", PlayedOutcome.Found, "");
            foreach (var step in _exchange.Steps)
            {
                _step++;
                await StepAsync(step, cancellationToken).ConfigureAwait(false);
                if (_ended is not null)
                {
                    return await EndAsync(_ended, cancellationToken).ConfigureAwait(false);
                }
            }

            _step = 0;
            Observation? seen = null;
            await PartAsync(PlayedKind.Read, _exchange.Read.Table ?? _exchange.Read.Text ?? _exchange.Read.Role ?? "", async () => seen = await ResultAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            return await EndAsync(seen!, cancellationToken).ConfigureAwait(false);
        }
        catch (ProfileMismatchException e)
        {
            await SeenAsync("(" + e.Message + ")", picture: true, cancellationToken).ConfigureAwait(false);
            throw new ProfileMismatchException($"{_exchange.Name}: {e.Message}", e) { Exchanges = _exchanges };
        }
        catch (PlaywrightException e)
        {
            _session.Broken = true;
            throw new TargetUnreachableException("The browser gave up: " + e.Message.Split('\n')[0], e) { Exchanges = _exchanges, At = UnreachableAt.Browser };
        }
        catch (TargetUnreachableException e)
        {
            await SeenAsync("(" + e.Message + ")", picture: false, cancellationToken).ConfigureAwait(false);
            throw new TargetUnreachableException(e.Message, e) { Exchanges = _exchanges, Untrusted = e.Untrusted, At = e.At };
        }
    }

    /// <summary>Logs in where that is due and opens the screen, no more.</summary>
    /// <returns>What the target said instead; null where the screen is there.</returns>
    public async Task<Observation?> OpenOnlyAsync(string where, CancellationToken cancellationToken)
    {
        await LogInOnceAsync(cancellationToken).ConfigureAwait(false);
        Begin();
        await OpenAsync(where, cancellationToken).ConfigureAwait(false);
        return _ended ?? Trouble(await _session.CurrentAsync(cancellationToken).ConfigureAwait(false));
    }

    private async Task StepAsync(UiStep step, CancellationToken cancellationToken)
    {
        if (step.Open is not null)
        {
            await PartAsync(PlayedKind.Open, step.Open, () => OpenAsync(step.Open, cancellationToken)).ConfigureAwait(false);
        }

        Screen? last = null;
        if (_ended is null && (step.Fill is not null || step.FillConditions || step.Set.Count > 0))
        {
            await PartAsync(PlayedKind.Fill, "", async () => last = await FillAsync(step, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }

        if (_ended is null && step.Press is not null)
        {
            await PartAsync(PlayedKind.Press, step.Press, () => PressAsync(step, last, cancellationToken)).ConfigureAwait(false);
        }

        if (_ended is null && step.Confirm is not null)
        {
            await PartAsync(PlayedKind.Press, step.Confirm, () => PressNamedAsync(step.Confirm, null, absentIsRefusal: false, cancellationToken)).ConfigureAwait(false);
        }
    }

    private async Task PartAsync(PlayedKind kind, string name, Func<Task> act)
    {
        try
        {
            await act().ConfigureAwait(false);
            if (_ended is not null)
            {
                Tell(kind, name, _ended.Outcome == Outcome.Accepted ? PlayedOutcome.Found : PlayedOutcome.Refused, string.Join(" / ", _ended.Errors.Select(error => error.Message)));
            }
            else if (kind is not (PlayedKind.Fill or PlayedKind.Read))
            {
                Tell(kind, name, PlayedOutcome.Found, "");
            }
        }
        catch (ProfileMismatchException e)
        {
            Tell(kind, e.Part.Length > 0 ? e.Part : name, e.IsAmbiguous ? PlayedOutcome.Ambiguous : kind == PlayedKind.Read ? PlayedOutcome.NotRead : PlayedOutcome.NotFound, e.Message);
            throw;
        }
        catch (TargetUnreachableException e)
        {
            Tell(kind, name, PlayedOutcome.NoAnswer, e.Message);
            throw;
        }
    }

    private void Tell(PlayedKind kind, string name, PlayedOutcome outcome, string said, IReadOnlyList<string>? read = null) =>
        Played?.Invoke(new PlayedPart(_exchange.Name, _step, kind, name, outcome, _secrets.Redact(said)) { Read = read ?? [] });

    private async Task OpenAsync(string where, CancellationToken cancellationToken)
    {
        if (where.StartsWith('/'))
        {
            // With an item in the path the screen is already an answer to it; without one an alert there is none to this call.
            var path = PathItem.Replace(where, m => Uri.EscapeDataString(Used(m.Groups[1].Value) ?? ""));
            await GoAsync(new Uri(_base, path.TrimStart('/')), cancellationToken).ConfigureAwait(false);
            _done.Add("開く: " + path);
            if (path == where)
            {
                await NoteStandingAsync(cancellationToken).ConfigureAwait(false);
            }

            return;
        }

        var parts = where.Split('>', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (await DirectlyAsync(parts[^1], cancellationToken).ConfigureAwait(false))
        {
            _done.Add("開く: " + where);
            return;
        }

        await GoAsync(_base, cancellationToken).ConfigureAwait(false);
        await NoteStandingAsync(cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < parts.Length && _ended is null; i++)
        {
            // A part may be the heading of a group in the menu; then the part after it is already there.
            var rest = parts[i..];
            var (found, last) = await AwaitAsync((s, _) => rest.Select(p => MenuEntry(s, p)).FirstOrDefault(a => a is not null), cancellationToken).ConfigureAwait(false);
            if (_ended is not null)
            {
                return;
            }

            if (found is null)
            {
                throw Missing("メニュー", rest.FirstOrDefault(p => !Says(last, p)) ?? rest[^1], last.Actions.Select(a => a.Name));
            }

            while (!LabelText.Names(found.Name, parts[i]))
            {
                i++;
            }

            await _session.PressAsync(found, cancellationToken).ConfigureAwait(false);
            await NoteStandingAsync(cancellationToken).ConfigureAwait(false);
        }

        _done.Add("開く: " + where);
    }

    // A menu that stands on every screen need not be opened anew: its last part is pressed where it is there once.
    private async Task<bool> DirectlyAsync(string name, CancellationToken cancellationToken)
    {
        if (!_session.LoggedIn)
        {
            return false;
        }

        // It may have stood there for long, and logged itself out meanwhile.
        var here = await _session.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (IsLogin(here) || here.Actions.Where(a => a.Menu && LabelText.Names(a.Name, name)).ToList() is not [var only])
        {
            return false;
        }

        await _session.PressAsync(only, cancellationToken).ConfigureAwait(false);
        if (IsLogin(await _session.CurrentAsync(cancellationToken).ConfigureAwait(false)))
        {
            // The session ran out: the long way logs in again.
            return false;
        }

        await NoteStandingAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    // What a screen says before anything is done on it (a notice about maintenance) is no answer to this call.
    private async Task NoteStandingAsync(CancellationToken cancellationToken) =>
        _standing.UnionWith((await _session.CurrentAsync(cancellationToken).ConfigureAwait(false)).Messages.Select(m => m.Text));

    private string? Used(string item)
    {
        _used.Add(item);
        return _call.Items.GetValueOrDefault(item);
    }

    private async Task GoAsync(Uri address, CancellationToken cancellationToken)
    {
        await _session.GoAsync(address, cancellationToken).ConfigureAwait(false);
        if (_call.Credential == Credential.Valid && _profile.Login is not null && !_loggedInAgain
            && IsLogin(await _session.CurrentAsync(cancellationToken).ConfigureAwait(false)))
        {
            // The session ran out. Nothing was done with it in this call yet that could be done twice: opening is no write.
            _loggedInAgain = true;
            await LogInAsync(cancellationToken).ConfigureAwait(false);
            await _session.GoAsync(address, cancellationToken).ConfigureAwait(false);
        }

        if (_session.DocumentStatus == 404)
        {
            throw new ProfileMismatchException($"There is no screen at {address} (404).");
        }
    }

    /// <summary>Fills in and checks what the fields made of it. Gives the screen that was filled in.</summary>
    private async Task<Screen> FillAsync(UiStep step, CancellationToken cancellationToken)
    {
        var entries = Entries(step);
        var (_, screen) = await AwaitAsync(
            (s, _) => entries.All(e => e.Optional || s.Fields.Any(f => LabelText.Names(f.Name, e.Label))) ? s : null, cancellationToken).ConfigureAwait(false);
        if (_ended is not null)
        {
            return screen;
        }

        var refused = new List<RefusalError>();
        var entered = new List<(ScreenField Field, string Shown)>();
        foreach (var (label, shown, optional) in entries)
        {
            var field = Field(screen, label, shown);
            if (field is null && optional)
            {
                continue;
            }

            field ??= screen.Fields.FirstOrDefault(f => LabelText.Names(f.Name, label)) is { IsChoice: true } group
                ? group with { Type = "select", Options = [], Values = [] }
                : throw Missing("欄", label, screen.Fields.Select(f => f.Name));
            _done.Add($"{label} = {shown}");
            Tell(PlayedKind.Fill, label, PlayedOutcome.Found, "");
            if (field.Locked && field.Value != shown)
            {
                refused.Add(new RefusalError(null, $"欄「{label}」には入力できない。"));
            }
            else if (!field.Locked && !await _session.EnterAsync(field, shown, cancellationToken).ConfigureAwait(false))
            {
                refused.Add(new RefusalError(null, $"欄「{label}」は「{shown}」を受け付けない。"));
            }
            else if (field.Limit > 0 && field.Limit < shown.Length)
            {
                entered.Add((field, shown));
            }
        }

        if (entered.Count > 0)
        {
            // A field that cuts off has not taken the value: it must not pass for one that was sent.
            var after = await _session.ReadAsync(cancellationToken).ConfigureAwait(false);
            refused.AddRange(entered
                .Where(e => after.Fields.FirstOrDefault(f => f.Id == e.Field.Id && f.Frame == e.Field.Frame) is { } now && now.Value.Length < e.Shown.Length)
                .Select(e => new RefusalError(null, $"欄「{e.Field.Name}」は{e.Field.Limit}文字までしか受け付けない。")));
        }

        if (refused.Count > 0)
        {
            _ended = new Observation { Outcome = Outcome.Refused, Errors = refused };
        }

        return screen;
    }

    private List<(string Label, string Shown, bool Optional)> Entries(UiStep step)
    {
        var entries = step.Set.Where(s => _business is not null || !s.Value.Contains("${business}", StringComparison.Ordinal))
            .Select(s => (s.Key, s.Value.Replace("${business}", _business, StringComparison.Ordinal), Optional: false)).ToList();
        if (step.Fill is { } fill)
        {
            foreach (var (item, value) in _call.Items)
            {
                if ((fill.Only is not null && !fill.Only.Contains(item)) || (fill.Only is null && _used.Contains(item)))
                {
                    continue;
                }

                _used.Add(item);
                if (_names.Label(item) is { } label)
                {
                    entries.Add((label, value is null ? "" : _names.Show(item, value), Optional: string.IsNullOrEmpty(value)));
                }
            }
        }

        if (step.FillConditions)
        {
            var kinds = new HashSet<(string, string)>();
            foreach (var condition in _call.Conditions)
            {
                if (_names.Label(condition.Item) is not { } label)
                {
                    throw new ProfileMismatchException($"「{condition.Item}」 is on no screen, says the profile, but it is to be searched for.");
                }

                entries.Add((label, _names.Show(condition.Item, condition.Value), false));
                if (_exchange.Conditions.Match is { } match)
                {
                    kinds.Add((match.Replace("{item}", label, StringComparison.Ordinal),
                        condition.Match == SearchMatch.Exact ? _exchange.Conditions.Exact : _exchange.Conditions.Partial));
                }
            }

            if (kinds.GroupBy(k => k.Item1).Any(g => g.Count() > 1))
            {
                throw new ProfileMismatchException("The screen has one kind of match for all conditions, but the search mixes them.");
            }

            entries.AddRange(kinds.Select(k => (k.Item1, k.Item2, false)));
        }

        return entries;
    }

    private async Task PressAsync(UiStep step, Screen? filled, CancellationToken cancellationToken)
    {
        if (step.In is null)
        {
            await PressNamedAsync(step.Press!, filled, step.AbsentIsRefusal, cancellationToken).ConfigureAwait(false);
            return;
        }

        var keys = step.Row.Select(item => (Item: item, Value: _call.Items.GetValueOrDefault(item))).ToList();
        keys.ForEach(k => _used.Add(k.Item));
        var (row, last) = await AwaitAsync((s, still) => Row(s, step, keys, still), cancellationToken).ConfigureAwait(false);
        if (_ended is not null)
        {
            return;
        }

        var what = string.Join("、", keys.Select(k => $"{k.Item} {k.Value}"));
        if (row is not null && row != Absent)
        {
            await PressFoundAsync(row, $"{step.Press}（{what}）", cancellationToken).ConfigureAwait(false);
        }
        else if (last.Table(step.In) is { } table && table.Records().Count > 0 && !keys.All(k => table.Headers.Any(h => _names.IsHeader(h, k.Item))))
        {
            throw Missing("見出し", keys.First(k => !table.Headers.Any(h => _names.IsHeader(h, k.Item))).Item, table.Headers);
        }
        else if (last.Table(step.In) is null && !step.AbsentIsRefusal && !Says(last, _exchange.Read.None) && !last.Messages.Any(m => m.Role == "status"))
        {
            throw Missing("表", step.In, last.Tables.Select(t => t.Name));
        }
        else
        {
            // The screen is there and has no such record: that is what the target says to the number.
            var said = last.Messages.Select(m => m.Text).FirstOrDefault() ?? $"「{step.In}」に{what}の行がない。";
            _ended = new Observation { Outcome = Outcome.Refused, Errors = [new RefusalError(null, said)] };
        }
    }

    private ScreenAction? Row(Screen screen, UiStep step, List<(string Item, string? Value)> keys, bool still)
    {
        if (screen.Table(step.In!) is not { } table || !(table.Fresh || still))
        {
            return still && (Says(screen, _exchange.Read.None) || screen.Messages.Any(m => m.Role == "status")) ? Absent : null;
        }

        foreach (var (values, actions) in table.Records())
        {
            if (keys.All(k => values.Any(v => _names.IsHeader(v.Key, k.Item) && _names.Read(k.Item, v.Value) == k.Value)))
            {
                return screen.Actions.FirstOrDefault(a => actions.Contains(a.Id) && LabelText.Names(a.Name, step.Press!)) ?? (still ? Absent : null);
            }
        }

        return still ? Absent : null;
    }

    private async Task PressNamedAsync(string name, Screen? filled, bool absentIsRefusal, CancellationToken cancellationToken)
    {
        var button = filled is null ? null : Button(filled, name);
        Screen? last = filled;
        if (button is null)
        {
            (button, last) = await AwaitAsync((s, still) => Button(s, name) ?? (still && absentIsRefusal ? Absent : null), cancellationToken).ConfigureAwait(false);
            if (_ended is not null)
            {
                return;
            }
        }

        if (button == Absent)
        {
            button = null;
        }

        if (button is { Locked: false })
        {
            await PressFoundAsync(button, name, cancellationToken).ConfigureAwait(false);
        }
        else if (absentIsRefusal)
        {
            _ended = new Observation { Outcome = Outcome.Refused, Errors = [new RefusalError(null, $"「{name}」は{(button is null ? "表示されない" : "押せない")}。")] };
        }
        else if (button is not null)
        {
            throw new ProfileMismatchException($"「{name}」 is there, but it is disabled.");
        }
        else
        {
            throw Missing("ボタン", name, last!.Actions.Select(a => a.Name));
        }
    }

    private async Task PressFoundAsync(ScreenAction action, string said, CancellationToken cancellationToken)
    {
        var before = (_session.Last ?? await _session.ReadAsync(cancellationToken).ConfigureAwait(false)).Document;
        await _session.PressAsync(action, cancellationToken).ConfigureAwait(false);
        _done.Add("押す: " + said);
        foreach (var (kind, text) in _session.Dialogs)
        {
            _done.Add($"{kind}: {text}");
        }

        var screen = await _session.ReadAsync(cancellationToken).ConfigureAwait(false);
        _ended ??= Refusal(screen) ?? Trouble(screen);

        // The browser itself held the form back.
        if (_ended is null && !action.Link && screen.Document == before && _session.RequestsSincePress == 0
            && screen.Fields.Where(f => f.Complaint.Length > 0).ToList() is { Count: > 0 } complaints)
        {
            _ended = new Observation { Outcome = Outcome.Refused, Errors = [.. complaints.Select(f => new RefusalError(null, $"{LabelText.Clean(f.Name)}: {f.Complaint}"))] };
        }
    }

    private async Task<Observation> ResultAsync(CancellationToken cancellationToken)
    {
        var read = _exchange.Read;
        var (found, last) = await AwaitAsync((s, still) => Sign(s, still), cancellationToken).ConfigureAwait(false);
        if (_ended is not null)
        {
            return _ended;
        }

        if (found is null)
        {
            if (read.Table is not null)
            {
                throw Missing("表", read.Table, last.Tables.Select(t => t.Name));
            }

            throw new ProfileMismatchException(
                $"Nothing tells success: {(read.Role is null ? $"the text 「{read.Text}」" : $"an element of role {read.Role}")} does not appear. Messages: {string.Join(" / ", last.Messages.Select(m => $"{m.Role}: {m.Text}"))}");
        }

        var records = new List<Dictionary<string, string?>>();
        if (read.Table is not null && last.Table(read.Table) is not null)
        {
            await ReadTableAsync(last, records, cancellationToken).ConfigureAwait(false);
        }

        if (read.Match.Count > 0)
        {
            records.Add(Matches(last));
        }

        Tell(PlayedKind.Read, read.Table ?? read.Text ?? read.Role ?? "", PlayedOutcome.Found, "", records.Count > 0 ? [.. records[0].Where(pair => pair.Value is { Length: > 0 }).Select(pair => pair.Key)] : []);
        return _ended ?? new Observation { Outcome = Outcome.Accepted, Records = records, Files = _files, Unread = read.IsNothing };
    }

    private Screen? Sign(Screen screen, bool still)
    {
        var read = _exchange.Read;
        if (Says(screen, read.None))
        {
            return screen;
        }

        // Where nothing tells success, it takes a while to be sure that no refusal comes.
        if (read is { Role: null, Text: null, Table: null })
        {
            return still ? screen : null;
        }

        var roleThere = read.Role is null || screen.Messages.Any(m => m.Role == read.Role && (m.Fresh || still));
        var textThere = read.Text is null || Says(screen, read.Text);
        var tableThere = read.Table is null || screen.Table(read.Table) is { } table && (table.Fresh || still);
        return roleThere && textThere && tableThere ? screen : null;
    }

    private async Task ReadTableAsync(Screen screen, List<Dictionary<string, string?>> records, CancellationToken cancellationToken)
    {
        var read = _exchange.Read;
        var details = new List<(int Record, ScreenAction Action)>();
        var downloads = new List<ScreenAction>();
        for (var page = 1; ; page++)
        {
            foreach (var (values, actions) in screen.Table(read.Table!)!.Records())
            {
                if (read.Detail is not null && screen.Actions.FirstOrDefault(a => actions.Contains(a.Id) && LabelText.Names(a.Name, read.Detail)) is { } detail)
                {
                    details.Add((records.Count, detail));
                }

                if (read.Download is not null && screen.Actions.FirstOrDefault(a => actions.Contains(a.Id) && LabelText.Names(a.Name, read.Download)) is { } download)
                {
                    downloads.Add(download);
                }

                records.Add(_names.Record(values));
            }

            foreach (var download in downloads)
            {
                _files.Add(await _session.DownloadAsync(download, cancellationToken).ConfigureAwait(false));
                _done.Add($"取得: {_files[^1].Name}");
            }

            downloads.Clear();

            if (read.Next is null || page == MostPages || screen.Actions.FirstOrDefault(a => LabelText.Names(a.Name, read.Next) && !a.Locked) is not { } next)
            {
                break;
            }

            if (details.Any(d => d.Action.Href.Length == 0))
            {
                throw new ProfileMismatchException($"「{read.Detail}」 is no plain link and the table has several pages: that combination cannot be read.");
            }

            await _session.PressAsync(next, cancellationToken).ConfigureAwait(false);
            screen = await _session.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (screen.Table(read.Table!) is null)
            {
                throw Missing("表", read.Table!, screen.Tables.Select(t => t.Name));
            }
        }

        if (details.Count > 0)
        {
            // Of one record the detail shows all that its line shows.
            await SeenAsync(Written(records), picture: details.Count > 1, cancellationToken).ConfigureAwait(false);
        }

        for (var i = 0; i < details.Count && _ended is null; i++)
        {
            Begin();
            _done.Add($"開く: {read.Detail}（{string.Join("、", records[details[i].Record].Values.Where(v => v?.Length > 0).Take(2))}）");
            var whole = await DetailAsync(details[i].Record, details[i].Action, cancellationToken).ConfigureAwait(false);
            foreach (var (item, value) in whole)
            {
                records[details[i].Record][item] = value;
            }

            if (i < details.Count - 1)
            {
                await SeenAsync(Written([whole]), picture: i < PicturedDetails, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<Dictionary<string, string?>> DetailAsync(int index, ScreenAction action, CancellationToken cancellationToken)
    {
        var read = _exchange.Read;
        if (action.Href.Length > 0)
        {
            await _session.GoAsync(new Uri(action.Href), cancellationToken).ConfigureAwait(false);
        }
        else
        {
            // Pages were read anew since: the number in the row may have changed, the position has not.
            var list = await _session.ReadAsync(cancellationToken).ConfigureAwait(false);
            var rows = list.Table(read.Table!)?.Records() ?? [];
            var again = index < rows.Count ? list.Actions.FirstOrDefault(a => rows[index].Actions.Contains(a.Id) && LabelText.Names(a.Name, read.Detail!)) : null;
            await _session.PressAsync(again ?? throw Missing("リンク", read.Detail!, list.Actions.Select(a => a.Name)), cancellationToken).ConfigureAwait(false);
        }

        var (table, last) = await AwaitAsync(
            (s, _) => read.Record is null ? s.Tables.FirstOrDefault(t => t.IsRecord) : s.Table(read.Record), cancellationToken).ConfigureAwait(false);
        if (_ended is not null)
        {
            return [];
        }

        var whole = _names.Record((table ?? throw Missing("表", read.Record ?? "（項目名と値の表）", last.Tables.Select(t => t.Name))).Records()[0].Values);
        if (action.Href.Length == 0)
        {
            if (read.Back is not null && Button(last, read.Back) is { } back)
            {
                await _session.PressAsync(back, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await _session.BackAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        return whole;
    }

    private Dictionary<string, string?> Matches(Screen screen)
    {
        var text = _exchange.Read.Role is { } role ? string.Join('\n', screen.Messages.Where(m => m.Role == role).Select(m => m.Text)) : screen.Text;
        var record = new Dictionary<string, string?>();
        foreach (var (item, pattern) in _exchange.Read.Match)
        {
            record[item] = Regex.Match(text, pattern, RegexOptions.CultureInvariant) is { Success: true } match
                ? _names.Read(item, match.Groups[1].Value)
                : throw new ProfileMismatchException($"「{item}」 is not found: {pattern} does not fit \"{(text.Length > 200 ? text[..200] + "…" : text)}\".");
        }

        return record;
    }

    /// <summary>Waits for something on the screen; stops as soon as the target refuses.</summary>
    private async Task<(T? Found, Screen Last)> AwaitAsync<T>(Func<Screen, bool, T?> find, CancellationToken cancellationToken)
        where T : class
    {
        var (found, last) = await _session.AwaitAsync<object>(
            (s, still) => (_ended = Refusal(s) ?? Trouble(s)) is { } ended ? ended : find(s, still), cancellationToken).ConfigureAwait(false);
        return (found as T, last);
    }

    private Observation? Refusal(Screen screen)
    {
        if (_exchange.Refused.Role == "dialog")
        {
            var boxes = _session.Dialogs.Where(d => d.Kind == "alert").Select(d => Error(d.Text)).ToList();
            return boxes.Count == 0 ? null : new Observation { Outcome = Outcome.Refused, Errors = boxes };
        }

        var messages = screen.Messages.Where(m => m.Role == _exchange.Refused.Role && m.Fresh && !_standing.Contains(m.Text)).ToList();
        return messages.Count == 0 ? null : new Observation
        {
            Outcome = _session.DocumentStatus >= 500 ? Outcome.Failed : Outcome.Refused,
            Errors = [.. messages.SelectMany(m => m.Parts.Count > 0 ? m.Parts : [m.Text]).Select(Error)],
        };
    }

    private Observation? Trouble(Screen screen)
    {
        if (_session.DocumentStatus is >= 500 and var status)
        {
            return new Observation { Outcome = Outcome.Failed, Errors = [new RefusalError(null, $"{status}: {(screen.Text.Length > 200 ? screen.Text[..200] + "…" : screen.Text).Trim()}")] };
        }

        // A page that tells somebody who is logged in that they may not is the product's refusal, though it stands there from the start.
        if (_session.DocumentStatus == 403 && !IsLogin(screen) && screen.Messages.Where(m => m.Role == _exchange.Refused.Role).ToList() is { Count: > 0 } told)
        {
            return new Observation { Outcome = Outcome.Refused, Errors = [.. told.SelectMany(m => m.Parts.Count > 0 ? m.Parts : [m.Text]).Select(Error)] };
        }

        return _session.DocumentStatus is 401 or 403 || IsLogin(screen)
            ? new Observation { Outcome = Outcome.Unauthorised, Errors = [.. screen.Messages.Select(m => Error(m.Text))] }
            : null;
    }

    private RefusalError Error(string text)
    {
        var code = Regex.Match(text, _exchange.Refused.Code, RegexOptions.CultureInvariant);
        return new RefusalError(code.Success ? code.Groups[1].Value : null, text);
    }

    private bool IsLogin(Screen screen) => _profile.Login is { } login
        && screen.Fields.Any(f => f.Type == "password")
        && login.Fill.Keys.All(label => Field(screen, label, "") is not null)
        && Button(screen, login.Press) is not null;

    public Task LogInOnceAsync(CancellationToken cancellationToken) =>
        _profile.Login is null || _session.LoggedIn ? Task.CompletedTask : LogInAsync(cancellationToken);

    private async Task LogInAsync(CancellationToken cancellationToken)
    {
        var login = _profile.Login!;
        if (_call.Operator < 0 || _call.Operator >= _profile.Operators.Count)
        {
            throw new BadInputException(new Problem(
                "CF5021", "ui.operators", 0, 0, $"The scenario needs operator {_call.Operator + 1}, the profile has {_profile.Operators.Count}.", "Add an operator under ui.operators."));
        }

        var (name, password) = OperatorLogin.Of(_profile.Operators[_call.Operator], _secrets);
        await _session.GoAsync(login.Open is null ? _base : new Uri(_base, login.Open.TrimStart('/')), cancellationToken).ConfigureAwait(false);
        var screen = await _session.ReadAsync(cancellationToken).ConfigureAwait(false);
        foreach (var (label, value) in login.Fill)
        {
            var field = Field(screen, label, "") ?? throw Missing("ログイン画面の欄", label, screen.Fields.Select(f => f.Name));
            var text = value.Reveal(_secrets).Replace("${operator}", name, StringComparison.Ordinal).Replace("${password}", password, StringComparison.Ordinal);
            await _session.EnterAsync(field, text, cancellationToken).ConfigureAwait(false);
        }

        await _session.PressAsync(Button(screen, login.Press) ?? throw Missing("ログイン画面のボタン", login.Press, screen.Actions.Select(a => a.Name)), cancellationToken).ConfigureAwait(false);
        var after = await _session.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (IsLogin(after) || _session.DocumentStatus >= 400)
        {
            throw new ProfileMismatchException($"{name} cannot log in: {string.Join(" / ", after.Messages.Select(m => m.Text).DefaultIfEmpty("the login screen stays"))}");
        }

        _session.LoggedIn = true;
    }

    // A link in the menu wins over a button of the same name, and the other way round for Button.
    internal static ScreenAction? MenuEntry(Screen screen, string name) => screen.Actions.Where(a => LabelText.Names(a.Name, name))
        .OrderBy(a => a.Menu ? 0 : 1).ThenBy(a => a.Link ? 0 : 1).FirstOrDefault();

    internal static ScreenAction? Button(Screen screen, string name)
    {
        var named = screen.Actions.Where(a => LabelText.Names(a.Name, name)).OrderBy(a => a.Menu ? 1 : 0).ThenBy(a => a.Link ? 1 : 0).ToList();
        var best = named.FirstOrDefault();
        return best is not null && named.Skip(1).Any(a => a.Menu == best.Menu && a.Link == best.Link && !SameEffect(a, best))
            ? throw new ProfileMismatchException($"「{name}」 is there {named.Count} times. Name the table and the row (in, row), or a name that is there once.") { Part = name, IsAmbiguous = true }
            : best;
    }

    // The same link twice, or the same button above and below its form.
    internal static bool SameEffect(ScreenAction a, ScreenAction b) =>
        (a.Href.Length > 0 && a.Href == b.Href) || (a.Form.Length > 0 && a.Form == b.Form && a.Frame == b.Frame);

    // For radio buttons and groups of check boxes the one whose own label is the value.
    internal static ScreenField? Field(Screen screen, string label, string shown)
    {
        var named = screen.Fields.Where(f => LabelText.Names(f.Name, label)).ToList();
        if (named.Count > 0 && named.All(f => f.IsChoice && f.Group.Length > 0))
        {
            return named.FirstOrDefault(f => LabelText.Same(f.Label, shown) || f.Value == shown);
        }

        if (named.Count > 1)
        {
            var exact = named.Where(f => f.Name == label && !f.Locked).ToList();
            return exact.Count == 1 ? exact[0] : throw new ProfileMismatchException($"The field 「{label}」 is there {named.Count} times.") { Part = label, IsAmbiguous = true };
        }

        return named.FirstOrDefault();
    }

    private static bool Says(Screen screen, string? text) => text is not null && screen.Text.Contains(text, StringComparison.Ordinal);

    private static ProfileMismatchException Missing(string kind, string name, IEnumerable<string> there)
    {
        var names = there.Where(n => n.Length > 0).Select(LabelText.Clean).Distinct().ToList();
        return new ProfileMismatchException(names.Count == 0
            ? $"{kind}「{name}」 is not on the screen, nor is any other."
            : $"{kind}「{name}」 is not on the screen. Nearest: 「{LabelText.Nearest(name, names)}」. There are: {string.Join("、", names)}.") { Part = name };
    }

    private static string Written(IEnumerable<IReadOnlyDictionary<string, string?>> records) =>
        string.Join("\n\n", records.Select(r => string.Join('\n', r.Select(p => $"{p.Key}: {p.Value}"))));

    private async Task<Observation> EndAsync(Observation seen, CancellationToken cancellationToken)
    {
        var text = string.Join('\n', seen.Errors.Select(e => "拒否: " + e.Message).Append(Written(seen.Records))).Trim();
        await SeenAsync($"{seen.Outcome}\n{text}", picture: true, cancellationToken).ConfigureAwait(false);
        return seen with { Exchanges = _exchanges };
    }

    private void Begin()
    {
        _done.Clear();
        _started = _time.GetUtcNow();
        _clock = _time.GetTimestamp();
    }

    private async Task SeenAsync(string read, bool picture, CancellationToken cancellationToken)
    {
        var title = _exchange.Name;
        byte[]? image = null;
        if (picture && !_session.Broken)
        {
            title = (await _session.CurrentAsync(cancellationToken).ConfigureAwait(false)).Name;
            image = await _session.PictureAsync(cancellationToken).ConfigureAwait(false);
        }

        _exchanges.Add(new Exchange("ui", title, _secrets.Redact(string.Join('\n', _done)), _secrets.Redact(read), _started, _time.GetElapsedTime(_clock)) { Screenshot = image });
    }
}
