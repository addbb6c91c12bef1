using Conformance.Reference.Shikyu;

namespace Conformance.Reference.Tests.Office;

internal sealed class ShikyuTranscript : OfficeTranscript
{
    private ShikyuTranscript(OfficeInstance office, bool checks)
        : base(office, checks)
    {
    }

    public static async Task<string> OfAsync(bool checks, string? fault = null, string? variant = null)
    {
        await using var office = await OfficeInstance.StartAsync(ShikyuApp.Product, fault, variant);
        return await new ShikyuTranscript(office, checks).WriteAsync();
    }

    protected override Task RoundAsync() => Task.CompletedTask;

    protected override async Task GoAsync()
    {
        await CheckAsync("shinsei", Some.Application(), _ => []);
        await NoteAsync("shinsei", Some.Application(("shimei", "葛󠄀𠮷" + new string('見', 60)), ("jusho", "見本県例示市１２番")));
        foreach (var (kind, supplement) in new[] { ("1", "123456"), ("2", ""), ("1", "1000000"), ("1", "30") })
        {
            await NoteAsync("kasangaku", ("kata", kind), ("kasangaku", supplement), ("tekiyokaishinengappi", "2026-04-01"));
            await NoteAsync("gaku-santei", ("kata", kind), ("kijunnengappi", "2026-04-01"));
            var number = ("shinseibango", (await NoteAsync("shinsei", Some.Application(("kata", kind))))["shinseibango"]?.ToString() ?? "");
            await NoteAsync("kettei", number, ("ketteikubun", "1"), ("shikyugaku", "1"));
        }

        var refused = ("shinseibango", (await NoteAsync("shinsei", Some.Application()))["shinseibango"]?.ToString() ?? "");
        await NoteAsync("kettei", refused, ("ketteikubun", "2"));
        await NoteAsync("kettei", refused, ("ketteikubun", "2"), ("riyu", "要件を満たさない"));
        await NoteAsync("shinsei-rireki", refused);
        await NoteAsync("shinsei-shokai", ("shimei", "別人"));
        await NoteAsync("shinsei-shokai");
        await ScreensAsync("/shinsei", "/kettei", Some.Application());
        Note(await Office.SubmitAsync("/gaku-santei", [("kata", "1"), ("kijunnengappi", "2026-04-01")]));
    }
}
