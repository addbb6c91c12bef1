using System.Globalization;

namespace Conformance.Mocks;

/// <summary>
/// The 住登外者宛名番号管理機能 (031) as a system around a core system: the official 付番 interface (付番API仕様 2.0版) and illustrative ones for the rest.
/// It keeps its persons in memory. Scenarios prepare it with people of their own; all of them share it side by side. Thread-safe.
/// </summary>
public sealed class AtenaFunction : INeighbour
{
    private readonly Lock gate = new();
    private readonly AtenaOptions options;
    private readonly AuthorisationServer authorisation;
    private readonly AtenaStore store;
    private readonly AtenaEffects effects;
    private readonly AtenaPreparations preparations = new();

    internal AtenaFunction(AtenaOptions options, AuthorisationServer authorisation, TimeProvider time)
    {
        this.options = options;
        this.authorisation = authorisation;
        // 9, ten digits of seconds since 1970, three digits of serial.
        store = new AtenaStore(options.FirstSerial ?? 90_000_000_000_000 + (time.GetUtcNow().ToUnixTimeSeconds() * 1000));
        effects = new AtenaEffects(store);
    }

    /// <summary>What a core system's client may ask for: the two scopes that the standard prints, and any operation of the illustrative calls.</summary>
    public static IReadOnlyList<string> Scopes { get; } =
        [.. AtenaCall.All.Select(call => call.Scope ?? $"{AtenaCall.Provider}:{call.Path[1..]}:*")];

    string INeighbour.Name => "住登外者宛名番号管理機能";

    /// <summary>Makes a person known.</summary>
    /// <param name="items">Item name as the standard prints it (氏名, 生年月日, …) to value. 宛名番号 where the person is to have a certain one. 他業務参照不可フラグ and
    /// 名寄せ元フラグ default to 0, 業務ID to 000.</param>
    /// <returns>宛名番号.</returns>
    /// <exception cref="ArgumentException">A name that the standard does not have, or a number that is taken.</exception>
    public string Register(IReadOnlyDictionary<string, string> items)
    {
        var members = WithDefaults(AtenaItems.ToMembers(items));
        lock (gate)
        {
            var number = members.Remove(AtenaItems.NumberMember, out var wanted) ? wanted : store.NextNumber();
            return store.IsTaken(number)
                ? throw new ArgumentException($"The number {number} is taken.", nameof(items))
                : store.Add(number, members).Number;
        }
    }

    /// <summary>Gives a known person a past record: the current one with <paramref name="items"/> as they were then. Of several calls the later
    /// makes the more recent record; 履歴番号 counts up to the current record.</summary>
    /// <exception cref="ArgumentException">A name that the standard does not have, or a number that is not known.</exception>
    public void RegisterPast(string number, IReadOnlyDictionary<string, string> items)
    {
        var members = AtenaItems.ToMembers(items);
        members.Remove(AtenaItems.NumberMember);
        lock (gate)
        {
            var states = Person(number).States;
            var current = states[^1];
            var past = new Dictionary<string, string>(current.Members, StringComparer.Ordinal);
            foreach (var (member, value) in members)
            {
                past[member] = value;
            }

            states.Insert(states.Count - 1, new AtenaState(states.Count == 1 ? AtenaStates.Registered : AtenaStates.Changed, past));
            states[^1] = current.Kind == AtenaStates.Registered ? current with { Kind = AtenaStates.Changed } : current;
        }
    }

    /// <summary>Lays out an answer for requests that carry certain items. Requests without a valid token or with errors are refused all the same.
    /// Of several that fit, the latest is given.</summary>
    /// <returns>Disposing it withdraws the answer.</returns>
    /// <exception cref="ArgumentException">Nothing to know the request by, an item that the standard does not have, or neither or both of
    /// candidates and body.</exception>
    public IDisposable PrepareAnswer(PreparedAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Containing.Count == 0)
        {
            throw new ArgumentException("An answer for every request of an operation would reach other scenarios' requests.", nameof(answer));
        }

        if (answer.Candidates is null == answer.Body is null || (answer.Candidates is not null && answer.Operation != AtenaOperations.Inquiry))
        {
            throw new ArgumentException("An answer has either candidates (of a 照会) or a body.", nameof(answer));
        }

        var candidates = (answer.Candidates ?? []).Select(AtenaItems.ToMembers).ToList();
        if (candidates.Exists(candidate => !candidate.ContainsKey(AtenaItems.NumberMember)))
        {
            throw new ArgumentException("A candidate needs its 宛名番号.", nameof(answer));
        }

        lock (gate)
        {
            foreach (var candidate in candidates.Where(candidate => !store.TryGet(candidate[AtenaItems.NumberMember], out _)))
            {
                var members = WithDefaults(candidate);
                members.Remove(AtenaItems.NumberMember, out var number);
                store.Add(number!, members);
            }

            var preparation = preparations.Add(answer);
            return new Withdrawal(() => { lock (gate) { preparations.Remove(preparation); } });
        }
    }

    /// <summary>The number that the next accepted 付番依頼 (処理区分 0) that carries these items gets.</summary>
    /// <exception cref="ArgumentException">No items, or the number is taken.</exception>
    public void AssignNext(IReadOnlyDictionary<string, string> containing, string number)
    {
        ArgumentNullException.ThrowIfNull(containing);
        lock (gate)
        {
            if (containing.Count == 0 || store.IsTaken(number))
            {
                throw new ArgumentException(containing.Count == 0 ? "Nothing to know the request by." : $"The number {number} is taken.", nameof(number));
            }

            store.Assign(containing, number);
        }
    }

    /// <summary>A number that nobody has, with a check digit that no reading of the rule disputes; never handed out again.</summary>
    public string ReserveNumber()
    {
        lock (gate)
        {
            return store.NextNumber();
        }
    }

    /// <summary>Every state of a person, oldest first; empty where the number is not known.</summary>
    public IReadOnlyList<StoredRecord> History(string number)
    {
        lock (gate)
        {
            return store.TryGet(number, out var person)
                ? [.. person.States.Select((state, i) => new StoredRecord(number, i + 1, state.Kind,
                    state.Members.ToDictionary(member => AtenaItems.NameOf(member.Key), member => member.Value)))]
                : [];
        }
    }

    bool INeighbour.Owns(MockRequest request) => AtenaCall.At(request.Path) is not null;

    Receipt INeighbour.Receive(MockRequest request)
    {
        var call = AtenaCall.At(request.Path)!;
        var message = AtenaMessage.Read(request.Body, request.IsUtf8);
        var operation = call.Operation == AtenaOperations.Reception
            ? AtenaCall.Received(message[AtenaItems.ProcessingMember]) ?? AtenaOperations.Reception
            : call.Operation;
        return new AtenaReceipt(operation, call, message)
        {
            Items = message.Members.GroupBy(member => AtenaItems.NameOf(member.Key)).ToDictionary(same => same.Key, same => same.Last().Value),
            Conditions = [.. message.Conditions.Select(condition =>
                new RequestedCondition(AtenaItems.NameOf(condition.Member), condition.Value, condition.Partial))],
            Client = authorisation.Known(request.BearerToken)?.ClientId,
        };
    }

    MockAnswer INeighbour.Answer(MockRequest request, Receipt receipt)
    {
        var (call, message) = ((AtenaReceipt)receipt) is var atena ? (atena.Call, atena.Message) : default;
        if (request.Method != "POST")
        {
            return AtenaAnswers.MethodNotAllowed();
        }

        if (Forbidden(request, call) is { } forbidden)
        {
            return forbidden;
        }

        var remarks = Remarks(request, message);
        if (message.Errors.Count > 0)
        {
            return AtenaAnswers.Refused(call, message.Errors, remarks);
        }

        lock (gate)
        {
            // A prepared answer stands for the effect, not for the checks before it; inquiries have their checks in the reading.
            var prepared = Valid(atena) ? preparations.Take(receipt) : null;
            if (prepared is not null)
            {
                return Prepared(call, prepared) with { Prepared = true, Remarks = remarks };
            }

            var effect = effects.Apply(atena);
            IReadOnlyList<string> all = [.. remarks, .. effect.Remarks];
            return effect.Errors.Count > 0 ? AtenaAnswers.Refused(call, effect.Errors, all) : AtenaAnswers.Done(call, effect.Result, all);
        }
    }

    private static bool Valid(AtenaReceipt receipt) => receipt.Operation switch
    {
        AtenaOperations.Number => !AtenaChecks.Registration(receipt.Message, withProcessing: true, numberRequired: false).Any(),
        AtenaOperations.Inheritance => !AtenaChecks.Registration(receipt.Message, withProcessing: false, numberRequired: true).Any(),
        AtenaOperations.Inquiry => true,
        _ => !AtenaChecks.Values(receipt.Message, withProcessing: false).Any(),
    };

    private MockAnswer Prepared(AtenaCall call, PreparedAnswer prepared)
    {
        if (prepared.Candidates is null)
        {
            return new MockAnswer(prepared.Status, prepared.ContentType, prepared.Body!);
        }

        return AtenaAnswers.Done(call, prepared.Candidates.Select(candidate =>
        {
            var members = AtenaItems.ToMembers(candidate);
            members.Remove(AtenaItems.NumberMember, out var number);
            var json = AtenaAnswers.Members(number!, WithDefaults(members), Person(number!).States.Count);
            json["sakujofuragu"] = "0";
            return json;
        }), []);
    }

    private MockAnswer? Forbidden(MockRequest request, AtenaCall call)
    {
        if (!options.NeedsToken)
        {
            return null;
        }

        if (request.BearerToken is not { Length: > 0 } value)
        {
            return AtenaAnswers.Unauthorised(call, "No access token in the Authorization header.");
        }

        if (authorisation.Active(value) is not { } token)
        {
            return AtenaAnswers.Unauthorised(call, authorisation.Known(value) is null ? "The access token was not issued here." : "The access token has expired.");
        }

        var scopes = token.Scope.Split(' ');
        var allowed = call.Scope is { } needed
            ? scopes.Contains(needed)
            : scopes.Any(scope => scope.StartsWith(AtenaCall.Provider + ":", StringComparison.Ordinal));
        return allowed ? null : AtenaAnswers.OutOfScope(call, $"The token's scope is '{token.Scope}', not {call.Scope ?? "one of 031"}.");
    }

    private static List<string> Remarks(MockRequest request, AtenaMessage message)
    {
        List<string> remarks = [.. message.Remarks];
        if (request.Header("Content-Type") is not { } type || !type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            remarks.Add($"Content-Type is '{request.Header("Content-Type")}', not application/json.");
        }

        if (request.Query.Contains("access_token=", StringComparison.Ordinal))
        {
            remarks.Add("A token came in the query too; the standard allows the Authorization header only.");
        }

        return remarks;
    }

    private Dictionary<string, string> WithDefaults(IReadOnlyDictionary<string, string> given)
    {
        var members = new Dictionary<string, string>(given, StringComparer.Ordinal);
        members.TryAdd(AtenaItems.MunicipalityMember, options.Municipality);
        members.TryAdd(AtenaItems.BusinessMember, "000");
        members.TryAdd(AtenaItems.LinkFlagMember, "0");
        members.TryAdd(AtenaItems.HiddenFlagMember, "0");
        return members;
    }

    private AtenaPerson Person(string number) => store.TryGet(number, out var person)
        ? person
        : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The number {number} is not known here."), nameof(number));

    private sealed class Withdrawal(Action withdraw) : IDisposable
    {
        public void Dispose() => withdraw();
    }
}
