using Conformance.Steps.Assertions;
using Conformance.Steps.People;
using Conformance.Steps.Running;

namespace Conformance.Steps.Vocabulary;

/// <summary>
/// ならば about what the target keeps. What was stored is read through every observer there is: only when none shows it as
/// it was sent is it the storing function's fault; when one does, the fault is the observer's, and another step blames that.
/// </summary>
[Binding]
public sealed class StoredSteps(Stage stage, Registry registry, Expectations expect)
{
    private int entriesBefore;

    [Then(Words.Blame + "「([^」]+)」が送った内容のとおり登録されている$")]
    public async Task IsStoredAsSent(string alias)
    {
        var citizen = stage.Citizen(alias);
        var (found, stored) = await stage.AwaitAsync(() => registry.StoredAsync(citizen), observed => observed.Stored);
        expect.That($"「{alias}」: {Told(citizen.Items)}", stored ? "そのとおり" : found.Told, stored);
    }

    [Then(Words.Blame + "「([^」]+)」は登録されない$")]
    public async Task IsNotStored(string alias)
    {
        var citizen = stage.Citizen(alias);
        await stage.FenceAsync(registry);
        var keys = citizen.Items;
        var found = await registry.FindByKeysAsync(keys, stage.Altered);
        var mine = found.Where(record => registry.Keys(keys, stage.Altered).All(key => record.GetValueOrDefault(key) == keys[key])).ToList();
        expect.That($"「{alias}」が登録されていない", mine.Count == 0 ? "登録されていない" : "登録されている: " + string.Join(", ", mine.Select(record => record.GetValueOrDefault("宛名番号"))), mine.Count == 0);
    }

    [Then(Words.Blame + "「([^」]+)」が削除されている$")]
    public async Task IsDeleted(string alias)
    {
        var (deleted, told) = await registry.DeletedAsync(stage.Citizen(alias));
        expect.That($"「{alias}」が削除されている", told, deleted);
    }

    [Then(Words.Blame + "「([^」]+)」が住民宛名番号のまま受け入れられる$")]
    public async Task KeepsTheResidentNumber(string alias)
    {
        var citizen = stage.Citizen(alias);
        var answered = Registry.NumberOf(stage.Last);
        if (stage.Last.Outcome != Drivers.Outcome.Accepted || (answered is not null && answered != citizen.ResidentNumber))
        {
            expect.That($"番号 {citizen.ResidentNumber} のまま受け入れられる", Registry.Describe(stage.Last), held: false);
        }

        var (found, seen) = await stage.AwaitAsync(() => registry.SeenUnderAsync(citizen, citizen.ResidentNumber!, []), observed => observed.Seen);
        expect.That($"番号 {citizen.ResidentNumber} のまま受け入れられる", seen ? "そのとおり" : found.Told, seen);
    }

    [Then(Words.Blame + "「([^」]+)」の「([^」]+)」が一度だけ処理されている$")]
    public async Task IsDoneOnce(string alias, string exchange)
    {
        var citizen = stage.Citizen(alias);
        RequireHistory();
        var (history, _) = await stage.AwaitAsync(() => registry.HistoryAsync(citizen), states => states.Any(state => Same(citizen.Items, state)));
        var times = history.Count(state => Same(citizen.Items, state));

        // Where the state before is missing, the history itself is what is wrong, and another step blames that.
        var overwritten = !history.Any(state => Same(citizen.PreviousItems, state));
        expect.That($"「{exchange}」が一度だけ処理されている", $"更新履歴に同じ内容が {times} 件", times <= 1 || overwritten);
    }

    [Then(Words.Blame + "更新履歴に「([^」]+)」の変更前と変更後が順に残っている$")]
    [Then(Words.Blame + "更新履歴に「([^」]+)」のすべての状態が順に残っている$")]
    public async Task HistoryHoldsTheStatesInOrder(string alias)
    {
        var citizen = stage.Citizen(alias);
        RequireHistory();
        var (history, seen) = await stage.AwaitAsync(() => registry.HistoryAsync(citizen), states => InOrder(citizen.States, states));
        expect.That($"更新履歴に {citizen.States.Count} つの状態が古い順に残っている", Told(history, citizen), seen);
    }

    [Then(Words.Blame + "更新履歴に「([^」]+)」の(?:削除前の内容|登録)が残っている$")]
    public async Task HistoryHoldsTheContent(string alias)
    {
        var citizen = stage.Citizen(alias);
        RequireHistory();
        var (history, seen) = await stage.AwaitAsync(() => registry.HistoryAsync(citizen), states => states.Any(state => Same(citizen.Items, state)));
        expect.That($"更新履歴に「{alias}」の内容が残っている", Told(history, citizen), seen);
    }

    [Given(@"^「([^」]+)」の更新履歴の件数が控えてある$")]
    public async Task TheHistoryIsCounted(string alias)
    {
        RequireHistory();
        entriesBefore = (await registry.HistoryAsync(stage.Citizen(alias))).Count;
    }

    [Then(Words.Blame + "更新履歴に「([^」]+)」の削除が加わっている$")]
    public async Task HistoryHoldsTheDeletion(string alias)
    {
        // How a deletion is marked is not laid down, so only that something was added can be expected.
        var (history, seen) = await stage.AwaitAsync(() => registry.HistoryAsync(stage.Citizen(alias)), states => states.Count > entriesBefore);
        expect.That($"更新履歴が {entriesBefore} 件より増えている", $"{history.Count} 件", seen);
    }

    [Then(Words.Blame + "更新履歴に「([^」]+)」の変更前の「([^」]+)」が残っている$")]
    public async Task HistoryHoldsTheOldValue(string alias, string item)
    {
        var citizen = stage.Citizen(alias);
        RequireHistory();
        var old = citizen.PreviousItems.GetValueOrDefault(item) ?? "";
        var (history, seen) = await stage.AwaitAsync(() => registry.HistoryAsync(citizen),
            states => states.Take(Math.Max(0, states.Count - 1)).Any(state => ItemComparison.Same(stage.TypeOf(item), old, state.GetValueOrDefault(item))));
        expect.That($"更新履歴に変更前の {item}: {old}", history.Count == 0 ? "履歴なし" : string.Join(" → ", history.Select(state => state.GetValueOrDefault(item) ?? "（無し）")), seen);
    }

    private void RequireHistory()
    {
        if (!stage.Setting.Offers(stage.Duties.History))
        {
            throw new NotOfferedException(stage.Duties.History.Length > 0 ? stage.Duties.History : "履歴照会");
        }
    }

    private bool Same(IReadOnlyDictionary<string, string> sent, IReadOnlyDictionary<string, string?> read) =>
        ItemComparison.Differences(sent, read, stage.TypeOf).Count == 0;

    private bool InOrder(IReadOnlyList<IReadOnlyDictionary<string, string>> wanted, IReadOnlyList<IReadOnlyDictionary<string, string?>> states)
    {
        var next = 0;
        foreach (var state in states)
        {
            if (next < wanted.Count && Same(wanted[next], state))
            {
                next++;
            }
        }

        return next == wanted.Count;
    }

    private string Told(IReadOnlyList<IReadOnlyDictionary<string, string?>> history, Citizen citizen) => history.Count == 0
        ? "履歴なし"
        : $"{history.Count} つの状態: " + string.Join(" → ", history.Select(state =>
            citizen.States.Select((wanted, i) => (wanted, i)).FirstOrDefault(pair => Same(pair.wanted, state)) is { wanted: not null } match ? $"状態{match.i + 1}" : "別の内容"));

    private static string Told(IReadOnlyDictionary<string, string> items) => string.Join("; ", items.Take(12).Select(item => $"{item.Key}: {item.Value}"));
}
