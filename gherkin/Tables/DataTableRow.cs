using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Conformance.Gherkin;

/// <summary>A row of a table: its cells by column, in the order of the columns. Columns are neither added nor removed here.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "The name is Reqnroll's.")]
public sealed class DataTableRow : IDictionary<string, string>
{
    private readonly string[] _cells;

    internal DataTableRow(DataTable table, string[] cells)
    {
        Table = table;
        _cells = cells;
    }

    public DataTable Table { get; }

    public int Count => _cells.Length;

    public ICollection<string> Keys => Table.Header;

    public ICollection<string> Values => Array.AsReadOnly(_cells);

    bool ICollection<KeyValuePair<string, string>>.IsReadOnly => false;

    public string this[int index]
    {
        get => _cells[index];
        set => _cells[index] = value;
    }

    /// <exception cref="BindingException">There is no such column; the message names those there are.</exception>
    public string this[string key]
    {
        get => _cells[Table.Require(key)];
        set => _cells[Table.Require(key)] = value;
    }

    public bool ContainsKey(string key) => Table.ContainsColumn(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        var index = Table.IndexOf(key);
        value = index < 0 ? null : _cells[index];
        return index >= 0;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => Table.Header.Zip(_cells, KeyValuePair.Create).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    bool ICollection<KeyValuePair<string, string>>.Contains(KeyValuePair<string, string> item) =>
        TryGetValue(item.Key, out var value) && value == item.Value;

    void ICollection<KeyValuePair<string, string>>.CopyTo(KeyValuePair<string, string>[] array, int arrayIndex)
    {
        foreach (var cell in this)
        {
            array[arrayIndex++] = cell;
        }
    }

    void IDictionary<string, string>.Add(string key, string value) => throw ShapeIsFixed();

    bool IDictionary<string, string>.Remove(string key) => throw ShapeIsFixed();

    void ICollection<KeyValuePair<string, string>>.Add(KeyValuePair<string, string> item) => throw ShapeIsFixed();

    void ICollection<KeyValuePair<string, string>>.Clear() => throw ShapeIsFixed();

    bool ICollection<KeyValuePair<string, string>>.Remove(KeyValuePair<string, string> item) => throw ShapeIsFixed();

    private static NotSupportedException ShapeIsFixed() => new("A row has the columns of its table.");
}
