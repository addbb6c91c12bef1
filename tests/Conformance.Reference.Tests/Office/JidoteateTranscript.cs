using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Reference.Jidoteate;

namespace Conformance.Reference.Tests.Office;

internal sealed class JidoteateTranscript : OfficeTranscript
{
    private int people = 500;

    private JidoteateTranscript(OfficeInstance office, bool checks)
        : base(office, checks)
    {
    }

    public static async Task<string> OfAsync(bool checks, string? fault = null, string? variant = null)
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product, fault, variant);
        return await new JidoteateTranscript(office, checks).WriteAsync();
    }

    protected override async Task GoAsync()
    {
        await CheckAsync("jukyusha-toroku", Some.Claim(), at => [("atenabango", Next())]);
        await NoteAsync("jukyusha-toroku", Some.Claim(("atenabango", Next()), ("kojinbango", ""), ("shimei", new string('見', 60)), ("kinyukikankodo", "0001"), ("tenpokodo", "001"), ("yokinshubetsu", "1"),
            ("kozabango", "0000001"), ("kozameiginin", "ミホン"), ("jido2_shimei", "見本　次"), ("jido2_seinengappi", "2024-01-01")));
        await TrialsAsync();
        await FeedsAsync();
        await OnlineAsync();
        await PaperAsync();
        await LifeAsync();
        await NoteAsync("jukyusha-toroku", Some.Claim(("atenabango", Next()), ("sosashaid", "view1")));
        await ScreensAsync("/jukyusha-toroku", "/shinsa", Some.Claim(("atenabango", Next())));
        foreach (var list in new[] { "jukyusha-shokai", "shinsei-ichiran", "horyu-ichiran", "tempu-ichiran", "ido-ichiran", "shiensochi-ichiran", "karitoroku-ichiran", "koza-shokai-jokyo", "shiharai-shokai" })
        {
            await NoteAsync(list);
        }

        await NoteAsync("shinsei-ichiran", ("shimei", "別人"));
        await NoteAsync("jukyusha-shokai", ("shimei", "見本　別人"), ("itchi", "kanzen"));
        await NoteAsync("ikkatsu-torikomi", ("uketsukebangoichiran", "A1"));
    }

    private string Next() => (100000000000000 + people++).ToString(CultureInfo.InvariantCulture);

    private async Task TrialsAsync()
    {
        foreach (var (month, born) in new[] { ("2026-07", "2023-06-10"), ("2027-03", "2024-02-29"), ("2026-04", "2008-04-01") })
        {
            await NoteAsync("gaku-santei", ("kijunnengetsu", month), ("jido1_seinengappi", born));
        }

        await NoteAsync("gaku-santei", ("kijunnengetsu", "2026-06"), ("jido1_seinengappi", "2025-05-05"), ("jido2_seinengappi", "2014-08-20"), ("jido3_seinengappi", "2017-08-20"));
        await NoteAsync("gaku-santei", ("kijunnengetsu", "2026-06"), ("jido1_seinengappi", "2005-06-10"), ("jido2_seinengappi", "2012-08-20"), ("jido3_seinengappi", "2016-08-20"));
        await NoteAsync("gaku-santei", ("kijunnengetsu", "2026-06"), ("jido1_seinengappi", "2016-06-10"), ("jido1_kango", "0"));
        await NoteAsync("kaishizuki-santei", ("seikyunengappi", "2026-05-15"), ("jiyuhasseinengappi", "2026-04-30"));
    }

    private async Task FeedsAsync()
    {
        await NoteAsync("jukyusha-toroku", Some.Claim(("atenabango", "100000000000011"), ("kojinbango", "")));
        await NoteAsync("jukyusha-toroku", Some.Claim(("atenabango", "100000000000012"), ("kojinbango", "")));
        var protect = Some.Members([("sabunbango", "D2"), ("sabunkubun", "settei"), ("atenabango", "100000000000011"), ("kaishinengappi", "2026-01-01"), ("shuryonengappi", "2026-12-31")]);
        protect["awasete"] = new JsonArray("100000000000002");
        var lift = Some.Members([("sabunbango", "D1"), ("sabunkubun", "kaijo"), ("atenabango", "100000000000011"), ("kaishinengappi", "2026-01-01")]);
        Office.Around.Feeds["shiensochi"].AddRange([protect, lift]);
        foreach (var (number, state) in new[] { ("M1", "yotei"), ("M2", "yotei"), ("M1", "kakutei"), ("M2", "torikeshi") })
        {
            Office.Around.Feeds["tenshutsushomei"].Add(Some.Members(
            [
                ("shomeibango", number), ("kojinbango", "123456789018"), ("shimei", "見本　花子"), ("shimei_furigana", "ミホン　ハナコ"), ("seinengappi", "1990-04-02"),
                ("tenshutsuyoteinengappi", "2026-05-01"), ("jotai", state),
            ]));
        }

        foreach (var (number, reason, person) in new[] { ("E1", "shibo", "100000000000011"), ("E1", "shibo", "100000000000011"), ("E2", "tenshutsu", "100000000000012") })
        {
            Office.Around.Feeds["ido"].Add(Some.Members([("idobango", number), ("idojiyu", reason), ("atenabango", person), ("idonengappi", "2026-06-15")]));
        }

        await RoundAsync();
        await NoteAsync("karitoroku-ichiran");
    }

    private async Task OnlineAsync()
    {
        var first = Some.Delivered("A1", "nintei", Some.Claim(("haigusha_jusho", "")), intention: "1");
        first.Papers["p1"] = [.. Enumerable.Range(0, 20).Select(at => (byte)at)];
        first.Data["tempu"] = new JsonArray(new JsonObject { ["id"] = "p1", ["mei"] = "証明.pdf", ["contentType"] = "application/pdf", ["size"] = 20 });
        var withdrawn = Some.Delivered("A2", "nintei", Some.Claim(("atenabango", "100000000000021"), ("kojinbango", "")));
        var refused = Some.Delivered("A4", "nintei", Some.Claim(("atenabango", "100000000000022"), ("kojinbango", "")));
        Office.Around.Accounts[Some.Person] = Some.Members(Some.Account);
        Office.Around.Applications.AddRange([first, withdrawn, Some.Delivered("A3", "nintei", Some.Claim(("seinengappi", "1990-02-30"))), refused]);
        await RoundAsync();
        (first.State, withdrawn.State) = ("mishutoku", "torisage");
        await RoundAsync();
        await NoteAsync("shinsei-ichiran");

        var claim = await ClaimAsync("A1");
        await NoteAsync("shinsa", claim);
        await RoundAsync();
        await NoteAsync("koza-shokai-jokyo");
        var number = (await NoteAsync("kettei", claim, ("ketteikubun", "1"), ("ketteinengappi", "2026-04-10")))["ninteibango"]?.ToString() ?? "";
        await NoteAsync("shinsa", await ClaimAsync("A4"));
        await NoteAsync("kettei", await ClaimAsync("A4"), ("ketteikubun", "2"));
        await NoteAsync("kettei", await ClaimAsync("A4"), ("ketteikubun", "2"), ("riyu", "要件を満たさない"), ("ketteinengappi", "2026-04-10"));

        Office.Around.Accounts[Some.Person] = Some.Members(Some.With(Some.Account, ("kozabango", "7654321"), ("tenpokodo", "003")));
        Office.Around.AccountChanges.Add(Some.Members([("atenabango", Some.Person), ("koshinnichiji", "2026-05-01T09:00:00+09:00"), ("jotai", "henko")]));
        await NoteAsync("shiharai-ichiran", ("shiharainengetsu", "2026-06"), ("ninteibango", number));
        await NoteAsync("shiharai-data", ("shiharainengetsu", "2026-06"), ("ninteibango", number));
        await NoteAsync("jukyusha-shokai", ("ninteibango", number), ("kijunnengetsu", "2027-03"));
    }

    private async Task PaperAsync()
    {
        var entry = Some.Claim(("atenabango", "100000000000031"), ("kojinbango", ""));
        var claim = ("seikyubango", (await NoteAsync("nintei-seikyu", entry))["seikyubango"]?.ToString() ?? "");
        await NoteAsync("nintei-seikyu", entry);
        await NoteAsync("shinsa", claim);
        await RoundAsync();
        var number = (await NoteAsync("kettei", claim, ("ketteikubun", "1"), ("ketteinengappi", "2026-04-10")))["ninteibango"]?.ToString() ?? "";
        await NoteAsync("shiharai-ichiran", ("shiharainengetsu", "2026-06"), ("ninteibango", number));
        await NoteAsync("koza-henko", [("ninteibango", number), .. Some.Account]);
    }

    private async Task LifeAsync()
    {
        const string Rare = "𠮷田　葛\U000E0100子";
        var entry = Some.Claim(("atenabango", "100000000000041"), ("kojinbango", "210987654320"), ("genkyoyohi", "1"), ("shimei", Rare));
        var number = ("ninteibango", (await NoteAsync("jukyusha-toroku", [.. entry, .. Some.Account]))["ninteibango"]?.ToString() ?? "");
        await NoteAsync("jukyusha-toroku", entry);
        await NoteAsync("jukyusha-henko", number, ("rirekibango", "1"), ("jusho", "見本県例示市南二丁目"));
        await NoteAsync("jukyusha-henko", number, ("rirekibango", "1"), ("jusho", "見本県例示市北三丁目"));
        await NoteAsync("jukyusha-shokai", ("shimei", "𠮷田　別人"), ("itchi", "kanzen"));
        await NoteAsync("genkyo-taisho", ("nendo", "2026"));
        await NoteAsync("genkyo-kigen", [("nendo", "2026"), number]);
        await NoteAsync("shiharai-ichiran", ("shiharainengetsu", "2026-06"), number);
        await NoteAsync("genkyo-toroku", number, ("nendo", "2026"), ("teishutsunengappi", "2026-07-01"));
        await NoteAsync("shiharai-ichiran", ("shiharainengetsu", "2026-06"), number);
        await NoteAsync("shiharai-data", ("shiharainengetsu", "2026-06"), number);
        var paid = await NoteAsync("shiharai-shokai", number);
        await NoteAsync("furikomi-funo", ("shiharaibango", paid["shiharaibango"]?.ToString() ?? ""), ("funojiyu", "1"));
        await NoteAsync("zuiji-barai", number, ("shiharainengetsu", "2026-07"));
        await NoteAsync("gakukaitei", number, ("kaiteijiyu", "2"), ("jiyuhasseinengappi", "2026-06-10"), ("seikyunengappi", "2026-06-20"), ("jido1_shimei", "見本　一"), ("jido1_seinengappi", "2024-02-29"));
        await NoteAsync("shometsu", number, ("shometsujiyu", "1"), ("jiyuhasseinengappi", "2026-08-10"));
        await NoteAsync("shiharai-ichiran", ("shiharainengetsu", "2026-10"), number);
        await NoteAsync("rireki-shokai", number);
    }

    private async Task<(string, string)> ClaimAsync(string application) =>
        ("seikyubango", (await NoteAsync("shinsei-ichiran", ("uketsukebango", application)))["seikyubango"]?.ToString() ?? "");
}
