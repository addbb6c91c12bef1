namespace Conformance.Reference.Atena;

/// <summary>Everything that can be read. Interfaces and screens both read here. Thread-safe.</summary>
internal sealed class AtenaInquiries(Behaviour behaviour, TimeProvider clock, PeopleStore store, EditLocks locks)
{
    /// <summary>照会: the current record of everybody of whom some state meets all conditions.</summary>
    public Outcome<IReadOnlyList<Row>> Inquire(string business, IReadOnlyList<Condition> conditions)
    {
        if (behaviour.Shows(AtenaFaults.BirthDateAloneRefused) && conditions.All(condition => condition.Item == Items.BirthDate))
        {
            return behaviour.Refuse<IReadOnlyList<Row>>([Refusal.Missing(Items.Name.Label)]);
        }

        var used = conditions
            .Where(condition => condition.Item != Items.Sex || !behaviour.Shows(AtenaFaults.SexIgnored))
            .Take(behaviour.Shows(AtenaFaults.OnlyFirstCondition) ? 1 : int.MaxValue)
            .ToList();
        lock (store.Gate)
        {
            var horizon = Horizon();
            var hits = store.People
                .Where(person => Visible(person, business, horizon)
                    && Searched(person, horizon).Any(state => used.All(condition => Meets(state[condition.Item], condition))))
                .Take(behaviour.Shows(AtenaFaults.OnlyFirstHit) ? 1 : int.MaxValue)
                .ToList();
            if (behaviour.Shows(AtenaFaults.LockBlocksReading) && hits.Exists(person => locks.IsHeld(person.Number)))
            {
                return behaviour.Refuse<IReadOnlyList<Row>>([Refusal.Busy()]);
            }

            return new Outcome<IReadOnlyList<Row>>.Accepted([.. hits.Select(person => View(person, horizon))]);
        }
    }

    /// <summary>The current record of one person, as an inquiry of that business shows it.</summary>
    public Outcome<Row> Show(string number, string business)
    {
        lock (store.Gate)
        {
            var horizon = Horizon();
            if (store.Find(number) is not { } person || !Visible(person, business, horizon))
            {
                return behaviour.Refuse<Row>([Refusal.Unknown()]);
            }

            return behaviour.Shows(AtenaFaults.LockBlocksReading) && locks.IsHeld(number)
                ? behaviour.Refuse<Row>([Refusal.Busy()])
                : new Outcome<Row>.Accepted(View(person, horizon));
        }
    }

    /// <summary>更新履歴 of one person, oldest first, deleted persons too.</summary>
    public Outcome<IReadOnlyList<Row>> History(string number)
    {
        lock (store.Gate)
        {
            var horizon = Horizon();
            if (store.Find(number) is not { } person)
            {
                return behaviour.Refuse<IReadOnlyList<Row>>([number.Length == 0 ? Refusal.Missing(Items.Number.Label) : Refusal.Unknown()]);
            }

            var rows = person.History.Where(state => state.At <= horizon)
                .Select(state => new Row(state.Items, state.Number, state.Kind)).ToList();
            if (behaviour.Shows(AtenaFaults.HistoryReversed))
            {
                rows.Reverse();
                rows = [.. rows.Select((row, index) => row with { HistoryNumber = index + 1 })];
            }

            return new Outcome<IReadOnlyList<Row>>.Accepted(rows);
        }
    }

    /// <summary>名寄せ状況: the person, then everybody linked to that person.</summary>
    public Outcome<IReadOnlyList<Row>> Links(string number)
    {
        lock (store.Gate)
        {
            var horizon = Horizon();
            if (store.Find(number) is not { } asked || Latest(asked, horizon) is null)
            {
                return behaviour.Refuse<IReadOnlyList<Row>>([number.Length == 0 ? Refusal.Missing(Items.Number.Label) : Refusal.Unknown()]);
            }

            return new Outcome<IReadOnlyList<Row>>.Accepted(
            [
                .. store.People.Where(person => person != asked).Prepend(asked)
                    .Select(person => (Person: person, State: Latest(person, horizon)))
                    .Where(pair => pair.State is not null
                        && (pair.Person == asked || (!pair.State.Deleted && pair.State[Items.LinkedTo] == number)))
                    .Select(pair => new Row(pair.State!.Items, pair.State.Number, pair.State.Kind)),
            ]);
        }
    }

    /// <summary>名寄せ履歴 in which the person takes part, oldest first.</summary>
    public Outcome<IReadOnlyList<LinkEvent>> LinkHistory(string number)
    {
        lock (store.Gate)
        {
            var horizon = Horizon();
            return store.Find(number) is not null
                ? new Outcome<IReadOnlyList<LinkEvent>>.Accepted(
                    [.. store.Links.Where(link => (link.From == number || link.To == number) && link.At <= horizon)])
                : behaviour.Refuse<IReadOnlyList<LinkEvent>>([number.Length == 0 ? Refusal.Missing(Items.Number.Label) : Refusal.Unknown()]);
        }
    }

    private static bool Meets(string value, Condition condition, bool partial, bool prefix) =>
        !partial ? value == condition.Value
        : prefix ? value.StartsWith(condition.Value, StringComparison.Ordinal)
        : value.Contains(condition.Value, StringComparison.Ordinal);

    // States written after this moment do not show in inquiries yet.
    private DateTimeOffset Horizon() =>
        behaviour.Varies(AtenaVariants.VisibleLater) ? clock.GetUtcNow() - TimeSpan.FromSeconds(2) : DateTimeOffset.MaxValue;

    private static State? Latest(Person person, DateTimeOffset horizon) => person.InForce.LastOrDefault(state => state.At <= horizon);

    private bool Visible(Person person, string business, DateTimeOffset horizon) =>
        Latest(person, horizon) is { } current
        && (!current.Deleted || behaviour.Shows(AtenaFaults.DeletedStillFound))
        && (current[Items.Reserved] != "1" || person.Owner == business || behaviour.Shows(AtenaFaults.ReservedLeaked));

    private IEnumerable<State> Searched(Person person, DateTimeOffset horizon) =>
        behaviour.Shows(AtenaFaults.PastNotSearched)
            ? [Latest(person, horizon)!]
            : person.Searchable.Where(state => state.At <= horizon);

    private bool Meets(string value, Condition condition) =>
        Meets(value, condition, condition.Partial && !behaviour.Shows(AtenaFaults.PartialAsExact), behaviour.Shows(AtenaFaults.PartialIsPrefix));

    private Row View(Person person, DateTimeOffset horizon)
    {
        var current = Latest(person, horizon)!;
        var items = new Dictionary<string, string>(current.Items, StringComparer.Ordinal);
        if (behaviour.Shows(AtenaFaults.AnswerOmitsAddress))
        {
            items["jusho_banchigohyoki"] = "";
        }

        if (behaviour.Shows(AtenaFaults.AnswerSwapsNames))
        {
            (items[Items.Name.Name], items[Items.NameKana.Name]) = (current[Items.NameKana], current[Items.Name]);
        }

        if (behaviour.Shows(AtenaFaults.AnswerWithOtherNumber))
        {
            var place = store.People.ToList().IndexOf(person);
            items[Items.Number.Name] = place > 0 ? store.People[place - 1].Number : new string([.. person.Number.Reverse()]);
        }

        return new Row(items, current.Number, current.Kind);
    }
}
