namespace Conformance.Reference.Atena;

/// <summary>
/// 住登外者宛名番号管理DB with everything that may be done to it. Both the interfaces and the screens go through here, so
/// both refuse the same. Thread-safe: one lock around every operation.
/// </summary>
internal sealed class AtenaRegister
{
    private readonly Behaviour behaviour;
    private readonly RequestCheck check;
    private readonly NumberIssuer issuer;
    private readonly EditLocks locks;
    private readonly PeopleStore store;
    private readonly Lock gate;

    /// <summary>A register over a store; inquiries share the store and its locks.</summary>
    public AtenaRegister(Behaviour behaviour, TimeProvider clock, PeopleStore store, EditLocks locks)
    {
        this.behaviour = behaviour;
        this.locks = locks;
        this.store = store;
        gate = store.Gate;
        check = new RequestCheck(behaviour);
        issuer = new NumberIssuer(behaviour, clock, gate, number => store.Find(number) is not null);
    }

    /// <summary>付番: a new number (処理区分 0), a given number (1), or a person picked before (2).</summary>
    public async Task<Outcome<Receipt>> RegisterAsync(IReadOnlyDictionary<string, string> values, CancellationToken cancellation)
    {
        var refusals = check.Registration(values, Items.Stored.Prepend(Items.Process));
        var process = values.GetValueOrDefault(Items.Process.Name, "");
        var given = values.GetValueOrDefault(Items.Number.Name, "");
        var operatorId = values.GetValueOrDefault(Items.Operator.Name, "");
        if (refusals.Count == 0 && given.Length > 0 && process is "1" or "2")
        {
            lock (gate)
            {
                return RegisterUnder(given, process, values, operatorId);
            }
        }

        if (refusals.Count > 0 && !behaviour.Shows(AtenaFaults.StoredAlthoughRefused))
        {
            return behaviour.Refuse<Receipt>(refusals);
        }

        var number = await issuer.AllocateAsync(operatorId, cancellation);
        lock (gate)
        {
            // Somebody may have brought the same number along in the meantime.
            if (store.Find(number) is not null && !behaviour.Shows(AtenaFaults.NumberTwice) && !behaviour.Shows(AtenaFaults.InheritedNumberReissued))
            {
                number = issuer.Next(operatorId);
            }

            var receipt = store.Enter(number, values);
            if (behaviour.Shows(AtenaFaults.AnswerNumber))
            {
                receipt = receipt with { Number = issuer.Next(operatorId) };
            }

            return refusals.Count > 0 ? behaviour.Refuse<Receipt>(refusals) : new Outcome<Receipt>.Accepted(receipt);
        }
    }

    /// <summary>引継受信: a person who was a resident keeps the resident's number.</summary>
    public Outcome<Receipt> Inherit(IReadOnlyDictionary<string, string> values)
    {
        var refusals = check.Registration(values, Items.Stored.Select(item => item == Items.Number ? item with { Required = true } : item));
        lock (gate)
        {
            var number = values.GetValueOrDefault(Items.Number.Name, "");
            var operatorId = values.GetValueOrDefault(Items.Operator.Name, "");
            if (refusals.Count == 0 && (store.Find(number) is not null || behaviour.Shows(AtenaFaults.InheritanceRefused)))
            {
                refusals.Add(Refusal.Correlation("引継", "未使用の" + Items.Number.Label));
            }

            if (refusals.Count > 0)
            {
                return behaviour.Refuse<Receipt>(refusals);
            }

            if (behaviour.Shows(AtenaFaults.InheritedNumberReplaced))
            {
                number = issuer.Next(operatorId);
            }

            issuer.Inherited(number, operatorId);
            return new Outcome<Receipt>.Accepted(store.Enter(number, values));
        }
    }

    /// <summary>受信 of a change: the items given replace the stored ones, the others stay.</summary>
    public Outcome<Receipt> Change(IReadOnlyDictionary<string, string> values)
    {
        var refusals = check.Notice(values, [Items.Municipality, Items.Number, .. Items.Operation]);
        lock (gate)
        {
            if (Find(values, refusals) is not { } person)
            {
                return Answer(values, refusals);
            }

            var merged = Merge(person.Current.Items, values);
            check.Correlations(merged, refusals);
            if (refusals.Count > 0)
            {
                return behaviour.Refuse<Receipt>(refusals);
            }

            var receipt = Update(person, values);
            return new Outcome<Receipt>.Accepted(behaviour.Shows(AtenaFaults.NoticeProcessedTwice) ? Update(person, values) : receipt);
        }
    }

    /// <summary>受信 of a deletion.</summary>
    public Outcome<Receipt> Delete(IReadOnlyDictionary<string, string> values)
    {
        var refusals = check.Notice(values, [Items.Municipality, Items.Number, .. Items.Operation]);
        lock (gate)
        {
            if (Find(values, refusals) is not { } person)
            {
                return Answer(values, refusals);
            }

            if (behaviour.Shows(AtenaFaults.DeleteNoticeRefused))
            {
                return behaviour.Refuse<Receipt>([Refusal.Characters(Items.Process.Label, "henko")]);
            }

            return new Outcome<Receipt>.Accepted(store.Write(person, "sakujo", Merge(person.Current.Items, PeopleStore.Operation(values)), values));
        }
    }

    /// <summary>受信 of 名寄せ: 宛名番号 is 名寄せ元, 名寄せ先宛名番号 the person that stays. Numbers do not change.</summary>
    public Outcome<Receipt> Link(IReadOnlyDictionary<string, string> values)
    {
        var refusals = check.Notice(values, [Items.Municipality, Items.Number, Items.LinkedTo, .. Items.Operation]);
        lock (gate)
        {
            if (Find(values, refusals) is not { } from)
            {
                return Answer(values, refusals);
            }

            var to = values[Items.LinkedTo.Name];
            if (to == from.Number || store.Find(to) is not { Current.Deleted: false } target)
            {
                return behaviour.Refuse<Receipt>([Refusal.Correlation("名寄せ", "登録済みの" + Items.LinkedTo.Label)]);
            }

            store.Record("nayose", from.Number, to, values);
            var items = Merge(from.Current.Items, PeopleStore.Operation(values));
            items[Items.LinkedFlag.Name] = "1";
            items[Items.LinkedTo.Name] = to;
            if (behaviour.Shows(AtenaFaults.LinkChangesNumber))
            {
                items[Items.Number.Name] = to;
            }

            if (behaviour.Shows(AtenaFaults.LinkSwapped))
            {
                PeopleStore.PointBack(target, from.Number);
                return new Outcome<Receipt>.Accepted(store.Write(from, "nayose", items, values, historyOnly: true));
            }

            return new Outcome<Receipt>.Accepted(store.Write(from, "nayose", items, values));
        }
    }

    /// <summary>受信 of 名寄せ解除.</summary>
    public Outcome<Receipt> Unlink(IReadOnlyDictionary<string, string> values)
    {
        var refusals = check.Notice(values, [Items.Municipality, Items.Number, .. Items.Operation]);
        lock (gate)
        {
            if (Find(values, refusals) is not { } from)
            {
                return Answer(values, refusals);
            }

            var last = store.LastLink(from.Number);
            var linked = from.Current[Items.LinkedFlag] == "1" || last is { Kind: "nayose" };
            var to = from.Current[Items.LinkedTo] is { Length: > 0 } stored ? stored : last?.To ?? "";
            if (!linked || (values.GetValueOrDefault(Items.LinkedTo.Name, "") is { Length: > 0 } named && named != to))
            {
                return behaviour.Refuse<Receipt>([Refusal.Correlation("名寄せ解除", "名寄せ中の" + Items.Number.Label)]);
            }

            store.Record("nayosekaijo", from.Number, to, values);
            if (behaviour.Shows(AtenaFaults.LinkSwapped) && store.Find(to) is { } target)
            {
                PeopleStore.PointBack(target, "");
            }

            var items = Merge(from.Current.Items, PeopleStore.Operation(values));
            items[Items.LinkedFlag.Name] = "0";
            items[Items.LinkedTo.Name] = "";
            items[Items.Number.Name] = from.Number;
            return new Outcome<Receipt>.Accepted(store.Write(from, "nayosekaijo", items, values));
        }
    }

    /// <summary>異動処理開始: nobody else may write about the person until it ends or lapses.</summary>
    public Outcome<Row> BeginEdit(string number, string operatorId)
    {
        lock (gate)
        {
            if (EditRefusals(number, operatorId) is { Count: > 0 } refusals)
            {
                return behaviour.Refuse<Row>(refusals);
            }

            locks.Begin(number, operatorId);
            var current = store.Find(number)!.Current;
            return new Outcome<Row>.Accepted(new Row(current.Items, current.Number, current.Kind));
        }
    }

    /// <summary>異動処理終了.</summary>
    public Outcome<Row> EndEdit(string number, string operatorId)
    {
        lock (gate)
        {
            if (store.Find(number) is { Current: { Deleted: true } gone })
            {
                locks.End(number, operatorId);
                return new Outcome<Row>.Accepted(new Row(gone.Items, gone.Number, gone.Kind));
            }

            if (EditRefusals(number, operatorId) is { Count: > 0 } refusals)
            {
                return behaviour.Refuse<Row>(refusals);
            }

            locks.End(number, operatorId);
            var current = store.Find(number)!.Current;
            return new Outcome<Row>.Accepted(new Row(current.Items, current.Number, current.Kind));
        }
    }

    private static Dictionary<string, string> Merge(IReadOnlyDictionary<string, string> stored, IReadOnlyDictionary<string, string> given)
    {
        var merged = new Dictionary<string, string>(stored, StringComparer.Ordinal);
        foreach (var (name, value) in given)
        {
            merged[name] = value;
        }

        return merged;
    }

    // A notice for nobody: refused, or by fault confirmed as if it had been processed.
    private Outcome<Receipt> Answer(IReadOnlyDictionary<string, string> values, List<Refusal> refusals) =>
        refusals.Count > 0
            ? behaviour.Refuse<Receipt>(refusals)
            : new Outcome<Receipt>.Accepted(new Receipt(values[Items.Number.Name], 1, values));

    private Outcome<Receipt> RegisterUnder(string number, string process, IReadOnlyDictionary<string, string> values, string operatorId)
    {
        if (store.Find(number) is not { } person)
        {
            return new Outcome<Receipt>.Accepted(store.Enter(number, values));
        }

        if (process == "1")
        {
            return behaviour.Refuse<Receipt>([Refusal.Correlation(Items.Process.Label + "「1」", "未使用の" + Items.Number.Label)]);
        }

        if (locks.Blocks(number, operatorId))
        {
            return behaviour.Refuse<Receipt>([Refusal.Busy()]);
        }

        return new Outcome<Receipt>.Accepted(person.Current.Deleted ? store.Write(person, "toroku", StoredForm.Of(values, behaviour), values) : Update(person, values));
    }

    private Receipt Update(Person person, IReadOnlyDictionary<string, string> values)
    {
        var items = Merge(person.Current.Items, StoredForm.Of(values, behaviour));
        items[Items.Number.Name] = person.Current[Items.Number];
        return store.Write(person, "henko", items, values);
    }

    // The person that a notice is about, or null with the reasons.
    private Person? Find(IReadOnlyDictionary<string, string> values, List<Refusal> refusals)
    {
        if (refusals.Count > 0)
        {
            return null;
        }

        var number = values[Items.Number.Name];
        if (store.Find(number) is not { Current.Deleted: false } person)
        {
            refusals.Add(Refusal.Unknown());
            return null;
        }

        if (locks.Blocks(number, values.GetValueOrDefault(Items.Operator.Name, "")))
        {
            refusals.Add(Refusal.Busy());
            return null;
        }

        return person;
    }

    private List<Refusal> EditRefusals(string number, string operatorId)
    {
        var refusals = new List<Refusal>();
        if (number.Length == 0)
        {
            refusals.Add(Refusal.Missing(Items.Number.Label));
        }

        if (operatorId.Length == 0)
        {
            refusals.Add(Refusal.Missing(Items.Operator.Label));
        }

        if (refusals.Count == 0 && store.Find(number) is not { Current.Deleted: false })
        {
            refusals.Add(Refusal.Unknown());
        }

        if (refusals.Count == 0 && locks.Blocks(number, operatorId))
        {
            refusals.Add(Refusal.Busy());
        }

        return refusals;
    }
}
