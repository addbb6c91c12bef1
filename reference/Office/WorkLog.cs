using System.Collections.Concurrent;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Office;

/// <summary>操作の記録: who did what to whom, and when. Safe for concurrent use.</summary>
internal sealed class WorkLog(OfficeClock clock)
{
    private readonly ConcurrentQueue<Row> rows = new();

    public void Write(string operatorId, string what, string whose) => rows.Enqueue(new Row
    {
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
