using Conformance.Reference.Jumin;

namespace Conformance.Reference.Tests.Office;

internal sealed class JuminTranscript : OfficeTranscript
{
    private JuminTranscript(OfficeInstance office, bool checks)
        : base(office, checks)
    {
    }

    public static async Task<string> OfAsync(bool checks, string? fault = null, string? variant = null)
    {
        await using var office = await OfficeInstance.StartAsync(JuminApp.Product, fault, variant);
        return await new JuminTranscript(office, checks).WriteAsync();
    }

    protected override async Task GoAsync()
    {
        await CheckAsync("tennyu", Some.Resident(), _ => []);
        var number = await MovingAsync();
        await BookingsAsync();
        await ProtectionAsync();
        var always = await AddAsync(("kojinbango", ""), ("shimei", "見本　常"));
        await NoteAsync("shiensochi-moshide", always, ("kaishinengappi", "2026-04-01"), ("shuryonengappi", "9999-12-31"));
        await NoteAsync("shibo", ("atenabango", number), ("idonengappi", "2026-07-01"), ("sosashaid", "view1"));
        await ScreensAsync("/tennyu", "/shibo", Some.Resident());
        await NoteAsync("jumin-shokai", ("seinengappi", "1990-04-02"));
        await NoteAsync("jumin-shokai", ("jusho_choaza", "中央一丁目"), ("rireki", "1"));
        await NoteAsync("renkei-shutsuryoku", ("renkeiid", "001x006"));
        foreach (var list in new[] { "yoyaku-ichiran", "horyu-ichiran", "kofu-kiroku", "shiensochi-shokai" })
        {
            await NoteAsync(list);
        }

        await NoteAsync("ikkatsu-torikomi", ("uketsukebangoichiran", "B1"));
        Office.Clock.Advance(TimeSpan.FromMinutes(11));
        foreach (var feed in new[] { "tenshutsushomei", "shiensochi", "ido" })
        {
            Note(await Office.Api.GetStringAsync(new Uri($"/jumin/v1/{feed}", UriKind.Relative)));
        }
    }

    private async Task<(string, string)> AddAsync(params (string, string)[] more) =>
        ("atenabango", (await NoteAsync("tennyu", Some.Resident(more)))["atenabango"]?.ToString() ?? "");

    private async Task<string> MovingAsync()
    {
        var here = await AddAsync(("shimei", "髙田　𠮷葛\U000E0100"), ("seinengappi", "2000-02-29"), ("kojinbango", "123456789018"));
        await NoteAsync("jumin-shokai", here);
        await NoteAsync("tenkyo", [here, .. Some.Resident().Where(item => item.Name.StartsWith("jusho", StringComparison.Ordinal) && item.Name != "jusho_choaza"), ("jusho_choaza", "南二丁目"), ("idonengappi", "2026-05-01")]);
        await NoteAsync("jumin-shokai", here);
        await NoteAsync("juminhyo", here, ("seikyushakubun", "1"));
        await NoteAsync("settei", ("shomeisho_mado", "1"));
        await NoteAsync("juminhyo", here, ("seikyushakubun", "1"));
        await NoteAsync("settei", ("shomeisho_mado", "0"), ("mojinookisa", "2"), ("shomeisho_katagaki", "0"));
        await NoteAsync("juminhyo", here, ("seikyushakubun", "1"));
        await NoteAsync("settei", ("mojinookisa", "1"), ("shomeisho_katagaki", "1"));
        var leaving = new[] { here, ("tenshutsusakijusho", "例示県別市三丁目"), ("tenshutsuyoteinengappi", "2026-06-01") };
        await NoteAsync("tenshutsu", leaving);
        await NoteAsync("ido-torikeshi", here, ("riyu", "取りやめ"));
        await NoteAsync("tenshutsu", leaving);
        await NoteAsync("tenshutsu-kakutei", here, ("idonengappi", "2026-06-02"));
        await NoteAsync("johyo", here, ("seikyushakubun", "1"));
        await NoteAsync("rireki-shokai", here);
        await AddAsync(("shimei", "別人　一"), ("seinengappi", "1991-01-01"));
        await NoteAsync("shussei", Some.Resident(("shimei", "見本　一")));
        return here.Item2;
    }

    private async Task BookingsAsync()
    {
        var (first, second) = (Some.Delivered("B1", "tennyu-yoyaku", Some.Resident()), Some.Delivered("B2", "tennyu-yoyaku", Some.Resident()));
        Office.Around.Applications.AddRange(
        [
            first, second, Some.Delivered("B3", "tennyu-yoyaku", Some.Resident(("seinengappi", "1990-02-30"))),
            Some.Delivered("B4", "tenshutsu", Some.Resident(("tenshutsusakijusho", "例示県別市三丁目"), ("tenshutsuyoteinengappi", "2026-06-01"))),
        ]);
        await RoundAsync();
        (first.State, second.State) = ("mishutoku", "torisage");
        await RoundAsync();
        await NoteAsync("yoyaku-ichiran");
        await NoteAsync("tennyu", ("uketsukebango", "B1"));
    }

    private async Task ProtectionAsync()
    {
        var (own, other) = (await AddAsync(), await AddAsync());
        await NoteAsync("shiensochi-moshide", own, ("kaishinengappi", "2025-04-01"), ("shuryonengappi", "2026-03-31"), ("awasete1", other.Item2));
        foreach (var person in new[] { own, other })
        {
            await NoteAsync("juminhyo", person, ("seikyushakubun", "2"));
            await NoteAsync("juminhyo", person, ("seikyushakubun", "1"));
            await NoteAsync("jumin-shokai", person);
        }

        await NoteAsync("shiensochi-kigen");
        await NoteAsync("shiensochi-ichijikaijo", own, ("kessaibango", "K1"), ("kaijobyo", "5"));
        await NoteAsync("juminhyo", own, ("seikyushakubun", "1"));
        Office.Clock.Advance(TimeSpan.FromSeconds(6));
        await NoteAsync("juminhyo", own, ("seikyushakubun", "1"));
        await NoteAsync("shiensochi-koshin", own, ("shuryonengappi", "2027-03-31"));
        await NoteAsync("tenshutsu", own, ("tenshutsusakijusho", "例示県別市三丁目"), ("tenshutsuyoteinengappi", "2026-06-01"));
        await NoteAsync("tenshutsu-kakutei", own, ("idonengappi", "2026-06-02"));
        await NoteAsync("johyo", own, ("seikyushakubun", "1"));
        await NoteAsync("shiensochi-shuryo", own, ("shuryoketteinengappi", "2026-07-01"));
        await NoteAsync("johyo", own, ("seikyushakubun", "1"));

        var gone = await AddAsync();
        await NoteAsync("shiensochi-moshide", gone, ("kaishinengappi", "2026-01-01"), ("shuryonengappi", "2026-12-31"));
        await NoteAsync("tenshutsu", gone, ("tenshutsusakijusho", "例示県別市三丁目"), ("tenshutsuyoteinengappi", "2026-01-15"));
        await NoteAsync("tenshutsu-kakutei", gone, ("idonengappi", "2026-01-16"));
        await NoteAsync("shiensochi-shuki", gone, ("shienshuryonengappi", "2026-02-28"));
        await NoteAsync("johyo", gone, ("seikyushakubun", "1"));
    }
}
