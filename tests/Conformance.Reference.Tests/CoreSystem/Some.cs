using System.Text.Json.Nodes;

namespace Conformance.Reference.Tests.CoreSystem;

internal static class Some
{
    /// <summary>The entry of a Japanese person; pairs of item and value change it.</summary>
    public static Dictionary<string, string> Entry(params (string Item, string Value)[] changes)
    {
        var entry = new Dictionary<string, string>
        {
            ["shimei"] = "佐藤　一郎",
            ["uji_nihonjin"] = "佐藤",
            ["na_nihonjin"] = "一郎",
            ["shimei_furigana"] = "サトウ　イチロウ",
            ["seibetsu"] = "1",
            ["seinengappi"] = "1964-07-01",
            ["jusho_todofuken"] = "東京都",
            ["jusho_shikugunchosonmei"] = "千代田区",
            ["jusho_choaza"] = "霞が関二丁目",
            ["jusho_banchigohyoki"] = "１番６号",
        };
        foreach (var (item, value) in changes)
        {
            entry[item] = value;
        }

        return entry;
    }

    /// <summary>What 照会 answers about that entry.</summary>
    public static JsonObject Candidate(string number, IReadOnlyDictionary<string, string> entry)
    {
        var candidate = new JsonObject { ["atenabango"] = number };
        foreach (var (item, value) in entry)
        {
            candidate[item] = value;
        }

        candidate["rirekibango"] = 2;
        candidate["sakujofuragu"] = "0";
        return candidate;
    }
}
