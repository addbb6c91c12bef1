using System.Text.Json.Nodes;

namespace Conformance.Reference.Tests.Office;

/// <summary>Entries with everything in them; what a test is about is given last and replaces.</summary>
internal static class Some
{
    public const string Person = "100000000000001";

    public static readonly (string, string)[] Account =
    [
        ("kinyukikankodo", "0001"), ("tenpokodo", "002"), ("yokinshubetsu", "1"), ("kozabango", "1234567"), ("kozameiginin", "ミホン　ハナコ"),
    ];

    public static (string Name, string Value)[] Claim(params (string, string)[] more) => With(
    [
        ("atenabango", Person), ("kojinbango", "123456789018"), ("shimei", "見本　花子"), ("shimei_furigana", "ミホン　ハナコ"), ("seinengappi", "1990-04-02"),
        ("seibetsu", "2"), ("jusho", "見本県例示市中央１丁目２番３号"), ("seikyunengappi", "2026-04-01"),
        ("haigusha_atenabango", "100000000000002"), ("haigusha_shimei", "見本　太郎"), ("haigusha_jusho", "例示県別市一丁目"),
        ("jido1_atenabango", "100000000000003"), ("jido1_shimei", "見本　一"), ("jido1_seinengappi", "2024-02-29"), ("jido1_dokyo", "1"),
        ("jido2_atenabango", "100000000000004"), ("jido2_shimei", "見本　二"), ("jido2_seinengappi", "2016-08-20"), ("jido2_dokyo", "2"), ("jido2_jusho", "例示県別市二丁目"),
    ], more);

    public static (string Name, string Value)[] Resident(params (string, string)[] more) => With(
    [
        ("shimei", "見本　花子"), ("shimei_furigana", "ミホン　ハナコ"), ("seinengappi", "1990-04-02"), ("seibetsu", "2"), ("jusho_todofuken", "見本県"),
        ("jusho_shikugunchosonmei", "例示市"), ("jusho_choaza", "中央一丁目"), ("jusho_banchigohyoki", "２番３号"), ("zokugara", "妻"), ("setainushi", "見本　太郎"),
        ("honseki", "見本県例示市本町一番地"), ("zenjusho", "例示県別市一丁目"), ("idonengappi", "2026-04-01"),
    ], more);

    public static (string Name, string Value)[] Application(params (string, string)[] more) => With(
    [
        ("shimei", "見本　花子"), ("shimei_furigana", "ミホン　ハナコ"), ("seinengappi", "1990-02-28"), ("jusho", "見本県例示市中央一丁目"), ("kata", "1"),
        ("shinseinengappi", "2026-04-01"),
    ], more);

    /// <summary>As ぴったりサービス delivers it.</summary>
    public static PortalEntry Delivered(string number, string procedure, (string Name, string Value)[] items, string intention = "0", string? raw = null)
    {
        string[] applicant = ["atenabango", "kojinbango", "shimei", "shimei_furigana", "seinengappi", "seibetsu", "jusho"];
        return new PortalEntry
        {
            Number = number,
            Procedure = procedure,
            Raw = raw,
            Data = new JsonObject
            {
                ["uketsukebango"] = number,
                ["tetsuzuki"] = procedure,
                ["shinseinichiji"] = "2026-04-01T09:00:00+09:00",
                ["shinseisha"] = Members(items.Where(item => applicant.Contains(item.Name))),
                ["komoku"] = Members(items.Where(item => !applicant.Contains(item.Name))),
                ["tempu"] = new JsonArray(),
                ["kozariyo"] = intention,
                ["koza"] = null,
            },
        };
    }

    public static JsonObject Members(IEnumerable<(string Name, string Value)> items)
    {
        var members = new JsonObject();
        foreach (var (name, value) in items)
        {
            members[name] = value;
        }

        return members;
    }

    public static (string Name, string Value)[] With((string Name, string Value)[] items, params (string Name, string Value)[] more) =>
        [.. items.Where(item => more.All(one => one.Name != item.Name)), .. more];
}
