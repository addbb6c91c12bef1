namespace Conformance.Reference.Atena;

/// <summary>住登外者宛名番号管理DB, in memory. Everything but <see cref="Operation"/> is called under <see cref="Gate"/>.</summary>
internal sealed class PeopleStore(Behaviour behaviour, TimeProvider clock)
{
    private readonly List<Person> people = [];
    private readonly Dictionary<string, Person> byNumber = new(StringComparer.Ordinal);
    private readonly List<LinkEvent> links = [];

    /// <summary>One lock around every operation.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Everybody, in the order of registration.</summary>
    public IReadOnlyList<Person> People => people;

    /// <summary>名寄せ履歴 of everybody, oldest first.</summary>
    public IReadOnlyList<LinkEvent> Links => links;

    /// <summary>The person with this number, deleted or not, or null.</summary>
    public Person? Find(string number) => byNumber.GetValueOrDefault(number);

    /// <summary>The last link or undoing of which this number is 名寄せ元.</summary>
    public LinkEvent? LastLink(string number) => links.LastOrDefault(link => link.From == number);

    /// <summary>The items that say who wrote, and when.</summary>
    public static Dictionary<string, string> Operation(IReadOnlyDictionary<string, string> values) =>
        Items.Operation.Where(item => values.ContainsKey(item.Name)).ToDictionary(item => item.Name, item => values[item.Name], StringComparer.Ordinal);

    /// <summary>Stores a new person.</summary>
    public Receipt Enter(string number, IReadOnlyDictionary<string, string> values)
    {
        var person = new Person(number, values.GetValueOrDefault(Items.Business.Name, ""));
        people.Add(person);
        byNumber[number] = person;
        var items = StoredForm.Of(values, behaviour);
        items[Items.Number.Name] = number;
        if (items.GetValueOrDefault(Items.LinkedFlag.Name) == "1")
        {
            Record("nayose", number, items.GetValueOrDefault(Items.LinkedTo.Name, ""), values);
        }

        return Write(person, "toroku", items, values);
    }

    /// <summary>Stores the next state of a person.</summary>
    /// <param name="historyOnly">The state goes into the history without coming into force.</param>
    public Receipt Write(
        Person person, string kind, Dictionary<string, string> items, IReadOnlyDictionary<string, string> request, bool historyOnly = false)
    {
        var before = person.Writes == 0 ? null : person.Current;
        var state = new State(++person.Writes, kind, items, clock.GetUtcNow());
        var withoutEffect = historyOnly
            || (kind == "henko" && behaviour.Shows(AtenaFaults.UpdateWithoutEffect))
            || (kind == "sakujo" && behaviour.Shows(AtenaFaults.DeleteWithoutEffect))
            || (kind == "nayosekaijo" && behaviour.Shows(AtenaFaults.LinkNotUndone));
        if (!withoutEffect)
        {
            person.InForce.Add(state);
            if (before is null || !behaviour.Shows(AtenaFaults.StaleSearch))
            {
                person.Searchable.Add(state);
            }
        }

        Remember(person, state, before);
        return new Receipt(person.Number, state.Number, request);
    }

    private void Remember(Person person, State state, State? before)
    {
        var change = state.Kind == "henko" && before is not null;
        if (change && behaviour.Shows(AtenaFaults.LostHistory))
        {
            person.History.Clear();
        }

        if (change && behaviour.Shows(AtenaFaults.HistoryOverwritten))
        {
            var earlier = person.History.ConvertAll(old => old with { Items = state.Items });
            person.History.Clear();
            person.History.AddRange(earlier);
        }

        var skipped = (state.Deleted && behaviour.Shows(AtenaFaults.DeletionNotInHistory))
            || (change && behaviour.Drawn.Any(fault => fault.Operator == ItemOperator.HistorySkipped && state[fault.Item] != before![fault.Item]));
        if (!skipped)
        {
            person.History.Add(state);
        }
    }

    /// <summary>Notes a link or its undoing in 名寄せ履歴.</summary>
    public void Record(string kind, string from, string to, IReadOnlyDictionary<string, string> request)
    {
        var link = new LinkEvent(kind, from, to, Operation(request), clock.GetUtcNow());
        if (behaviour.Shows(AtenaFaults.LinkHistoryLost))
        {
            return;
        }

        if (link.Kind == "nayosekaijo" && behaviour.Shows(AtenaFaults.LinkHistoryOverwritten)
            && links.FindLastIndex(earlier => earlier.From == link.From) is >= 0 and var index)
        {
            links.RemoveAt(index);
        }

        links.Add(link);
    }

    /// <summary>The wrong way round: 名寄せ先 is stored as 名寄せ元 of the other.</summary>
    public static void PointBack(Person target, string to)
    {
        var items = new Dictionary<string, string>(target.Current.Items, StringComparer.Ordinal)
        {
            [Items.LinkedFlag.Name] = to.Length > 0 ? "1" : "0",
            [Items.LinkedTo.Name] = to,
        };
        target.InForce.Add(target.Current with { Items = items });
    }
}
