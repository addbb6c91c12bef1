using System.Collections.Concurrent;
using System.Globalization;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Office.Screens;

/// <summary>What the last lists showed, so that 詳細 opens the record that was listed, also when somebody else has changed the list meanwhile.</summary>
internal sealed class ListedRows
{
    private const int Most = 1000;
    private readonly ConcurrentDictionary<string, IReadOnlyList<Row>> lists = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = new();
    private long last;

    /// <returns>Number of the list.</returns>
    public string Keep(IReadOnlyList<Row> rows)
    {
        var number = Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);
        lists[number] = rows;
        order.Enqueue(number);
        while (order.Count > Most && order.TryDequeue(out var oldest))
        {
            lists.TryRemove(oldest, out _);
        }

        return number;
    }

    /// <returns>Null where the list is gone or had fewer rows.</returns>
    public Row? Find(string list, int at) => lists.TryGetValue(list, out var rows) && at < rows.Count ? rows[at] : null;
}
