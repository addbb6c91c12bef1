using Conformance.Drivers;
using Conformance.Fixtures;
using Conformance.Steps.Assertions;
using Conformance.Steps.People;

namespace Conformance.Steps.Running;

/// <summary>
/// Registers people with the target as a preparation, and finds them again. Whatever does not come out as asked is a
/// preparation that failed, never a finding.
/// </summary>
public sealed class Registry(Stage stage)
{
    /// <summary>The items that make up 基本４情報, in the names of the interface.</summary>
    public static IReadOnlyList<string> BasicItems { get; } =
        ["氏名", "生年月日", "性別", "住所_都道府県", "住所_市区郡町村名", "住所_町字", "住所_番地号表記"];

    private string InquiryExchange => stage.Duties.Inquiry;

    /// <summary>Registers through 付番 and waits until the person is seen under the number that was answered.</summary>
    public async Task RegisterAsync(Citizen citizen, IReadOnlyDictionary<string, string>? more = null)
    {
        var items = stage.Items(stage.Duties.Register, Merged(citizen.Items, more));
        var answer = await stage.PrepareAsync(new FunctionCall(stage.Duties.Register, items));
        stage.Gave(citizen, NumberOf(answer) ?? throw new PreparationException($"「{citizen.Alias}」 could not be registered beforehand: {Describe(answer)}"));
        if (!Text.IsHalfWidth(citizen.Number!))
        {
            throw new PreparationException($"「{citizen.Alias}」 was given the number {citizen.Number} beforehand, which is no half-width text: what follows from it would say nothing.");
        }

        var (told, seen) = await stage.AwaitPreparedAsync(() => RightlyRegisteredAsync(citizen), problem => problem is null);
        if (!seen)
        {
            throw new PreparationException($"「{citizen.Alias}」 was registered as {citizen.Number} beforehand, but {told}");
        }
    }

    // What is wrong already at registration would otherwise be laid at the door of whatever is checked afterwards.
    private async Task<string?> RightlyRegisteredAsync(Citizen citizen)
    {
        var byKeys = await FindByKeysAsync(citizen.Items);
        if (byKeys.Any(record => record.GetValueOrDefault("宛名番号") == citizen.Number && Same(citizen.Items, record)))
        {
            return null;
        }

        var (seen, shown) = await SeenUnderAsync(citizen, citizen.Number!, []);
        if (!seen)
        {
            return $"an inquiry shows {shown}.";
        }

        var (stored, told) = await StoredAsync(citizen);
        return stored ? null : $"not as sent: {told}";
    }

    /// <summary>
    /// Whether a person is to be found under a number: by what nobody else has, or by the number itself. The number that an
    /// inquiry prints may be wrong while the one it searches by is right.
    /// </summary>
    public async Task<(bool Seen, string Told)> SeenUnderAsync(Citizen citizen, string number, IReadOnlyCollection<string> altered)
    {
        var byKeys = await FindByKeysAsync(citizen.Items, altered);
        if (byKeys.Any(record => record.GetValueOrDefault("宛名番号") == number))
        {
            return (true, Numbers(byKeys));
        }

        var byNumber = await FindByNumberAsync(number);
        return (byNumber.Any(record => IsTheSame(citizen, record)), Numbers(byKeys));
    }

    /// <summary>Changes a registered person beforehand and waits until the change is seen.</summary>
    public async Task ChangeAsync(Citizen citizen, Person changed)
    {
        await DoAsync(stage.Duties.Change, citizen, changed.Items);
        citizen.Became(changed);
        var (told, seen) = await stage.AwaitPreparedAsync(() => StoredAsync(citizen), found => found.Stored);
        if (!seen)
        {
            throw new PreparationException($"The change of 「{citizen.Alias}」 made beforehand is nowhere seen: {told.Told}");
        }
    }

    /// <summary>
    /// Whether a person is stored as sent last. An inquiry that shows it suffices. The history suffices too, because what an
    /// inquiry shows wrongly is the inquiry's fault; unless the inquiry shows the state before, whole: then nothing was changed.
    /// </summary>
    public async Task<(bool Stored, string Told)> StoredAsync(Citizen citizen)
    {
        var current = await CurrentAsync(citizen);
        if (current.Any(record => Same(citizen.Items, record)))
        {
            return (true, "");
        }

        var history = await HistoryAsync(citizen);
        if (history.Count > 0 && Same(citizen.Items, history[^1]))
        {
            var untouched = citizen.States.Count > 1 && current.Any(record => Same(citizen.PreviousItems, record));
            return (!untouched, untouched ? "照会は変更前の内容のまま" : "");
        }

        IReadOnlyList<IReadOnlyDictionary<string, string?>> all = [.. current, .. history];
        return (false, all.Count == 0 ? "どこにも見つからない" : Nearest(all, citizen));
    }

    /// <summary>
    /// Whether a deletion took effect: nobody is found any more. Somebody who is still found although the history says deleted
    /// is only found wrongly if they cannot be changed any more.
    /// </summary>
    public async Task<(bool Deleted, string Told)> DeletedAsync(Citizen citizen)
    {
        var ((found, history), gone) = await stage.AwaitAsync(
            async () => (await FindByNumberAsync(citizen.Number ?? ""), await HistoryAsync(citizen)),
            observed => observed.Item1.Count == 0);
        if (gone)
        {
            return (true, "見つからない");
        }

        if (history.Count > 0 && SaysDeleted(history[^1]))
        {
            var probe = await stage.PrepareAsync(Call(stage.Duties.Change, citizen, citizen.Items));
            return (probe.Outcome != Outcome.Accepted, $"照会で {found.Count} 件、変更は {Describe(probe)}");
        }

        return (false, $"照会で {found.Count} 件");
    }

    public async Task DoAsync(string exchange, Citizen citizen, IReadOnlyDictionary<string, string> items, int @operator = 0)
    {
        var answer = await stage.PrepareAsync(Call(exchange, citizen, items, @operator));
        if (answer.Outcome != Outcome.Accepted)
        {
            throw new PreparationException($"「{exchange}」 of 「{citizen.Alias}」 beforehand was not accepted: {Describe(answer)}");
        }
    }

    /// <summary>A call about a registered person, under their number.</summary>
    public FunctionCall Call(string exchange, Citizen citizen, IReadOnlyDictionary<string, string> items, int @operator = 0)
    {
        var all = stage.Items(exchange, items, @operator);
        if (citizen.Number is { } number)
        {
            all["宛名番号"] = number;
        }

        return new FunctionCall(exchange, all) { Operator = @operator };
    }

    /// <summary>An inquiry with exact conditions for the given items.</summary>
    public FunctionCall Inquire(IReadOnlyDictionary<string, string> items, IEnumerable<string> names, string? business = null, int @operator = 0) =>
        InquireWith([.. names.Where(name => items.GetValueOrDefault(name) is { Length: > 0 }).Select(name => new SearchCondition(name, items[name], SearchMatch.Exact))], business, @operator);

    public FunctionCall InquireWith(IReadOnlyList<SearchCondition> conditions, string? business = null, int @operator = 0)
    {
        var items = stage.Items(InquiryExchange, new Dictionary<string, string>(), @operator);
        if (business is not null)
        {
            items["業務ID"] = business;
        }

        return new FunctionCall(InquiryExchange, items) { Conditions = conditions, Business = business, Operator = @operator };
    }

    /// <summary>Records found by the two most telling items that are intact.</summary>
    public Task<IReadOnlyList<IReadOnlyDictionary<string, string?>>> FindByKeysAsync(IReadOnlyDictionary<string, string> items, IReadOnlyCollection<string>? altered = null) =>
        FindAsync(Inquire(items, Keys(items, altered ?? [])));

    public Task<IReadOnlyList<IReadOnlyDictionary<string, string?>>> FindByNumberAsync(string number) =>
        FindAsync(InquireWith([new SearchCondition("宛名番号", number, SearchMatch.Exact)]));

    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string?>>> FindAsync(FunctionCall inquiry)
    {
        var answer = await stage.ObserveAsync(inquiry);
        return answer.Outcome switch
        {
            Outcome.Accepted => answer.Records,
            // Nobody found may be answered as a refusal: the documents leave it open.
            Outcome.Refused => [],
            _ => throw new PreparationException($"The inquiry that observes failed: {Describe(answer)}"),
        };
    }

    private async Task<IReadOnlyList<IReadOnlyDictionary<string, string?>>> CurrentAsync(Citizen citizen)
    {
        var records = citizen.Number is { } number ? await FindByNumberAsync(number) : [];
        return records.Count > 0 ? records : await FindByKeysAsync(citizen.Items);
    }

    /// <summary>Every state that the product says it ever stored, oldest first; empty where the profile maps no history.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string?>>> HistoryAsync(Citizen citizen)
    {
        if (citizen.Number is null || !stage.Setting.Offers(stage.Duties.History))
        {
            return [];
        }

        var answer = await stage.ObserveAsync(Call(stage.Duties.History, citizen, new Dictionary<string, string>()));
        return answer.Outcome == Outcome.Accepted ? answer.Records : [];
    }

    public IEnumerable<string> Keys(IReadOnlyDictionary<string, string> items, IReadOnlyCollection<string> altered)
    {
        var keys = stage.Setting.Role.KeyItems.Concat(["氏名_フリガナ", "住所_番地号表記", "性別"]).Distinct()
            .Where(name => !altered.Contains(name) && items.GetValueOrDefault(name) is { Length: > 0 });
        return keys.Take(2);
    }

    public static string? NumberOf(Observation answer) => answer.Outcome == Outcome.Accepted && answer.Records.Count > 0
        ? answer.Records[0].GetValueOrDefault("宛名番号") is { Length: > 0 } number ? number : null
        : null;

    public static string Describe(Observation answer) => answer.Outcome switch
    {
        Outcome.Accepted when answer.Records.Count == 0 => "accepted, with no record in the answer",
        Outcome.Accepted => "accepted: " + string.Join(", ", answer.Records[0].Where(item => item.Value is { Length: > 0 }).Take(8).Select(item => $"{item.Key} {item.Value}")),
        _ => $"{answer.Outcome switch { Outcome.Refused => "refused", Outcome.Unauthorised => "refused as unauthorised", Outcome.Failed => "the target failed", _ => "not offered" }}"
            + (answer.Status is { } status ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" ({status})") : "")
            + (answer.Errors.Count > 0 ? ": " + string.Join("; ", answer.Errors.Select(error => $"{error.Code} {error.Message}".Trim())) : ""),
    };

    /// <summary>By what nobody else has.</summary>
    private static bool IsTheSame(Citizen citizen, IReadOnlyDictionary<string, string?> record) =>
        citizen.Items.TryGetValue("個人番号", out var personal) && record.GetValueOrDefault("個人番号") == personal;

    private bool Same(IReadOnlyDictionary<string, string> sent, IReadOnlyDictionary<string, string?> read) =>
        ItemComparison.Differences(sent, read, stage.TypeOf).Count == 0;

    private string Nearest(IReadOnlyList<IReadOnlyDictionary<string, string?>> states, Citizen citizen)
    {
        var best = states.Select(state => ItemComparison.Differences(citizen.Items, state, stage.TypeOf)).MinBy(differences => differences.Count)!;
        return string.Join("; ", best.Take(8).Select(difference => $"{difference.Item}: {difference.Read ?? "（表示なし）"}（送った値: {difference.Sent}）"));
    }

    private static bool SaysDeleted(IReadOnlyDictionary<string, string?> state) =>
        state.Any(item => (item.Key.Contains("区分", StringComparison.Ordinal) || item.Key.Contains("フラグ", StringComparison.Ordinal)) && item.Value is { } value
            && (value.Contains("削除", StringComparison.Ordinal) || value == "sakujo"));

    private static string Numbers(IReadOnlyList<IReadOnlyDictionary<string, string?>> records) =>
        records.Count == 0 ? "nobody" : string.Join(", ", records.Select(record => record.GetValueOrDefault("宛名番号") ?? "?"));

    private static Dictionary<string, string> Merged(IReadOnlyDictionary<string, string> items, IReadOnlyDictionary<string, string>? more)
    {
        var all = new Dictionary<string, string>(items, StringComparer.Ordinal);
        foreach (var (item, value) in more ?? new Dictionary<string, string>())
        {
            all[item] = value;
        }

        return all;
    }
}
