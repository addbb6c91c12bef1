using System.Collections.Concurrent;
using System.Globalization;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Office;

/// <summary>操作の記録: who did what to whom, and when. Safe for concurrent use.</summary>
internal sealed class WorkLog(OfficeClock clock)
{
    private readonly ConcurrentQueue<Row> rows = new();
    private int serial;

    /// <summary>Every entry with its number and the person under 宛名番号, as it is put out.</summary>
    public IEnumerable<Row> All => rows.Select(row => row.Copy().Take(new Row { ["atenabango"] = row["taisho"] }));

    public void Write(string operatorId, string what, string whose) => rows.Enqueue(new Row
    {
        ["kirokubango"] = Interlocked.Increment(ref serial).ToString(CultureInfo.InvariantCulture),
        ["sosanichiji"] = clock.Stamp,
        ["sosashaid"] = operatorId,
        ["sosa"] = what,
        ["taisho"] = whose,
    });

    public IEnumerable<Row> Read(string operatorId, string whose) => rows
        .Where(row => operatorId.Length == 0 || row["sosashaid"] == operatorId)
        .Where(row => whose.Length == 0 || row["taisho"] == whose)
        .Select(row => row.Copy());
}
