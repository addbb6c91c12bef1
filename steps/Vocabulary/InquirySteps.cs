using Conformance.Drivers;
using Conformance.Steps.Assertions;
using Conformance.Steps.People;
using Conformance.Steps.Running;

namespace Conformance.Steps.Vocabulary;

/// <summary>ならば about whom an inquiry shows: only the scenario's own people are looked for, never a count.</summary>
[Binding]
public sealed class InquirySteps(Stage stage, Registry registry, Expectations expect)
{
    [Then(Words.Blame + "「([^」]+)」が見つかる$")]
    public Task IsFound(string alias) => AreFound([stage.Citizen(alias)]);

    [Then(Words.Blame + "「([^」]+)」と「([^」]+)」が見つかる$")]
    public Task AreFound(string first, string second) => AreFound([stage.Citizen(first), stage.Citizen(second)]);

    [Then(Words.Blame + "「([^」]+)」が宛名番号で見つかる$")]
    public async Task IsFoundByNumber(string alias)
    {
        var citizen = stage.Citizen(alias);
        var (records, seen) = await stage.AwaitAsync(() => registry.FindByNumberAsync(citizen.Number ?? ""), found => found.Any(record => Is(citizen, record)));
        expect.That($"「{alias}」が宛名番号 {citizen.Number} で見つかる", Told(records), seen);
    }

    [Then(Words.Blame + "「([^」]+)」と「([^」]+)」がそれぞれの宛名番号で見つかる$")]
    [Then(Words.Blame + "「([^」]+)」と「([^」]+)」の宛名番号が変わっていない$")]
    public async Task KeepTheirNumbers(string first, string second)
    {
        foreach (var citizen in new[] { stage.Citizen(first), stage.Citizen(second) })
        {
            var (records, seen) = await stage.AwaitAsync(() => registry.FindByNumberAsync(citizen.Number ?? ""), found => found.Any(record =>
                Is(citizen, record) && ItemComparison.Same("Ｎ", citizen.Items.GetValueOrDefault("個人番号"), record.GetValueOrDefault("個人番号"))));
            expect.That($"「{citizen.Alias}」が宛名番号 {citizen.Number} で見つかる", Told(records), seen);
        }
    }

    [Then(Words.Blame + "「([^」]+)」は見つからない$")]
    public async Task IsNotFound(string alias)
    {
        var citizen = stage.Citizen(alias);
        var inquiry = Inquiry();
        await stage.FenceAsync(registry);
        var (records, absent) = await stage.AwaitAsync(() => registry.FindAsync(inquiry), found => !found.Any(record => Is(citizen, record)));
        expect.That($"「{alias}」が答えに含まれない", Told(records), absent);
    }

    [Then(Words.Blame + "答えに「([^」]+)」の宛名番号と基本４情報が正しく含まれる$")]
    public async Task TheAnswerIsRight(string alias)
    {
        var citizen = stage.Citizen(alias);
        var expected = citizen.Items.Where(item => Registry.BasicItems.Contains(item.Key)).ToDictionary(item => item.Key, item => item.Value);
        expected["宛名番号"] = citizen.Number ?? "";
        var inquiry = Inquiry();
        var (records, right) = await stage.AwaitAsync(() => registry.FindAsync(inquiry), found => found.Any(record => ItemComparison.Differences(expected, record, stage.TypeOf).Count == 0));
        if (right)
        {
            expect.That($"答えに「{alias}」の番号と基本４情報が正しく含まれる", "含まれる", held: true);
            return;
        }

        // If another observer does not show it either, it is the storing and not the answering that went wrong.
        var history = await registry.HistoryAsync(citizen);
        var content = expected.Where(item => item.Key != "宛名番号").ToDictionary(item => item.Key, item => item.Value);
        if (history.Count > 0 && history.All(state => ItemComparison.Differences(content, state, stage.TypeOf).Count > 0))
        {
            throw new PreparationException($"No observer shows 「{alias}」 as registered, so nothing can be said about the answer.");
        }

        var nearest = records.Select(record => ItemComparison.Differences(expected, record, stage.TypeOf)).MinBy(differences => differences.Count);
        expect.That(
            $"答えに「{alias}」: {string.Join("; ", expected.Select(item => $"{item.Key}: {item.Value}"))}",
            nearest is null ? "誰も答えられない" : string.Join("; ", nearest.Select(difference => $"{difference.Item}: {difference.Read ?? "（無し）"}")), held: false);
    }

    private async Task AreFound(IReadOnlyList<Citizen> wanted)
    {
        var inquiry = Inquiry();
        var (records, seen) = await stage.AwaitAsync(() => registry.FindAsync(inquiry), found => wanted.All(citizen => found.Any(record => Is(citizen, record))));
        expect.That(string.Join("、", wanted.Select(citizen => $"「{citizen.Alias}」（{citizen.Number}）")) + "が見つかる", Told(records), seen);
    }

    // By number where there is one, and by what nobody else has otherwise: the answer's own number may be what is wrong.
    private static bool Is(Citizen citizen, IReadOnlyDictionary<string, string?> record) =>
        (citizen.Number is { } number && record.GetValueOrDefault("宛名番号") == number)
        || (citizen.Items.TryGetValue("個人番号", out var personal) && record.GetValueOrDefault("個人番号") == personal);

    private FunctionCall Inquiry() => stage.Inquiry ?? throw new PreparationException("No inquiry was made before this step.");

    private static string Told(IReadOnlyList<IReadOnlyDictionary<string, string?>> records) => records.Count == 0
        ? "誰も見つからない"
        : $"{records.Count} 件: " + string.Join("、", records.Take(5).Select(record => $"{record.GetValueOrDefault("宛名番号")} {record.GetValueOrDefault("氏名")}"));
}
