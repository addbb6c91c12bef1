using Conformance.Steps.Assertions;
using Conformance.Steps.People;
using Conformance.Steps.Running;

namespace Conformance.Steps.Vocabulary;

/// <summary>ならば about what the target shows of somebody, read through the exchange that the contract names.</summary>
[Binding]
public sealed class ReadingSteps(Stage stage, Reading reading, Expectations expect)
{
    private const string Before = "変更前の値";

    [Then(Words.Blame + "「([^」]+)」に「([^」]+)」が示される$")]
    public async Task IsShown(string exchange, string alias)
    {
        RequireNotRefused();
        var (records, seen) = await stage.AwaitAsync(() => reading.OfAsync(exchange, stage.Citizen(alias)), found => found.Count > 0);
        expect.That($"「{exchange}」に「{alias}」が示される", seen ? Told(records) : "示されない", seen);
    }

    [Then(Words.Blame + "「([^」]+)」に「([^」]+)」が一件だけ示される$")]
    public async Task IsShownOnce(string exchange, string alias)
    {
        // Who came after them is there, so whatever came twice is there twice by now.
        await FollowedAsync(exchange);

        // Not by the number that the target gave to one of the two.
        var (records, seen) = await stage.AwaitAsync(() => reading.OfAsync(exchange, stage.Citizen(alias), stage.Contract(exchange).Keeps), found => found.Count > 0);
        expect.That($"「{exchange}」に「{alias}」が一件だけ", $"{records.Count} 件", seen && records.Count == 1);
    }

    [Then(Words.Blame + "「([^」]+)」に「([^」]+)」が登録されていない$")]
    public async Task IsNotThere(string exchange, string alias)
    {
        await FollowedAsync(exchange);
        var records = await reading.OfAsync(exchange, stage.Citizen(alias), stage.Altered);
        expect.That($"「{exchange}」に「{alias}」がない", records.Count == 0 ? "ない" : Told(records), records.Count == 0);
    }

    [Then(Words.Blame + "「([^」]+)」に「([^」]+)」が示されなくなる$")]
    public async Task IsGone(string exchange, string alias)
    {
        var (records, gone) = await stage.AwaitAsync(() => reading.OfAsync(exchange, stage.Citizen(alias)), found => found.Count == 0);
        expect.That($"「{exchange}」に「{alias}」がない", gone ? "ない" : Told(records), gone);
    }

    [Then(Words.Blame + "「([^」]+)」で「([^」]+)」の「([^」]+)」が「([^」]*)」になる$")]
    public async Task Becomes(string exchange, string alias, string item, string value)
    {
        RequireNotRefused();
        var citizen = stage.Citizen(alias);
        var wanted = (value == Before ? citizen.PreviousItems.GetValueOrDefault(item, "") : stage.Text(citizen, item, value)).Split("または");
        var (records, seen) = await stage.AwaitAsync(() => reading.OfAsync(exchange, citizen), found => found.Any(record => wanted.Any(one => ItemComparison.Same(stage.TypeOf(item), one, record.GetValueOrDefault(item)))));
        expect.That($"「{exchange}」で「{alias}」の{item}: {string.Join(" または ", wanted)}", records.Count == 0 ? $"「{alias}」が示されない" : $"{item}: " + Values(records, item), seen);
    }

    [Then(Words.Blame + "「([^」]+)」で「([^」]+)」の「([^」]+)」が「([^」]*)」にならない$")]
    public async Task DoesNotBecome(string exchange, string alias, string item, string value)
    {
        await FollowedAsync(exchange);
        var citizen = stage.Citizen(alias);
        var unwanted = stage.Text(citizen, item, value);
        var records = await reading.OfAsync(exchange, citizen);
        expect.That($"「{exchange}」で「{alias}」の{item}が {unwanted} でない", records.Count == 0 ? "示されない" : $"{item}: " + Values(records, item),
            !records.Any(record => ItemComparison.Same(stage.TypeOf(item), unwanted, record.GetValueOrDefault(item))));
    }

    [Given(@"^「([^」]+)」で「([^」]+)」の「([^」]+)」が「([^」]*)」になっている$")]
    public async Task HasBecome(string exchange, string alias, string item, string value)
    {
        var citizen = stage.Citizen(alias);
        var (records, seen) = await stage.AwaitPreparedAsync(() => reading.OfAsync(exchange, citizen), found => found.Any(record => ItemComparison.Same(stage.TypeOf(item), value, record.GetValueOrDefault(item))));
        if (!seen)
        {
            throw new PreparationException($"「{item}」 of 「{alias}」 was to be 「{value}」 beforehand, but 「{exchange}」 shows {(records.Count == 0 ? "nobody" : Values(records, item))}.");
        }
    }

    [Given(@"^「([^」]+)」に「([^」]+)」が示されている$")]
    public async Task HasBeenShown(string exchange, string alias)
    {
        var (_, seen) = await stage.AwaitPreparedAsync(() => reading.OfAsync(exchange, stage.Citizen(alias)), found => found.Count > 0);
        if (!seen)
        {
            throw new PreparationException($"「{exchange}」 was to show 「{alias}」 beforehand, and does not.");
        }
    }

    [Given(@"^「([^」]+)」に「([^」]+)」の「([^」]+)」が示されている$")]
    public async Task HasShown(string exchange, string alias, string items)
    {
        foreach (var item in items.Split('、'))
        {
            await HasBecome(exchange, alias, item, stage.Citizen(alias).Item(item) ?? throw new PreparationException($"「{alias}」 has no 「{item}」."));
        }
    }

    [Then(Words.Blame + "「([^」]+)」に「([^」]+)」の「([^」]+)」が(?:申請のとおり|送ったとおり|送られたとおり)?示される$")]
    public Task ShowsTheItems(string exchange, string alias, string items) => ShowsAsync(exchange, alias, items.Split('、'));

    [Then(Words.Blame + "「([^」]+)」に「([^」]+)」の次の項目が(?:申請のとおり|送ったとおり|送られたとおり)?示される$")]
    public Task ShowsItems(string exchange, string alias, DataTable items) => ShowsAsync(exchange, alias, items.Rows.Select(row => row["項目"]));

    private async Task ShowsAsync(string exchange, string alias, IEnumerable<string> items)
    {
        RequireNotRefused();
        var citizen = stage.Citizen(alias);
        var wanted = items.ToDictionary(item => item, item => citizen.Item(item) ?? "", StringComparer.Ordinal);
        var (records, seen) = await stage.AwaitAsync(() => reading.OfAsync(exchange, citizen), found => found.Any(record => ItemComparison.Differences(wanted, record, stage.TypeOf).Count == 0));
        var nearest = records.Select(record => ItemComparison.Differences(wanted, record, stage.TypeOf)).MinBy(differences => differences.Count);
        expect.That($"「{exchange}」に「{alias}」: " + string.Join("; ", wanted.Select(item => $"{item.Key}: {item.Value}")),
            seen ? "そのとおり" : nearest is null ? $"「{alias}」が示されない" : string.Join("; ", nearest.Select(difference => $"{difference.Item}: {(difference.Read is { Length: > 0 } read ? read : "（無し）")}")), seen);
    }

    [Then(Words.Blame + "「([^」]+)」に「([^」]+)」の次の項目が示されない$")]
    public async Task HidesItems(string exchange, string alias, DataTable items)
    {
        // Only of somebody who is shown can it be said that something of them is not.
        var citizen = stage.Citizen(alias);
        bool Hidden(IReadOnlyDictionary<string, string?> record) => items.Rows.All(row => citizen.Item(row["項目"]) is not { Length: > 0 } value || !record.Values.Any(shown => shown?.Contains(value, StringComparison.Ordinal) == true));
        var (records, seen) = await stage.AwaitAsync(() => reading.OfAsync(exchange, citizen), found => found.Count > 0 && found.All(Hidden));
        if (records.Count == 0)
        {
            throw new PreparationException($"「{exchange}」 does not show 「{alias}」 at all, so nothing can be said about what it hides.");
        }

        expect.That($"「{exchange}」に「{alias}」の" + string.Join("、", items.Rows.Select(row => row["項目"])) + "が示されない", seen ? "示されない" : Told(records), seen);
    }

    [Then(Words.Blame + "「([^」]+)」に示された「([^」]+)」の項目が連携「([^」]+)」に定められた形である$")]
    public async Task HasTheForm(string exchange, string alias, string linkage)
    {
        var (records, seen) = await stage.AwaitAsync(() => reading.OfAsync(exchange, stage.Citizen(alias)), found => found.Count > 0);
        var faults = records.SelectMany(record => ItemForm.Faults(stage.Setting.Standard, linkage, record)).Distinct().ToList();
        expect.That($"「{exchange}」の「{alias}」の形（{linkage}: データ型、桁数、コード）", !seen ? "示されない" : faults.Count == 0 ? $"{records.Count} 件、そのとおり" : string.Join("; ", faults), seen && faults.Count == 0);
    }

    private async Task FollowedAsync(string exchange)
    {
        var follower = await stage.FollowerAsync();
        var (_, seen) = await stage.AwaitAsync(() => reading.OfAsync(exchange, follower), found => found.Count > 0);
        if (!seen)
        {
            throw new PreparationException($"Somebody to whom the same happened afterwards is not shown by 「{exchange}」, so nothing can be said about who is not.");
        }
    }

    // What was refused cannot be there, and another step blames the refusal; 5xx says nothing at all.
    private void RequireNotRefused()
    {
        if (stage.HasFailed)
        {
            throw new PreparationException($"The target failed at what was to be seen: {Registry.Describe(stage.Last)}");
        }
    }

    private static string Values(IReadOnlyList<IReadOnlyDictionary<string, string?>> records, string item) =>
        string.Join("、", records.Select(record => record.GetValueOrDefault(item) is { Length: > 0 } value ? value : "（無し）").Distinct());

    private static string Told(IReadOnlyList<IReadOnlyDictionary<string, string?>> records) => $"{records.Count} 件: " + string.Join(" ／ ", records.Take(3).Select(record =>
        string.Join(", ", record.Where(item => item.Value is { Length: > 0 }).Take(8).Select(item => $"{item.Key} {item.Value}"))));
}
