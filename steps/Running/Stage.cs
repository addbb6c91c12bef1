using System.Globalization;
using Conformance.Drivers;
using Conformance.Mocks;
using Conformance.Spec.Contracts;
using Conformance.Steps.Assertions;
using Conformance.Steps.Outputs;
using Conformance.Steps.People;

namespace Conformance.Steps.Running;

/// <summary>One scenario at work: its people, what was asked of the target last, and what was seen.</summary>
public sealed partial class Stage(RunSetting setting, ScenarioContext scenario, IReqnrollOutputHelper output) : IAsyncDisposable
{
    private readonly ScenarioDrivers drivers = setting.Target.BeginScenario();
    private readonly Dictionary<string, Citizen> citizens = new(StringComparer.Ordinal);
    private readonly DateTimeOffset began = setting.Time.GetUtcNow();
    private Citizen? fence;
    private Stage? inner;
    private int followers;
    private bool restsOnNeighbours;
    private bool neighboursAreGone;
    private bool sawOthers;
    private readonly List<string> batches = [];
    private readonly List<(string Alias, string Exchange)> lived = [];
    private IReadOnlyList<string> past = [];
    private readonly List<(string Alias, string Case)> cases = [];
    private IReadOnlyList<string> pastCases = [];

    // Exchanges of a look that may be followed by another; null while every exchange is kept at once.
    private List<Exchange>? held;
    private List<EvidenceFolder.Output>? heldOutputs;

    // Only what is performed on both surfaces can be compared.
    private readonly bool compared = setting.Target is { Api: not null, Ui: not null } && new[] { "api", "ui" }.All(tag => scenario.ScenarioInfo.CombinedTags.Contains(tag));

    public RunSetting Setting => setting;

    public Duties Duties { get; } = new(setting.Role);

    public Parts Parts { get; } = new(setting.Role);

    /// <summary>Stable ID in the brackets of the scenario's title.</summary>
    public string ScenarioId { get; } = Bracketed(scenario.ScenarioInfo.Title);

    // A new attempt has new people: the target may remember those of the one before.
    private string PeopleId { get; } = $"{Bracketed(scenario.ScenarioInfo.Title)}@{ScenarioPass.Surface(scenario)}{(ScenarioPass.Attempt(scenario) is > 0 and var attempt ? $"#{attempt}" : "")}";

    /// <summary><c>api</c> or <c>ui</c>.</summary>
    public string Surface { get; } = ScenarioPass.Surface(scenario);

    public CancellationToken Cancellation { get; } = ScenarioPass.Cancellation(scenario);

    // What the product does by itself answers nobody.
    private Observation last = new() { Outcome = Outcome.NotOffered };
    private string? unanswered;

    /// <summary>What the last もし saw.</summary>
    /// <exception cref="NotOfferedException">The product did it by itself (a batch), so nobody saw an answer.</exception>
    public Observation Last
    {
        get => unanswered is null ? last : throw new NotOfferedException(unanswered);
        private set => (last, unanswered) = (value, null);
    }

    /// <summary>Whether the target failed at the last もし; what it does by itself is told by what comes of it.</summary>
    public bool HasFailed => last.Outcome == Outcome.Failed;

    /// <summary>The document that the last もし brought; null where it brought none.</summary>
    public Document? Document { get; private set; }

    /// <summary>What the last もし sent, by item name.</summary>
    public IReadOnlyDictionary<string, string?> Sent { get; private set; } = new Dictionary<string, string?>();

    /// <summary>Items that the last もし sent otherwise than the person has them: useless for finding the person again.</summary>
    public IReadOnlyCollection<string> Altered { get; set; } = [];

    /// <summary>The inquiry of the last もし, so that a ならば can ask again until its deadline.</summary>
    public FunctionCall? Inquiry { get; private set; }

    /// <summary>Numbers given by the exchanges of the last もし.</summary>
    public List<string?> Numbers { get; } = [];

    public Citizen Citizen(string alias) => citizens.TryGetValue(alias, out var citizen)
        ? citizen
        : throw new PreparationException($"The scenario knows nobody called 「{alias}」; a 前提 has to introduce them.");

    public Citizen Add(Citizen citizen)
    {
        setting.Foreign?.Belongs(citizen.Items.Values);
        return citizens[citizen.Alias] = citizen;
    }

    /// <summary>Notes the number that somebody was given.</summary>
    public void Gave(Citizen citizen, string number)
    {
        citizen.Number ??= number;
        setting.Foreign?.Belongs([number]);
        setting.Numbers.Gave(number, $"{PeopleId}/{citizen.Alias}");
    }

    /// <summary>A number of this scenario's people that somebody else was given too; null where there is none.</summary>
    public string? SharedNumber() => setting.Numbers.Shared(citizens.Values.Select(citizen => citizen.Number));

    /// <summary>A new person who belongs to this scenario on this surface alone.</summary>
    public Citizen Create(string alias, params string[] traits) => Add(Unnoted(alias, traits));

    // Not among the people of the scenario: nobody asks about them by name.
    private Citizen Unnoted(string alias, params string[] traits) => SampleItems.Newcomer(setting, PeopleId, alias, traits);

    /// <summary>ローマ字 of an item, by which interfaces and files call it; the name itself where the standard has none.</summary>
    public string Field(string item) => setting.Standard.Items.FirstOrDefault(known => known.Name == item)?.Romaji
        ?? setting.Standard.Interfaces.SelectMany(file => file.Items).FirstOrDefault(known => known.Name == item)?.Field ?? item;

    /// <summary>A value as a sentence writes it, its placeholders filled for the person.</summary>
    public string Text(Citizen citizen, string item, string value) => new ItemTexts(setting, citizen.Person).Filled(item, value);

    /// <summary>A 前提 that calls people by another word than the standard does was written for another standard.</summary>
    public void RequireWord(string word)
    {
        if (word != setting.Role.Person)
        {
            throw new PreparationException($"The people of this role are called {setting.Role.Person}, not {word}.");
        }
    }

    /// <summary>The items of an exchange: the defaults of the contract, filled in, and then the given ones.</summary>
    public Dictionary<string, string?> Items(string exchange, IReadOnlyDictionary<string, string> items, int @operator = 0, Citizen? about = null)
    {
        var contract = Contract(exchange);
        var all = SampleItems.Going(setting, contract, items, @operator, about);
        if (about is not null)
        {
            RequireRead(about, (contract.Sends ?? []).Where(item => !all.ContainsKey(item)));
        }

        return all;
    }

    /// <summary>What the target shows and the profile does not say how to read says nothing about the target.</summary>
    /// <exception cref="ProfileMismatchException">An item that is needed now was shown and not read.</exception>
    public static void RequireRead(Citizen citizen, IEnumerable<string> items)
    {
        if (items.FirstOrDefault(item => citizen.Item(item) is null && citizen.Unread.ContainsKey(item)) is { } item)
        {
            throw new ProfileMismatchException($"「{item}」 of 「{citizen.Alias}」 is not known: the profile does not say what is read after 「{citizen.Unread[item]}」 (read).");
        }
    }

    /// <summary>Makes something the case with a person that the role describes under <c>cases:</c>.</summary>
    /// <exception cref="PreparationException">The role describes no such case.</exception>
    public void MakeTheCase(Citizen citizen, string name)
    {
        var items = setting.Role.Cases.GetValueOrDefault(name)
            ?? throw new PreparationException($"The role {setting.Role.Name} knows no case 「{name}」; it has {string.Join(", ", setting.Role.Cases.Keys)}.");
        citizen.Is(citizen.Person.With([.. items.Select(item => (item.Key, item.Value is null ? null : Text(citizen, item.Key, item.Value)))]));
        cases.Add((citizen.Alias, name));
    }

    /// <summary>Notes what the person has of the answer from now on.</summary>
    public void Keep(Citizen citizen, string exchange, Observation answer)
    {
        if (answer.Outcome != Outcome.Accepted)
        {
            return;
        }

        lived.Add((citizen.Alias, exchange));
        if (answer.Records.Count == 0)
        {
            foreach (var item in answer.Unread ? Contract(exchange).Keeps : [])
            {
                citizen.Unread[item] = exchange;
            }

            return;
        }

        if (Duties.GivesNumbers && Contract(exchange).Keeps.Contains(Duties.NumberItem) && answer.Records[0].GetValueOrDefault(Duties.NumberItem) is { Length: > 0 } number)
        {
            Gave(citizen, number);
        }

        foreach (var item in Contract(exchange).Keeps)
        {
            if (answer.Records[0].GetValueOrDefault(item) is { Length: > 0 } value)
            {
                citizen.Know(item, value);
            }
        }
    }

    /// <summary>True where the answer of an exchange may give the person their number.</summary>
    public bool Gives(string exchange) => Contract(exchange) is var contract && (contract.Sends is null || contract.Keeps.Contains(Duties.NumberItem));

    /// <summary>What the scenario is about: performed once, remembered, and never retried.</summary>
    public async Task<Observation> PerformAsync(FunctionCall call)
    {
        Last = await OnAsync(StimulusSurface(call.Exchange), call);
        KeepOutput(call, Last);
        Document = Last.Documents.Count > 0 ? Last.Documents[0] : null;
        Sent = call.Items;
        Inquiry = call.Conditions.Count > 0 ? call : null;
        return Last;
    }

    /// <summary>Reads a document as an observation; the last もし stays what it was.</summary>
    public async Task FetchAsync(FunctionCall call)
    {
        var answer = await ObserveAsync(call);
        Document = answer.Documents.Count > 0 ? answer.Documents[0] : null;
    }

    /// <summary>Something that a scenario needs beforehand. Systems do it, so the interface is used where there is one.</summary>
    public Task<Observation> PrepareAsync(FunctionCall call) => OnAsync("api", call);

    /// <summary>Reads through the surface of this pass.</summary>
    public async Task<Observation> ObserveAsync(FunctionCall call)
    {
        var observation = await OnAsync(Surface, call);
        KeepOutput(call, observation);
        return observation;
    }

    /// <summary>Several calls side by side, as the scenario's stimulus.</summary>
    public async Task<IReadOnlyList<Observation>> PerformTogetherAsync(IReadOnlyList<FunctionCall> calls)
    {
        var surface = StimulusSurface(calls[0].Exchange);
        var line = new StartLine(calls.Count);
        var together = await Task.WhenAll(calls.Select(async call =>
        {
            using var runner = line.Enter();
            return await OnAsync(surface, call with { Start = runner });
        }));
        Last = together[^1];
        return together;
    }

    /// <summary>Asks again and again until the condition holds or the deadline is over.</summary>
    /// <returns>The last value, and whether it satisfied.</returns>
    public Task<(T Value, bool Satisfied)> AwaitAsync<T>(Func<Task<T>> ask, Func<T, bool> satisfied) =>
        AwaitAsync(ask, satisfied, setting.SeeDeadline);

    /// <summary>The same for a preparation.</summary>
    public async Task<(T Value, bool Satisfied)> AwaitPreparedAsync<T>(Func<Task<T>> ask, Func<T, bool> satisfied)
    {
        var awaited = await AwaitAsync(ask, satisfied, setting.Patience.ForPreparation);
        if (!awaited.Satisfied)
        {
            setting.Patience.Missed();
        }

        return awaited;
    }

    private async Task<(T Value, bool Satisfied)> AwaitAsync<T>(Func<Task<T>> ask, Func<T, bool> isSatisfied, TimeSpan deadline)
    {
        var started = setting.Time.GetTimestamp();
        try
        {
            while (true)
            {
                // The last look begins when the time is over: on a busy machine an answer is old by the time it arrives.
                var isLast = setting.Time.GetElapsedTime(started) >= deadline;
                var value = await ask();
                var satisfied = isSatisfied(value);
                if (satisfied || isLast)
                {
                    return (value, satisfied);
                }

                // Of a hundred looks at the same thing the first and the last are evidence enough.
                held = [];
                heldOutputs = [];
                await Task.Delay(setting.SeeInterval, setting.Time, Cancellation);
            }
        }
        finally
        {
            var (last, outputs) = (held ?? [], heldOutputs ?? []);
            (held, heldOutputs) = (null, null);
            Keep(last);
            Keep(outputs);
        }
    }

    /// <summary>
    /// Somebody registered after everything else and seen on the surface of this pass: whatever was stored before would be
    /// visible by now. Without it nothing can be said about absence.
    /// </summary>
    public async Task FenceAsync(Registry registry)
    {
        if (fence is not null)
        {
            return;
        }

        var citizen = new Citizen("確認用", setting.People.Create(PeopleId, "確認用"));
        await registry.RegisterAsync(citizen);
        fence = citizen;
    }

    /// <summary>A new stimulus: what was fenced before says nothing about what follows.</summary>
    public void DropFence() => fence = null;

    /// <summary>How the same thing is brought about for somebody else, so that what came before must be visible by then.</summary>
    public Func<Citizen, Task>? Again { get; private set; }

    /// <summary>The last thing that happened to somebody, as it can be done for somebody else; null once it cannot.</summary>
    /// <param name="about">To whom it happened: somebody else has to live through what they lived through before.</param>
    public void Repeat(Func<Citizen, Task>? again, Citizen about)
    {
        Again = again;
        past = [.. lived.Where(step => step.Alias == about.Alias).Select(step => step.Exchange)];
        pastCases = [.. cases.Where(one => one.Alias == about.Alias).Select(one => one.Case)];
    }

    /// <summary>The same for an exchange with the target.</summary>
    public void Repeat(string exchange, Citizen about) => Repeat(somebody => DoForAsync(somebody, exchange), about);

    private async Task DoForAsync(Citizen somebody, string exchange)
    {
        if (RunsByItself(exchange))
        {
            await LetRunAsync(somebody, exchange, prepare: true);
            return;
        }

        var answer = await PrepareAsync(new FunctionCall(exchange, Items(exchange, somebody.Items, about: somebody)));
        Keep(somebody, exchange, answer);
    }

    /// <summary>Something that the target does by itself: told to where the profile says how, else waited for: shortly (自動), or in a later run (待機).</summary>
    /// <exception cref="NotOfferedException">The profile says neither how it is started nor that it runs by itself.</exception>
    public async Task RunBatchAsync(string exchange, bool prepare)
    {
        Observation? said = null;
        string? before = null;
        if (setting.Offers(exchange))
        {
            before = OutputMark.Of(setting, exchange);
            var call = new FunctionCall(exchange, Items(exchange, new Dictionary<string, string>()));
            said = prepare ? await PrepareAsync(call) : await PerformAsync(call);
            if (said.Outcome == Outcome.Failed)
            {
                throw new PreparationException($"「{exchange}」 was started and failed: {Registry.Describe(said)}");
            }
        }
        else
        {
            switch (setting.Target.Profile.Batches.GetValueOrDefault(exchange)?.By)
            {
                case "自動":
                    break;
                case "待機":
                    WaitFor(exchange);
                    break;
                case "コマンド":
                    before = OutputMark.Of(setting, exchange);
                    Attach(setting.Evidence.WriteText(await BatchCommand.RunAsync(exchange, setting.Target.Profile, setting.Time, Cancellation)));
                    break;
                default:
                    throw new NotOfferedException(exchange);
            }
        }

        Ran = new RanBatch(exchange, said) { Before = before };
        if (!prepare)
        {
            batches.Add(exchange);
        }
    }

    /// <summary>What the target did by itself last; null where it did nothing yet.</summary>
    public RanBatch? Ran { get; private set; }

    /// <summary>Whether the product does it by itself, as the profile says under <c>batches</c>, and nobody can ask for it.</summary>
    public bool RunsByItself(string exchange) => !setting.Offers(exchange) && setting.Target.Profile.Batches.ContainsKey(exchange);

    /// <summary>The same for something that is done for somebody: what comes of it is seen afterwards, its answer by nobody.</summary>
    public async Task LetRunAsync(Citizen citizen, string exchange, bool prepare)
    {
        await RunBatchAsync(exchange, prepare);
        lived.Add((citizen.Alias, exchange));
        if (!prepare)
        {
            Last = new Observation { Outcome = Outcome.NotOffered };
            unanswered = exchange + "（答え）";
        }
    }

    /// <summary>Somebody to whom the same happened afterwards; look for them first.</summary>
    /// <exception cref="PreparationException">Nothing has happened that could be done again.</exception>
    /// <exception cref="NightBatchException">A batch that cannot be started would have to run once more.</exception>
    public async Task<Citizen> FollowerAsync()
    {
        if (batches.FirstOrDefault(batch => !setting.Offers(batch) && setting.Target.Profile.Batches.GetValueOrDefault(batch)?.By == "待機") is { } night)
        {
            throw new NightBatchException(night);
        }

        var follower = Unnoted(string.Create(CultureInfo.InvariantCulture, $"確認用{++followers}"));
        Add(follower);
        foreach (var name in pastCases)
        {
            MakeTheCase(follower, name);
        }

        foreach (var exchange in past)
        {
            await DoForAsync(follower, exchange);
        }

        await (Again ?? throw new PreparationException("Nothing was done before that could be done for somebody else, so nothing can be said about absence."))(follower);
        foreach (var batch in batches.Distinct().ToList())
        {
            await RunBatchAsync(batch, prepare: true);
        }

        return follower;
    }

    /// <summary>The neighbours that the harness plays, for a scenario that prepares something there.</summary>
    /// <param name="name">Whom it needs, for people.</param>
    /// <exception cref="NeighbourException">The run has none, or the scenario goes on in another process than the one that played them.</exception>
    public MockHost Neighbours(string name)
    {
        // What lies in a folder outlives whoever plays the object storage.
        var stays = name == ObjectStore.Called && setting.Neighbours?.Objects.Folder is not null;
        if (neighboursAreGone && !stays)
        {
            throw new NeighbourException("What the scenario had prepared at the systems around the target ended with the process that played them. Begin anew, with run --hold; what goes through the object storage outlives the process as a file-drop too.");
        }

        if (setting.Observed.Contains(name))
        {
            throw new ObservedNeighbourException(name);
        }

        restsOnNeighbours |= !stays;
        return setting.Neighbours ?? throw new NeighbourException($"The run has nobody to play {name}.");
    }

    /// <summary>A neighbour that is a role of the same package; null for one that is played or observed.</summary>
    public InnerRegistry? Inside(string name) =>
        setting.Package.TryGetValue(name, out var role) ? new InnerRegistry(inner ??= new Stage(setting with { Role = role, Package = new Dictionary<string, RoleContracts>() }, scenario, output)) : null;

    /// <summary>What the target sent to a neighbour, played or observed.</summary>
    /// <exception cref="NeighbourException">As for <see cref="Neighbours"/>.</exception>
    public Journal JournalOf(string name) => setting.Observed.Contains(name) && setting.Neighbours is { } host ? host.Journal : Neighbours(name).Journal;

    /// <summary>Everybody of the scenario.</summary>
    public IReadOnlyCollection<Citizen> Everybody => citizens.Values;

    /// <summary>Who the scenario is, to the journals of the neighbours.</summary>
    public string Claimant => PeopleId;

    /// <summary>Puts something that no exchange carries into the evidence.</summary>
    public void Attach(string file) => output.AddAttachment(file);

    public string TypeOf(string item) =>
        setting.Standard.Interfaces.SelectMany(file => file.Items).FirstOrDefault(known => known.Name == item)?.Type
        ?? setting.Standard.Items.FirstOrDefault(known => known.Name == item)?.Type ?? "Ｎ";

    public ExchangeContract Contract(string exchange) => setting.Role.Exchanges.TryGetValue(exchange, out var contract)
        ? contract
        : throw new PreparationException($"The role {setting.Role.Name} has no exchange 「{exchange}」.");

    // In a flow, what a system does goes through the interface, whatever the pass; a person uses the surface of the pass.
    private string StimulusSurface(string exchange) =>
        Contract(exchange).By == "system" && scenario.ScenarioInfo.CombinedTags.Any(tag => tag.StartsWith("フロー:", StringComparison.Ordinal)) ? "api" : Surface;

    private async Task<Observation> OnAsync(string surface, FunctionCall call)
    {
        IDriver?[] preferred = surface == "ui" ? [drivers.Ui, drivers.Api] : [drivers.Api, drivers.Ui];
        var driver = preferred.FirstOrDefault(candidate => candidate?.Offers(call.Exchange) == true) ?? throw new NotOfferedException(call.Exchange);
        try
        {
            var writes = !Duties.Reads(call.Exchange) && call.Conditions.Count == 0;
            setting.Foreign?.Sent(call);
            var noted = writes ? setting.Ledger?.Sends(PeopleId, driver.Surface, call) : null;
            var observation = await driver.PerformAsync(call, Cancellation);
            if (noted is { } number)
            {
                setting.Ledger!.Answered(number, PeopleId, driver.Surface, call.Exchange, observation);
            }

            if (writes)
            {
                setting.Foreign?.Got(observation);
            }

            var kept = setting.Foreign?.Masked(observation) ?? observation.Exchanges;
            sawOthers |= !ReferenceEquals(kept, observation.Exchanges);
            Keep(kept);
            RequireRead(call.Exchange, observation, always: !writes);
            return observation.Outcome == Outcome.Unauthorised && call.Credential == Credential.Valid
                ? throw new CredentialException(call.Exchange)
                : observation;
        }
        catch (TargetUnreachableException e)
        {
            Keep(e.Exchanges);
            throw;
        }
        catch (ProfileMismatchException e)
        {
            Keep(e.Exchanges);
            throw;
        }
    }

    /// <summary>Records that are shown and not read are no records that are not shown.</summary>
    /// <exception cref="ProfileMismatchException">The profile does not say what is read.</exception>
    public static void RequireRead(string exchange, Observation answer, bool always = true)
    {
        if (always && answer is { Outcome: Outcome.Accepted, Unread: true })
        {
            throw new ProfileMismatchException($"「{exchange}」 shows records, and the profile does not say what is read there (read.table).");
        }
    }

    /// <summary>Keeps what belongs to the scenario and no step has written: what the target sent meanwhile and, where the scenario failed, the traces of its windows.</summary>
    public async Task KeepLeftEvidenceAsync()
    {
        ClaimOwn();
        string[] claimants = [PeopleId, $"{ScenarioId}@{Surface}"];
        var seen = setting.Neighbours?.Journal.Find(entry => entry.Claimable && claimants.Contains(entry.ClaimedBy) && entry.Time >= began) ?? [];
        Keep([.. seen.OrderBy(entry => entry.Sequence).Select(JournalEvidence.Of)]);
        if (scenario.TestError is { } error && !IsWait(error))
        {
            foreach (var trace in await drivers.TracesAsync())
            {
                // It holds every page and picture of the window, and nothing in it can be masked.
                Attach(sawOthers ? setting.Evidence.WriteText("この実行で作っていない記録が写っているため、トレースは残していない。") : setting.Evidence.WriteTrace(trace));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        ClaimOwn();
        if (inner is not null)
        {
            await inner.DisposeAsync();
        }

        await drivers.DisposeAsync();
    }

    // What the target asked a neighbour about the scenario's own people is explained by the scenario.
    private void ClaimOwn()
    {
        if (setting.Neighbours is not { } mocks || setting.Role.Unit == VerdictUnit.FlowStep)
        {
            return;
        }

        var own = citizens.Values.SelectMany(citizen => Parts.Correlates.Select(item => (item, Value: citizen.Item(item)))).Where(pair => pair.Value is { Length: > 0 }).ToList();
        foreach (var entry in mocks.Journal.Find(entry => entry is { Claimable: true, ClaimedBy: null } && own.Any(pair => entry.Mentions(pair.item, pair.Value!))))
        {
            mocks.Journal.TryClaim(entry.Sequence, PeopleId);
        }
    }

    private void Keep(IReadOnlyList<Exchange> exchanges)
    {
        if (held is not null)
        {
            held.AddRange(exchanges);
            return;
        }

        foreach (var file in exchanges.SelectMany(setting.Evidence.Write))
        {
            output.AddAttachment(file);
        }
    }

    private void KeepOutput(FunctionCall call, Observation observation)
    {
        if (compared)
        {
            Keep([ComparableOutput.Of(call, observation, Contract(call.Exchange), citizens.Values)]);
        }
    }

    private void Keep(IReadOnlyList<EvidenceFolder.Output> outputs)
    {
        if (heldOutputs is not null)
        {
            heldOutputs.AddRange(outputs);
            return;
        }

        foreach (var output in outputs)
        {
            Attach(setting.Evidence.WriteOutput(output));
        }
    }

    private static string Bracketed(string title)
    {
        var end = title.IndexOf(']', StringComparison.Ordinal);
        return title.StartsWith('[') && end > 0 ? title[1..end] : title;
    }
}
