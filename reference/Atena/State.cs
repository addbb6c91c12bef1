namespace Conformance.Reference.Atena;

/// <summary>A person's record as it stood after one write.</summary>
/// <param name="Number">履歴番号, from 1.</param>
/// <param name="Kind">履歴区分: <c>toroku</c>, <c>henko</c>, <c>sakujo</c>, <c>nayose</c> or <c>nayosekaijo</c>.</param>
/// <param name="Items">Values by name; an item that is not set is absent or empty.</param>
/// <param name="At">When it was written.</param>
internal sealed record State(int Number, string Kind, IReadOnlyDictionary<string, string> Items, DateTimeOffset At)
{
    /// <summary>The person is not managed any more.</summary>
    public bool Deleted => Kind == "sakujo";

    /// <summary>The value of an item; empty where it is not set.</summary>
    public string this[Item item] => Items.GetValueOrDefault(item.Name, "");
}
