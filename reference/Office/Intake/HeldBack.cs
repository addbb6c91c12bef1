using System.Collections.Concurrent;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Office.Intake;

/// <summary>Applications (and entries of feeds) that could not be taken in, kept for staff with what is wrong. Safe for concurrent use.</summary>
internal sealed class HeldBack
{
    private readonly ConcurrentDictionary<string, Row> rows = new(StringComparer.Ordinal);

    public bool Knows(string number) => rows.ContainsKey(number);

    /// <param name="read">What could be read of it.</param>
    public void Keep(string number, string procedure, IEnumerable<string> wrong, Row read, string raw) => rows[number] = new Row
    {
        ["uketsukebango"] = number,
        ["tetsuzuki"] = procedure,
        ["atenabango"] = read["atenabango"],
        ["shimei"] = read["shimei"],
        ["seinengappi"] = read["seinengappi"],
        ["ayamari"] = string.Join("／", wrong),
        ["shorikubun"] = "未処理",
        ["denbun"] = raw.Length > 4000 ? raw[..4000] : raw,
    };

    public IEnumerable<Row> Find(string number) => rows.Values
        .Where(row => number.Length == 0 || row["uketsukebango"] == number)
        .OrderBy(row => row["uketsukebango"], StringComparer.Ordinal)
        .Select(row => row.Copy());

    /// <summary>Every entry, as it is put out: what it is stands under a name of its own.</summary>
    public IEnumerable<Row> All => Find("").Select(row => row.Take(new Row { ["denbunshurui"] = row["tetsuzuki"] }));

    /// <summary>保留申請一覧, and what staff do with an entry.</summary>
    public IReadOnlyList<Operation> Operations(Desk desk, Neighbourhood neighbourhood) =>
    [
        desk.Look("horyu-ichiran", "保留申請一覧", "uketsukebango", "uketsukebango tetsuzuki shimei ayamari shorikubun", entry => Find(entry["uketsukebango"])),
        desk.Work("horyu-shori", "保留申請の差戻し", "差戻し", "uketsukebango*", entry =>
        {
            if (!rows.TryGetValue(entry["uketsukebango"], out var row))
            {
                throw new WorkRefusedException("E0005", $"受付番号{entry["uketsukebango"]}の保留申請はありません。");
            }

            row["shorikubun"] = "差戻し";
            neighbourhood.Tell(row["uketsukebango"], "kyakka");
            return new Answer("差し戻しました。", row.Copy());
        }) with { Gives = "uketsukebango tetsuzuki ayamari shorikubun" },
    ];
}
