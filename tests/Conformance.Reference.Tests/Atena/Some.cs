using System.Text.Json.Nodes;

namespace Conformance.Reference.Tests.Atena;

/// <summary>Requests with every item defaulted.</summary>
internal static class Some
{
    /// <summary>A complete 付番 request; a value of null leaves the item out.</summary>
    public static JsonObject Registration(params (string Name, string? Value)[] changes)
    {
        var body = new JsonObject
        {
            ["shorikubun"] = "0",
            ["shikuchosonkodo"] = "131016",
            ["shimei"] = "佐藤　一郎",
            ["uji_nihonjin"] = "佐藤",
            ["na_nihonjin"] = "一郎",
            ["shimei_furigana"] = "サトウ　イチロウ",
            ["uji_nihonjin_furigana"] = "サトウ",
            ["na_nihonjin_furigana"] = "イチロウ",
            ["shimei_gaikokujinromaji"] = "ＳＡＴＯ　ＩＣＨＩＲＯ",
            ["tsusho_furigana"] = "サトウイチ",
            ["seibetsu"] = "1",
            ["seinengappi"] = "1964-07-01",
            ["jusho_todofuken"] = "東京都",
            ["jusho_shikugunchosonmei"] = "千代田区",
            ["jusho_choaza"] = "霞が関二丁目",
            ["jusho_banchigohyoki"] = "１番６号",
            ["jusho_katagaki"] = "虎ノ門ハイツ１０１号",
            ["gyomuid"] = "001",
            ["nayosemotofuragu"] = "0",
            ["tagyomusanshofukafuragu"] = "0",
            ["sosashaid"] = "123456",
            ["sosanengappi"] = "2021-11-01",
            ["sosajikoku"] = "09:00:00",
        };
        foreach (var (name, value) in changes)
        {
            body.Remove(name);
            if (value is not null)
            {
                body[name] = value;
            }
        }

        return body;
    }

    /// <summary>A notice about a number.</summary>
    public static JsonObject Notice(string kind, string number, params (string Name, string Value)[] items)
    {
        var body = new JsonObject
        {
            ["shorikubun"] = kind,
            ["shikuchosonkodo"] = "131016",
            ["atenabango"] = number,
            ["sosashaid"] = "123456",
            ["sosanengappi"] = "2021-11-02",
            ["sosajikoku"] = "10:00:00",
        };
        foreach (var (name, value) in items)
        {
            body[name] = value;
        }

        return body;
    }
}
