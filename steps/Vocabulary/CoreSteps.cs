using Conformance.Drivers;
using Conformance.Mocks;
using Conformance.Steps.Assertions;
using Conformance.Steps.People;
using Conformance.Steps.Running;

namespace Conformance.Steps.Vocabulary;

/// <summary>
/// The role 標準準拠システム: the harness plays 住登外者宛名番号管理機能. What the target sends is asserted from the journal of
/// that neighbour; what it keeps is read from its own ledger.
/// </summary>
[Binding]
public sealed class CoreSteps(Stage stage, Registry registry, Expectations expect)
{
    // 基本４情報, and what 基本データリスト requires of the output for a Japanese person (項目定義書 03100004, 03100005).
    private static readonly string[] NoticeItems = [.. Registry.BasicItems, "氏_日本人", "名_日本人"];
    private static readonly string[] TellingItems = ["氏名", "氏名_フリガナ", "住所_番地号表記"];

    private const string Neighbour = "住登外者宛名番号管理機能";

    private MockHost Neighbours => stage.Neighbours(Neighbour);

    private InnerRegistry? Inside => stage.Inside(Neighbour);

    [Given(@"^住登外者宛名番号管理機能に「([^」]+)」が登録されている$")]
    public async Task TheNeighbourKnows(string alias)
    {
        var citizen = stage.Citizen(alias);
        if (Inside is { } own)
        {
            await own.RegisterAsync(citizen);
            return;
        }

        citizen.Number = Neighbours.Atena.Register(citizen.Items);
    }

    [Given(@"^住登外者宛名番号管理機能に「([^」]+)」と同じ基本４情報の「([^」]+)」が登録されている$")]
    public Task TheNeighbourKnowsATwin(string alias, string twin)
    {
        stage.Add(new Citizen(twin, stage.Setting.People.NearMiss(stage.Citizen(alias).Person, "個人番号", twin)));
        return TheNeighbourKnows(twin);
    }

    [Given(@"^住登外者宛名番号管理機能に「([^」]+)」が過去の情報として登録されている$")]
    public async Task TheNeighbourKnowsThePast(string alias)
    {
        var citizen = stage.Citizen(alias);
        if (Inside is { } own)
        {
            await own.RegisterPastAsync(citizen);
            return;
        }

        citizen.Number = Neighbours.Atena.Register(stage.Setting.People.Moved(citizen.Person).Items);
        Neighbours.Atena.RegisterPast(citizen.Number, citizen.Items);
    }

    [Given(@"^住登外者宛名番号管理機能が「([^」]+)」への答えとして「([^」]+)」だけが違う「([^」]+)」を返す$")]
    public async Task TheNeighbourAnswersANearMiss(string alias, string item, string near)
    {
        var citizen = stage.Citizen(alias);
        var other = stage.Add(new Citizen(near, stage.Setting.People.NearMiss(citizen.Person, item, near)));
        if (Inside is { } own)
        {
            // What it answers cannot be chosen; that it knows somebody similar can.
            await own.RegisterAsync(other);
            return;
        }

        other.Number = Neighbours.Atena.Register(other.Items);
        Neighbours.Atena.PrepareAnswer(new PreparedAnswer
        {
            Operation = AtenaOperations.Inquiry,
            Containing = new Dictionary<string, string> { ["氏名"] = citizen.Items["氏名"] },
            Candidates = [new Dictionary<string, string>(other.Items, StringComparer.Ordinal) { ["宛名番号"] = other.Number }],
        });
    }

    [Given(@"^住登外者「([^」]+)」が業務DBに登録されている$")]
    public Task IsInTheLedger(string alias) => EnterAsync(stage.Create(alias));

    [Given(@"^「([^」]+)」と同じ基本４情報の「([^」]+)」が業務DBに登録されている$")]
    public Task ATwinIsInTheLedger(string alias, string twin) =>
        EnterAsync(stage.Add(new Citizen(twin, stage.Setting.People.NearMiss(stage.Citizen(alias).Person, "個人番号", twin))));

    [Given(@"^業務DBで「([^」]+)」が「([^」]+)」に名寄せされている$")]
    public async Task AreLinkedInTheLedger(string source, string main)
    {
        var (from, to) = (stage.Citizen(source), stage.Citizen(main));
        await registry.DoAsync(stage.Duties.Link, from, PeopleSteps.Link(from, to));
        await ClaimAsync("名寄せ", from);
        var (_, linked) = await stage.AwaitPreparedAsync(() => LedgerAsync(from.Number), found => found.Count > 0 && found[0].GetValueOrDefault("名寄せ先宛名番号") == to.Number);
        if (!linked)
        {
            throw new PreparationException($"「{source}」 was linked to 「{main}」 beforehand, but the ledger does not show it.");
        }
    }

    [When(@"^「([^」]+)」が住民となって「([^」]+)」が行われる$")]
    public async Task BecomesAResident(string alias, string exchange)
    {
        var citizen = stage.Citizen(alias);
        citizen.ResidentNumber = stage.Setting.People.ResidentNumber(citizen.Person).Value;
        await stage.PerformAsync(new FunctionCall(exchange, stage.Items(exchange, citizen.Items, about: citizen)));
    }

    [Then(Words.Blame + "「([^」]+)」の基本４情報を条件とする「([^」]+)」が送られている$")]
    public async Task TheInquiryCarriesTheBasicItems(string alias, string operation)
    {
        var citizen = stage.Citizen(alias);
        var entry = await ClaimAsync(operation, citizen);
        var missing = Registry.BasicItems.Where(item => citizen.Items.GetValueOrDefault(item) is { Length: > 0 } value && entry?.Mentions(item, value) != true).ToList();
        expect.That($"「{operation}」の条件に {string.Join("、", Registry.BasicItems)}",
            entry is null ? $"「{alias}」の「{operation}」が送られていない" : "条件: " + string.Join("、", entry.Conditions.Select(condition => $"{condition.Item}={condition.Value}")) + (missing.Count > 0 ? "（無い: " + string.Join("、", missing) + "）" : ""),
            entry is not null && missing.Count == 0);
    }

    [Then(Words.Blame + "「([^」]+)」を探す「([^」]+)」が送られている$")]
    public async Task TheInquiryLooksForThem(string alias, string operation)
    {
        var entry = await ClaimAsync(operation, stage.Citizen(alias));
        expect.That($"「{alias}」を探す「{operation}」", entry is null ? "送られていない" : "条件: " + string.Join("、", entry.Conditions.Select(condition => $"{condition.Item}={condition.Value}")), entry is not null);
    }

    [Then(Words.Blame + "「([^」]+)」の基本４情報をもつ「([^」]+)」が定められた形で送られている$")]
    public async Task TheRequestHasTheFixedForm(string alias, string operation)
    {
        var citizen = stage.Citizen(alias);
        var entry = await ClaimAsync(operation, citizen);
        var faults = entry is null ? [] : entry.Reasons.Concat(Wrong(citizen.Items, entry)).ToList();
        expect.That($"API仕様の形の「{operation}」に「{alias}」の内容", entry is null ? $"「{alias}」の「{operation}」が送られていない" : faults.Count == 0 ? "そのとおり" : string.Join("; ", faults), entry is not null && faults.Count == 0);
    }

    [Then(Words.Blame + "「([^」]+)」の(?:変更後の)?宛名基本情報が「([^」]+)」として送られている$")]
    public async Task TheRecordIsSent(string alias, string operation)
    {
        var citizen = stage.Citizen(alias);
        var entry = await ClaimAsync(operation, citizen);
        var faults = entry is null ? [] : Wrong(Identified(citizen, operation == "削除" ? [] : citizen.Items), entry).ToList();
        expect.That($"「{operation}」に宛名番号 {citizen.Number} の宛名基本情報", entry is null ? "送られていない" : faults.Count == 0 ? "そのとおり" : string.Join("; ", faults), entry is not null && faults.Count == 0);
    }

    [Then(Words.Blame + "「([^」]+)」の宛名基本情報が「([^」]+)」(を名寄せ先とする|からの)「([^」]+)」として送られている$")]
    public async Task TheLinkIsSent(string source, string main, string relation, string operation)
    {
        var (from, to) = (stage.Citizen(source), stage.Citizen(main));
        var entry = await ClaimAsync(operation, from, to);
        var wanted = Identified(from, new Dictionary<string, string>());
        if (relation == "を名寄せ先とする")
        {
            wanted["名寄せ先宛名番号"] = to.Number ?? "";
        }

        var faults = entry is null ? [] : Wrong(wanted, entry).ToList();
        expect.That($"「{operation}」に 名寄せ元 {from.Number}、名寄せ先 {to.Number}", entry is null ? "送られていない" : faults.Count == 0 ? "そのとおり" : string.Join("; ", faults), entry is not null && faults.Count == 0);
    }

    [Then(Words.Blame + "業務DBに「([^」]+)」が(?:答えられた)?宛名番号とともに登録されている$")]
    public async Task IsKeptWithTheNumber(string alias)
    {
        var citizen = stage.Citizen(alias);
        citizen.Number ??= await AnsweredNumberAsync(citizen);
        await ExpectLedger(citizen, citizen.Number, new Dictionary<string, string> { ["氏名"] = citizen.Items["氏名"] });
    }

    [Then(Words.Blame + "業務DBの「([^」]+)」が変更後の内容になっている$")]
    public Task IsKeptAsChanged(string alias) => ExpectLedger(stage.Citizen(alias), stage.Citizen(alias).Number, Basic(stage.Citizen(alias)));

    [Then(Words.Blame + "業務DBに「([^」]+)」が住民宛名番号のまま登録されている$")]
    public Task IsKeptUnderTheResidentNumber(string alias) => ExpectLedger(stage.Citizen(alias), stage.Citizen(alias).ResidentNumber, Basic(stage.Citizen(alias)));

    [Then(Words.Blame + "業務DBに住民となった「([^」]+)」が登録されている$")]
    public Task TheResidentIsKept(string alias) => ExpectLedger(stage.Citizen(alias), stage.Citizen(alias).ResidentNumber,
        new Dictionary<string, string> { ["氏名"] = stage.Citizen(alias).Items["氏名"], ["生年月日"] = stage.Citizen(alias).Items["生年月日"] });

    [Then(Words.Blame + "業務DBの住登外者「([^」]+)」が住民に名寄せされている$")]
    public Task IsLinkedToTheResident(string alias) =>
        ExpectLink(stage.Citizen(alias).Number, stage.Citizen(alias).ResidentNumber, "住民宛名番号", "名寄せ先宛名番号");

    [Then(Words.Blame + "業務DBで「([^」]+)」が名寄せ元、「([^」]+)」が名寄せ先になっている$")]
    public Task AreSorted(string source, string main) => ExpectLink(stage.Citizen(source).Number, stage.Citizen(main).Number);

    [Then(Words.Blame + "業務DBで「([^」]+)」の「([^」]+)」への名寄せが解かれている$")]
    public Task AreSeparated(string source, string main) => ExpectLink(stage.Citizen(source).Number, null);

    private static Dictionary<string, string> Basic(Citizen citizen) =>
        citizen.Items.Where(item => Registry.BasicItems.Contains(item.Key)).ToDictionary(item => item.Key, item => item.Value);

    private static Dictionary<string, string> Identified(Citizen citizen, IEnumerable<KeyValuePair<string, string>> items) =>
        new(items.Where(item => NoticeItems.Contains(item.Key)), StringComparer.Ordinal) { ["宛名番号"] = citizen.Number ?? "" };

    private IEnumerable<string> Wrong(IEnumerable<KeyValuePair<string, string>> wanted, JournalEntry entry) =>
        wanted.Where(item => !ItemComparison.Same(stage.TypeOf(item.Key), item.Value, entry.Items.GetValueOrDefault(item.Key)))
            .Select(item => $"{item.Key}: {entry.Items.GetValueOrDefault(item.Key) ?? "（無し）"}（正: {item.Value}）");

    /// <summary>The next request of that kind that is about the person, claimed for this scenario; null when none came in time, or where it stays inside a package.</summary>
    private Task<JournalEntry?> ClaimAsync(string operation, params Citizen[] about) => Inside is not null ? Task.FromResult<JournalEntry?>(null) : stage.JournalOf(Neighbour).ClaimNextAsync(
        entry => entry.Operation == operation && about.Any(citizen => IsAbout(entry, citizen)),
        $"{stage.ScenarioId}@{stage.Surface}", stage.Setting.SeeDeadline, stage.Cancellation);

    // Whose request it is: by what nobody else has where it says so, else by one telling item. Which items are right is for the assertion.
    private static bool IsAbout(JournalEntry entry, Citizen citizen)
    {
        if (citizen.Number is { } number && (entry.Mentions("宛名番号", number) || entry.Mentions("名寄せ先宛名番号", number)))
        {
            return true;
        }

        return entry.Items.GetValueOrDefault("個人番号") is { Length: > 0 } personal
            ? personal == citizen.Items.GetValueOrDefault("個人番号")
            : TellingItems.Any(item => citizen.Items.GetValueOrDefault(item) is { Length: > 3 } value && entry.Mentions(item, value));
    }

    private async Task EnterAsync(Citizen citizen)
    {
        // By way of the flow itself: asked for, nobody suits, numbered.
        foreach (var exchange in stage.Duties.Enter)
        {
            await registry.DoAsync(exchange, citizen, citizen.Items);
        }

        await ClaimAsync("照会", citizen);
        citizen.Number = await AnsweredNumberAsync(citizen);
        var (records, seen) = await stage.AwaitAsync(() => LedgerAsync(citizen.Number), found => found.Count > 0);
        if (!seen)
        {
            throw new PreparationException($"「{citizen.Alias}」 was registered beforehand, but the ledger shows {records.Count} records under {citizen.Number}.");
        }
    }

    private async Task<string> AnsweredNumberAsync(Citizen citizen)
    {
        if (Inside is { } own)
        {
            return await own.NumberOfAsync(citizen, [.. stage.Everybody.Where(other => other != citizen).Select(other => other.Number).OfType<string>()])
                ?? throw new PreparationException($"「{citizen.Alias}」 is known to {Neighbour}, which is inside the package, under no number.");
        }

        var claimed = $"{stage.ScenarioId}@{stage.Surface}";
        var entry = stage.JournalOf(Neighbour).Find(candidate => candidate.Operation == "付番" && candidate.ClaimedBy == claimed && IsAbout(candidate, citizen)) is [.., var last]
            ? last : await ClaimAsync("付番", citizen);
        var answer = entry is null ? null : Newtonsoft.Json.Linq.JObject.Parse(entry.ResponseBody).SelectToken("$.result[0].atenabango")?.ToString();
        return answer ?? throw new PreparationException($"No number was answered for 「{citizen.Alias}」.");
    }

    private async Task<IReadOnlyList<IReadOnlyDictionary<string, string?>>> LedgerAsync(string? number)
    {
        var answer = await stage.ObserveAsync(new FunctionCall(stage.Duties.Ledger, new Dictionary<string, string?>())
        {
            Conditions = [new SearchCondition("宛名番号", number ?? "", SearchMatch.Exact)],
        });
        return answer.Outcome switch
        {
            Outcome.Accepted => [.. answer.Records.Where(record => record.GetValueOrDefault("宛名番号") == number)],
            Outcome.Refused => [],
            _ => throw new PreparationException($"The ledger could not be read: {Registry.Describe(answer)}"),
        };
    }

    private async Task ExpectLedger(Citizen citizen, string? number, Dictionary<string, string> wanted)
    {
        var (records, seen) = await stage.AwaitAsync(() => LedgerAsync(number), found => found.Any(record => ItemComparison.Differences(wanted, record, stage.TypeOf).Count == 0));
        expect.That($"業務DBに「{citizen.Alias}」（{number}）: {string.Join("; ", wanted.Select(item => $"{item.Key}: {item.Value}"))}",
            records.Count == 0 ? "その番号の記録がない" : string.Join("; ", ItemComparison.Differences(wanted, records[0], stage.TypeOf).Select(difference => $"{difference.Item}: {difference.Read ?? "（無し）"}").DefaultIfEmpty("そのとおり")),
            seen);
    }

    /// <param name="items">Items of the ledger of which one shows the link.</param>
    private async Task ExpectLink(string? source, string? main, params string[] items)
    {
        string[] shown = items.Length > 0 ? items : ["名寄せ先宛名番号"];
        bool Linked(IReadOnlyDictionary<string, string?> record) => main is null
            ? shown.All(item => record.GetValueOrDefault(item) is not { Length: > 0 })
            : shown.Any(item => record.GetValueOrDefault(item) == main);
        var (records, seen) = await stage.AwaitAsync(() => LedgerAsync(source), found => found.Count > 0 && Linked(found[0]));
        expect.That(main is null ? $"{source} に名寄せ先がない" : $"{source} の名寄せ先が {main}",
            records.Count == 0 ? "その番号の記録がない" : string.Join("、", shown.Select(item => $"{item}: {(records[0].GetValueOrDefault(item) is { Length: > 0 } number ? number : "なし")}")), seen);
    }
}
