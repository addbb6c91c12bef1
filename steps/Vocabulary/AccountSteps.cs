using Conformance.Mocks;
using Conformance.Steps.Assertions;
using Conformance.Steps.People;
using Conformance.Steps.Running;

namespace Conformance.Steps.Vocabulary;

/// <summary>The harness as 公的給付支給等口座 behind 団体内統合宛名機能: what is registered there, and what the target asked.</summary>
[Binding]
public sealed class AccountSteps(Stage stage, Portal portal, Reading reading, Expectations expect)
{
    private readonly Dictionary<string, BankAccount> accounts = new(StringComparer.Ordinal);
    private readonly List<IDisposable> down = [];

    private MockHost Mocks => stage.Neighbours("公的給付支給等口座");

    [Given(@"^「([^」]+)」の公金受取口座が抹消されている$")]
    public void WasClosed(string alias)
    {
        IsRegistered(alias);
        IsClosed(alias);
    }

    [Given(@"^「([^」]+)」の公金受取口座が登録されている$")]
    public void IsRegistered(string alias) => Mocks.Accounts.Register(Person(alias), Made(alias, "0001"));

    [Given(@"^「([^」]+)」の公金受取口座が登録されていない$")]
    public void IsNotRegistered(string alias) => accounts.Remove(alias);

    [Given(@"^「([^」]+)」が口座情報の提供に応じていない$")]
    public void Refuses(string alias) => Mocks.Accounts.RefuseConsent(Person(alias));

    [When(@"^「([^」]+)」の公金受取口座が変更される$")]
    public void Changes(string alias) => Mocks.Accounts.Change(Person(alias), Made(alias, "0005"));

    [When(@"^「([^」]+)」の公金受取口座が抹消される$")]
    public void IsClosed(string alias)
    {
        accounts.Remove(alias);
        Mocks.Accounts.Close(Person(alias));
    }

    [Given(@"^「([^」]+)」の照会のあいだ情報提供ネットワークシステムが止まっている$")]
    public void TheNetworkIsDown(string alias) => down.Add(Mocks.Accounts.TakeDown(Person(alias)));

    [When(@"^情報提供ネットワークシステムが動き出す$")]
    public void TheNetworkIsUp()
    {
        down.ForEach(outage => outage.Dispose());
        down.Clear();
    }

    [AfterScenario]
    public void Clear() => TheNetworkIsUp();

    [Then(Words.Blame + "「([^」]+)」で「([^」]+)」の口座が公金受取口座である$")]
    public async Task HasTheRegisteredAccount(string exchange, string alias)
    {
        var wanted = portal.Items(accounts.GetValueOrDefault(alias) ?? throw new PreparationException($"「{alias}」 has no registered account."));
        await ExpectAsync(exchange, alias, wanted);
    }

    [Then(Words.Blame + "「([^」]+)」で「([^」]+)」の口座が申請した口座である$")]
    public Task HasTheOwnAccount(string exchange, string alias) =>
        ExpectAsync(exchange, alias, portal.Items(portal.AccountOf(stage.Citizen(alias)) ?? throw new PreparationException($"「{alias}」 named no account.")));

    [Then(Words.Blame + "「([^」]+)」の「([^」]+)」が送られている$")]
    public async Task WasSent(string alias, string operation)
    {
        var (entries, seen) = await stage.AwaitAsync(() => Task.FromResult(Sent(alias, operation)), found => found.Count > 0);
        expect.That($"「{alias}」の「{operation}」が送られている", seen ? $"{entries.Count} 件" : "送られていない", seen);
    }

    [Given(@"^「([^」]+)」の「([^」]+)」が送られている$")]
    public async Task TheControlWasSent(string alias, string operation)
    {
        var (_, seen) = await stage.AwaitAsync(() => Task.FromResult(Sent(alias, operation)), found => found.Count > 0);
        if (!seen)
        {
            throw new PreparationException($"「{operation}」 of 「{alias}」 is the control of this scenario, and it was not sent.");
        }
    }

    [Then(Words.Blame + "「([^」]+)」の「([^」]+)」が一度だけ送られている$")]
    public void WasSentOnce(string alias, string operation)
    {
        var entries = Sent(alias, operation);
        expect.That($"「{alias}」の「{operation}」が一度だけ", $"{entries.Count} 件", entries.Count == 1);
    }

    [Then(Words.Blame + "「([^」]+)」の「([^」]+)」が送られていない$")]
    public void WasNotSent(string alias, string operation)
    {
        var entries = Sent(alias, operation);
        expect.That($"「{alias}」の「{operation}」が送られていない", entries.Count == 0 ? "送られていない" : $"{entries.Count} 件送られている", entries.Count == 0);
    }

    [Then(Words.Blame + "送られた「([^」]+)」に「([^」]+)」の次の項目が含まれる$")]
    public void Carried(string operation, string alias, DataTable items)
    {
        var entries = Sent(alias, operation);
        var wanted = items.Rows.Select(row => row["項目"]).ToDictionary(item => item, item => stage.Citizen(alias).Item(item) ?? "", StringComparer.Ordinal);
        var missing = entries.Count == 0 ? wanted.Keys.ToList() : wanted.Where(item => !entries[^1].Mentions(item.Key, item.Value)).Select(item => item.Key).ToList();
        expect.That($"「{operation}」に " + string.Join("; ", wanted.Select(item => $"{item.Key}: {item.Value}")), missing.Count == 0 ? "含まれる" : "違うか無い: " + string.Join("、", missing), missing.Count == 0);
    }

    [Then(Words.Blame + "送られた「([^」]+)」に次の言葉が含まれない$")]
    public void DidNotCarry(string operation, DataTable words)
    {
        var entries = Mocks.Journal.Find(entry => entry.Operation == operation);
        if (entries.Count == 0)
        {
            throw new PreparationException($"No 「{operation}」 was sent at all, so nothing can be said about what it carries.");
        }

        var found = words.Rows.Select(row => row["言葉"]).Where(word => entries.Any(entry => entry.Body.Contains(word, StringComparison.OrdinalIgnoreCase) || entry.Path.Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
        expect.That($"「{operation}」{entries.Count} 件に含まれない", found.Count == 0 ? "含まれない" : "含まれる: " + string.Join("、", found), found.Count == 0);
    }

    [Then(Words.Blame + "送られた「([^」]+)」の「([^」]+)」が連携「([^」]+)」に定められた形である$")]
    public void HadTheForm(string alias, string operation, string linkage)
    {
        var entries = Sent(alias, operation);
        var faults = entries.SelectMany(entry => ItemForm.Faults(stage.Setting.Standard, linkage, entry.Items)).Distinct().ToList();
        expect.That($"{operation}の形（{linkage}: データ型、桁数、コード）", entries.Count == 0 ? "送られていない" : faults.Count == 0 ? "そのとおり" : string.Join("; ", faults), entries.Count > 0 && faults.Count == 0);
    }

    private async Task ExpectAsync(string exchange, string alias, IReadOnlyDictionary<string, string> wanted)
    {
        var (records, seen) = await stage.AwaitAsync(() => reading.OfAsync(exchange, stage.Citizen(alias)), found => found.Any(record => ItemComparison.Differences(wanted, record, stage.TypeOf).Count == 0));
        expect.That($"「{exchange}」で「{alias}」の口座: " + string.Join(" ", wanted.Values), seen ? "そのとおり" : records.Count == 0 ? "示されない" : string.Join(" ", wanted.Keys.Select(item => records[0].GetValueOrDefault(item) is { Length: > 0 } value ? value : "（無し）")), seen);
    }

    private IReadOnlyList<JournalEntry> Sent(string alias, string operation)
    {
        var citizen = stage.Citizen(alias);
        var own = stage.Parts.Correlates.Select(item => (item, Value: citizen.Item(item))).Where(pair => pair.Value is { Length: > 0 }).ToList();
        return Mocks.Journal.Find(entry => entry.Operation == operation && own.Any(pair => entry.Mentions(pair.item, pair.Value!)));
    }

    private string Person(string alias) => stage.Citizen(alias).Item(stage.Parts.Person) ?? throw new PreparationException($"「{alias}」 has no {stage.Parts.Person}, by which an account could be registered.");

    // Like the account that everybody has, but for the bank, the branch and a number of its own.
    private BankAccount Made(string alias, string bank)
    {
        var (citizen, items) = (stage.Citizen(alias), stage.Parts.Account);
        if (items.Count != 5)
        {
            throw new PreparationException("The role does not say which items make up an account; add `account:` with five items under `parts:` in contracts.yaml.");
        }

        string Own(int at) => stage.Text(citizen, items[at] + bank, stage.Setting.Role.Has.GetValueOrDefault(items[at])
            ?? throw new PreparationException($"Nobody of the role has 「{items[at]}」 under `has:`, so an account cannot be made up."));
        return accounts[alias] = new BankAccount(bank, "101", Own(2), Own(3), Shortened(Own(4)));
    }

    private static string Shortened(string holder) => holder.Length > 48 ? holder[..48] : holder;
}
