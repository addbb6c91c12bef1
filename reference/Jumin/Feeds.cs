using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Jumin;

/// <summary>What other businesses fetch: 転出証明書情報, 支援措置の差分, 異動. The caller holds the gate.</summary>
internal sealed class Feeds(Desk desk)
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

    private readonly Dictionary<string, List<(DateTimeOffset At, JsonObject Entry)>> lists = new(StringComparer.Ordinal)
    {
        ["tenshutsushomei"] = [], ["shiensochi"] = [], ["ido"] = [],
    };

    /// <summary>Names of the feeds, to the member in which each answers its entries.</summary>
    public static IReadOnlyDictionary<string, string> Members { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["tenshutsushomei"] = "joho", ["shiensochi"] = "sabun", ["ido"] = "ido",
    };

    /// <summary>転出証明書情報 in one of its states.</summary>
    public void MoveOut(Resident resident, string number, string state) => Put("tenshutsushomei", new Row
    {
        ["shomeibango"] = number,
        ["atenabango"] = resident.Number,
        ["kojinbango"] = resident.Row["kojinbango"],
        ["shimei"] = resident.Row["shimei"],
        ["shimei_furigana"] = resident.Row["shimei_furigana"],
        ["seinengappi"] = resident.Row["seinengappi"],
        ["seibetsu"] = resident.Row["seibetsu"],
        ["zokugara"] = resident.Row["zokugara"],
        ["tenshutsumaejusho"] = resident.Address,
        ["tenshutsusakijusho"] = resident.Row["tenshutsusakijusho"],
        ["tenshutsuyoteinengappi"] = resident.Row["tenshutsuyoteinengappi"],
        ["jotai"] = state,
    }, []);

    /// <summary>設定, 更新 or 解除 of 支援措置.</summary>
    public void Protect(Row measure, string kind, IReadOnlyList<string> together)
    {
        if (kind == "koshin" && desk.Behaviour.Shows(JuminFaults.RenewalNotTold))
        {
            return;
        }

        Put("shiensochi", new Row
        {
            ["sabunbango"] = desk.Numbers.Next("D", 12),
            ["sabunkubun"] = kind,
            ["atenabango"] = measure["atenabango"],
            ["kaishinengappi"] = measure["kaishinengappi"],
            ["shuryonengappi"] = measure.Filled("shuryonengappi") ? measure["shuryonengappi"] : "9999-12-31",
        }, together);
    }

    /// <summary>異動 of a resident.</summary>
    public void Event(Resident resident, string reason, string day)
    {
        var row = new Row { ["idobango"] = desk.Numbers.Next("E", 12), ["idojiyu"] = reason, ["atenabango"] = resident.Number, ["idonengappi"] = day }
            .Take(resident.Row.Only(JuminFields.Names($"{JuminFields.Person} zokugara"))).Take(new Row { ["jusho"] = resident.Address });
        Put("ido", row, []);
        if (desk.Behaviour.Shows(JuminFaults.EventTwice))
        {
            Put("ido", row.Copy().Take(new Row { ["idobango"] = desk.Numbers.Next("E", 12) }), []);
        }
    }

    /// <summary>Every entry of a feed as a record, told or not.</summary>
    public IEnumerable<Row> All(string feed) => lists[feed].Select(one =>
    {
        var row = new Row();
        RequestBody.Flatten(one.Entry, row);
        return row;
    });

    /// <summary>Entries after the cursor, and the next cursor.</summary>
    public JsonObject Read(string feed, string since)
    {
        var from = int.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var late = feed == "shiensochi" && desk.Behaviour.Shows(JuminFaults.FeedLate);
        var visible = lists[feed].Where(one => !late || one.At + Late <= desk.Clock.GetUtcNow()).Select(one => one.Entry.DeepClone()).ToList();
        return new JsonObject
        {
            ["cursor"] = visible.Count.ToString(CultureInfo.InvariantCulture),
            [Members[feed]] = new JsonArray([.. visible.Skip(from)]),
        };
    }

    private void Put(string feed, Row row, IReadOnlyList<string> together)
    {
        var entry = new JsonObject();
        foreach (var (item, value) in desk.Behaviour.Through($"feed:{feed}", row))
        {
            entry[item] = value.Length == 0 && item is ("kojinbango" or "atenabango") ? null : value;
        }

        if (feed == "shiensochi")
        {
            entry["awasete"] = new JsonArray([.. together.Select(person => (JsonNode)person)]);
        }

        lists[feed].Add((desk.Clock.GetUtcNow(), entry));
    }
}
