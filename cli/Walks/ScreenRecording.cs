using Conformance.Cli.Commands;
using Conformance.Cli.Recording;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Recording;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Steps.Running;

namespace Conformance.Cli.Walks;

/// <summary>Lets a person walk through the screens of exchanges, one after the other, and writes each mapping as soon as it is known.</summary>
/// <param name="setting">For the values to type; its folder is where drafts go.</param>
internal sealed class ScreenRecording(ScreenRecorder recorder, Conversation talk, ProfileFile file, Func<RoleContracts, RunSetting> setting, string output, string language, TimeProvider time)
{
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private Task<WalkSight?>? next;
    private Task<string?>? line;
    private bool pressed;

    private enum Ending { Done, Skipped, Quit, Closed }

    /// <returns>0 where everything was recorded and nothing is open, else 3.</returns>
    /// <exception cref="TargetUnreachableException">The target does not answer.</exception>
    public async Task<int> RunAsync(IReadOnlyList<(RoleContracts Role, ExchangeContract Exchange)> all, CancellationToken cancellationToken)
    {
        try
        {
            return await AllAsync(all, cancellationToken);
        }
        catch (TargetUnreachableException e) when (e.At == UnreachableAt.Browser)
        {
            talk.Say(new Bilingual("ブラウザーが閉じられたため、ここで終わる。", "The browser was closed: that is all."));
            return ExitCode.Inconclusive;
        }
    }

    private async Task<int> AllAsync(IReadOnlyList<(RoleContracts Role, ExchangeContract Exchange)> all, CancellationToken cancellationToken)
    {
        var sound = true;
        foreach (var (role, exchange) in all)
        {
            var subject = WalkSubjects.Subject(setting(role), exchange, known);
            await recorder.BeginAsync(cancellationToken);
            Introduce(subject);
            var ending = Ending.Closed;
            try
            {
                ending = await WalkAsync(role, subject, cancellationToken);
            }
            finally
            {
                if (ending != Ending.Done)
                {
                    Leave(role, subject);
                }
            }

            pressed = false;
            if (ending == Ending.Done)
            {
                sound &= await WriteAsync(role, subject, cancellationToken);
                continue;
            }

            sound = false;
            if (ending is Ending.Quit or Ending.Closed)
            {
                talk.Say(ending == Ending.Closed
                    ? new Bilingual($"ブラウザーが閉じられた。「{subject.Name}」は最後まで記録していない。", $"The browser was closed. 「{subject.Name}」 is not recorded to its end.")
                    : new Bilingual($"ここで終わる。「{subject.Name}」は記録していない。", $"Ended. 「{subject.Name}」 is not recorded."));
                break;
            }
        }

        return sound ? ExitCode.Conforms : ExitCode.Inconclusive;
    }

    private string Draft(string exchange) => Path.Combine(output, string.Concat(exchange.Select(c => Path.GetInvalidFileNameChars().Contains(c) ? '_' : c)) + ".draft.yaml");

    private void Introduce(WalkSubject subject)
    {
        Conversation.Write("");
        talk.Say(new Bilingual($"「{subject.Name}」を記録する。ブラウザーで、はじめの画面から結果が出るまで、一度だけ操作する。", $"Recording 「{subject.Name}」. In the browser, go from the first screen to the result, once."));
        if (subject.Samples.Count > 0)
        {
            talk.Say(new Bilingual("入れる値（このとおり入れれば、どの項目の欄かが確実に分かる。画面の形に直してよい）：", "Values to type (typed like this, each tells which item its field is; in the form of the screen):"));
            foreach (var (item, value) in subject.Samples)
            {
                Conversation.Write($"  {item}\t{value}{(subject.Codes.GetValueOrDefault(item)?.GetValueOrDefault(value) is { } meaning ? $"（{meaning}）" : "")}");
            }
        }

        talk.Say(new Bilingual("結果が出たら、結果の表か文を Alt を押しながらクリックする（ここで Enter でもよい）。r やり直し、s 飛ばす、q やめる", "When the result is there, click its table or text with Alt held (or press Enter here). r: again, s: skip, q: quit"));
    }

    private async Task<Ending> WalkAsync(RoleContracts role, WalkSubject subject, CancellationToken cancellationToken)
    {
        while (true)
        {
            next ??= recorder.NextAsync(cancellationToken);
            line ??= talk.LineAsync(cancellationToken);
            // An input that has ended says nothing more.
            var first = line is { IsCompletedSuccessfully: true, Result: null } ? next : await Task.WhenAny(next, line);
            await first;
            if (first == next)
            {
                var sight = await next;
                next = null;
                if (sight is null || sight.IsResult)
                {
                    return sight is null ? Ending.Closed : Ending.Done;
                }

                Told(subject, sight);
                continue;
            }

            var said = await line;
            line = said is null ? line : null;
            switch (said)
            {
                case "" when recorder.IsEmpty:
                    talk.Say(new Bilingual("まだ何も操作されていない。", "Nothing was done yet."));
                    break;
                case "":
                    return Ending.Done;
                case "s":
                    return Ending.Skipped;
                case "q":
                    return Ending.Quit;
                case "r":
                    Leave(role, subject);
                    await recorder.BeginAsync(cancellationToken);
                    talk.Say(new Bilingual("はじめからやり直す。", "Begun anew."));
                    break;
            }
        }
    }

    private void Told(WalkSubject subject, WalkSight sight)
    {
        var name = sight.Name.Length > 0 ? $"「{sight.Name}」" : "？";
        talk.Say(sight.Kind == PlayedKind.Fill ? new Bilingual($"  欄{name}に入力", $"  entered {name}") : new Bilingual($"  {name}を押した", $"  pressed {name}"));
        if (sight.Kind == PlayedKind.Press)
        {
            pressed = true;
            OutputFile.Write(Draft(subject.Name), MappingText.Whole(recorder.Draft(subject), language));
        }
    }

    private async Task<bool> WriteAsync(RoleContracts role, WalkSubject subject, CancellationToken cancellationToken)
    {
        var answers = new WalkAnswers();
        RecordedExchange recorded;
        do
        {
            recorded = await recorder.MapAsync(subject, answers, cancellationToken);
        }
        while (answers.Pending.Count > 0 && await talk.AskAsync(answers, cancellationToken));

        Note(role, subject, recorded);
        if (file.With(recorded.Mapping) is { } profile)
        {
            recorded = await TriedAsync(recorded, profile, cancellationToken);
        }

        Conversation.Write("");
        Conversation.Write(MappingText.Whole(recorded, language));
        OutputFile.Write(Draft(subject.Name), MappingText.Whole(recorded, language));
        if (!file.Put(recorded.Mapping, MappingText.Comments(recorded, language)))
        {
            talk.Say(new Bilingual($"対象プロファイルには書けなかった（ui: の形を変えずに加えられない、または誤りになる）。記録：{Draft(subject.Name)}", $"It could not be put into the profile (not without changing the form of ui:, or it would not be valid). What was recorded: {Draft(subject.Name)}"));
            return false;
        }

        talk.Say(recorded.Doubts.Count == 0
            ? new Bilingual($"「{subject.Name}」を対象プロファイルに書いた。", $"「{subject.Name}」 is in the profile.")
            : new Bilingual($"「{subject.Name}」を対象プロファイルに書いた。確かめることが {recorded.Doubts.Count} 件ある（「？」の行）。", $"「{subject.Name}」 is in the profile, with {recorded.Doubts.Count} open points (the lines with ？)."));
        File.Delete(Draft(subject.Name));
        return recorded.Doubts.Count == 0;
    }

    // Opened a second time: a name that was there for this once only is found out.
    private async Task<RecordedExchange> TriedAsync(RecordedExchange recorded, Profile profile, CancellationToken cancellationToken)
    {
        talk.Say(new Bilingual("画面を開き直して確かめている…", "Opening the screen again to see…"));
        var missing = await recorder.FindAgainAsync(profile.Ui!, recorded.Mapping.Name, cancellationToken);
        return missing is null
            ? recorded with { Notes = [.. recorded.Notes, new WalkNote("open", new Bilingual("開き直しても、はじめの画面の名前はすべて見つかった", "opened again, and all names of the first screen were found"))] }
            : recorded with { Doubts = [.. recorded.Doubts, new WalkNote("open", new Bilingual($"開き直すと見つからない：{missing}", $"Not found when it was opened again: {missing}"))] };
    }

    // What was typed is there now: whoever cleans up has to know, and the next exchange may be about the same person.
    private void Note(RoleContracts role, WalkSubject subject, RecordedExchange recorded)
    {
        foreach (var (item, value) in recorded.Shown.Where(pair => subject.Keeps.Contains(pair.Key) || pair.Key.EndsWith("番号", StringComparison.Ordinal)))
        {
            known[item] = value;
        }

        if (subject.Reads)
        {
            return;
        }

        using var ledger = LedgerOf(role);
        var number = ledger.Sends("record", "ui", new FunctionCall(subject.Name, recorded.Sent));
        ledger.Answered(number, "record", "ui", subject.Name, new Observation { Outcome = Outcome.Accepted, Records = [recorded.Shown.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)] });
    }

    // Something was pressed, and the walk did not go to its end: what was typed may be there all the same.
    private void Leave(RoleContracts role, WalkSubject subject)
    {
        if (pressed && !subject.Reads)
        {
            using var ledger = LedgerOf(role);
            ledger.Sends("record", "ui", new FunctionCall(subject.Name, recorder.Draft(subject).Sent));
        }

        pressed = false;
    }

    private CreationLedger LedgerOf(RoleContracts role) => new(Path.Combine(output, RunFolder.LedgerFolder, role.Slug + ".ndjson"), time);
}
