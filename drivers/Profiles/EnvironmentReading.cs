using YamlDotNet.RepresentationModel;

namespace Conformance.Drivers.Profiles;

/// <summary>Reads <c>environment:</c>.</summary>
internal static class EnvironmentReading
{
    public static TargetEnvironment Read(YamlMap? map) => new(
        map?.OneOf("kind", null, "test", "staging", "production") ?? "", map?.Text("owner") ?? "", map?.OneOf("settings", "read-only", "read-only", "changeable", "restore") ?? "")
    {
        Rate = RateLimit.Read(map),
        Windows = map is null ? [] : [.. map.Texts("window").Select(text => Window(map, text)).OfType<UsageWindow>()],
        Accounts = map is null ? [] : Accounts(map),
        OneSession = map?.OneOf("sessions", "any", "any", "one") == "one",
        CrawlsMenus = map?.OneOf("crawl", "reads", "reads", "menus") == "menus",
        Alone = map?.OneOf("writers", "shared", "shared", "alone") == "alone",
        Mask = map?.OneOf("mask", "others", "others", "none") != "none",
        State = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(map?.Problems.File ?? ".")) ?? "", map?.Optional("state") ?? ".conformance"),
    };

    private static UsageWindow? Window(YamlMap map, string text)
    {
        try
        {
            return UsageWindow.Parse(text);
        }
        catch (FormatException e)
        {
            map.Problems.Add("CF5005", map.Find("window")!, e.Message, "Write it like '月-金 09:00-17:30', '毎日 22:00-06:00' or '2026-11-23 10:00-12:00', in Japan Standard Time.");
            return null;
        }
    }

    private static List<PooledAccount> Accounts(YamlMap map)
    {
        var before = map.Problems.LateTexts.Count;
        var accounts = new List<PooledAccount>();
        if (map.Find("accounts") is { } node and not YamlSequenceNode)
        {
            map.Problems.Add("CF5004", node, "accounts is not a list.", "Write one entry per account: {name: …, password: '${env:…}', role: …}.");
        }

        foreach (var entry in (map.Find("accounts") as YamlSequenceNode)?.Children ?? [])
        {
            if (YamlMap.Of(entry, "account", map.Problems) is { } part)
            {
                accounts.Add(new PooledAccount(part.Late("name", required: true) ?? new LateText("", "", secret: false, part.At), part.Late("password", secret: true), part.Text("role")));
            }
        }

        // They log in on screens only.
        map.Problems.LateTexts.Skip(before).ToList().ForEach(late => late.Surface = Surfaces.Ui);
        return accounts;
    }
}
