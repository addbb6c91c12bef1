namespace Conformance.Reference.Atena;

/// <summary>What became of a request.</summary>
internal abstract record Outcome<T>
{
    private Outcome()
    {
    }

    /// <summary>It was carried out.</summary>
    public sealed record Accepted(T Value) : Outcome<T>;

    /// <summary>It was not, and nothing was stored.</summary>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : Outcome<T>;
}

/// <summary>The proof of a write.</summary>
/// <param name="Number">宛名番号.</param>
/// <param name="HistoryNumber">履歴番号.</param>
/// <param name="Items">The items of the request that the answer repeats.</param>
internal sealed record Receipt(string Number, int HistoryNumber, IReadOnlyDictionary<string, string> Items);

/// <summary>One line of an answer: a record with its 履歴番号.</summary>
internal sealed record Row(IReadOnlyDictionary<string, string> Items, int HistoryNumber, string Kind)
{
    /// <summary>The value of an item; empty where it is not set.</summary>
    public string this[Item item] => Items.GetValueOrDefault(item.Name, "");
}

/// <summary>One condition of an inquiry.</summary>
internal sealed record Condition(Item Item, string Value, bool Partial);
