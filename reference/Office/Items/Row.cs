using System.Collections;

namespace Conformance.Reference.Office.Items;

/// <summary>One record: ローマ字 name to text, in the order in which the items were set. An item that is not there reads as blank.</summary>
internal sealed class Row : IEnumerable<KeyValuePair<string, string>>
{
    private readonly OrderedDictionary<string, string> items = new(StringComparer.Ordinal);

    public string this[string item]
    {
        get => items.GetValueOrDefault(item, "");
        set => items[item] = value;
    }

    public bool Has(string item) => items.ContainsKey(item);

    /// <summary>Whether the item has a value that is not blank.</summary>
    public bool Filled(string item) => this[item].Length > 0;

    public void Add(string item, string value) => this[item] = value;

    public void Remove(string item) => items.Remove(item);

    public Row Copy()
    {
        var copy = new Row();
        copy.Take(this);
        return copy;
    }

    /// <summary>Takes every item of the other record over, blanks included.</summary>
    public Row Take(IEnumerable<KeyValuePair<string, string>> other)
    {
        foreach (var (item, value) in other)
        {
            this[item] = value;
        }

        return this;
    }

    /// <summary>A record of these items only, in this order.</summary>
    public Row Only(IEnumerable<string> names)
    {
        var only = new Row();
        foreach (var name in names)
        {
            only[name] = this[name];
        }

        return only;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
