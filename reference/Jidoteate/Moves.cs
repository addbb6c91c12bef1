using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Jidoteate;

/// <summary>仮登録 of people who are expected to move in. The caller holds the gate.</summary>
internal sealed class Moves(Desk desk, Protection protection)
{
    private static readonly string[] Rank = ["yotei", "kakutei", "torikeshi"];
    private readonly Dictionary<string, Row> rows = new(StringComparer.Ordinal);

    /// <summary>Everybody as kept: with the state that was told, cancelled ones too, and nothing hidden.</summary>
    public IEnumerable<Row> All => rows.Values;

    /// <summary>Takes 転出証明書情報; what comes too late (the plan after its outcome) changes nothing.</summary>
    public bool Take(Row entry)
    {
        var number = entry["shomeibango"];
        if (rows.TryGetValue(number, out var before) && Array.IndexOf(Rank, entry["jotai"]) <= Array.IndexOf(Rank, before["jotai"]))
        {
            return false;
        }

        var row = entry["jotai"] == "kakutei" && before is not null ? before.Copy() : entry.Copy();
        row["jotai"] = entry["jotai"];
        rows[number] = entry["jotai"] == "kakutei" ? desk.Behaviour.Through("confirm", row) : desk.Behaviour.Through("provisional", row);
        return true;
    }

    public IEnumerable<Row> Find(Row asked) => rows.Values
        .Where(row => row["jotai"] != "torikeshi" || desk.Behaviour.Shows(JidoteateFaults.CancelledStays))
        .Where(row => asked.All(item => item.Value.Length == 0 || row[item.Key] == item.Value))
        .Select(row => row.Copy().Take(new Row { ["jotai"] = row["jotai"] == "kakutei" ? "確定" : "仮登録" }))
        .Select(row => protection.Covers(row["atenabango"])
            ? row.Take(new Row { ["tenshutsumaejusho"] = Protection.Hidden, ["tenshutsusakijusho"] = Protection.Hidden })
            : row);
}
