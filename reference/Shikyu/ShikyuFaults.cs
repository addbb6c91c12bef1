using Conformance.Reference.Office.Faults;

namespace Conformance.Reference.Shikyu;

/// <summary>The seeded faults of 支給例.</summary>
internal static class ShikyuFaults
{
    public const string EmptyIsNothing = "S01-empty-supplement-pays-nothing";
    public const string KindsMixed = "S03-one-supplement-for-both-kinds";
    public const string Rounded = "S04-amount-rounded";
    public const string Stale = "S05-supplement-cached";
    public const string AmountTyped = "S06-amount-typed-in";
    public const string RefusedWithoutReason = "S07-refused-without-reason";
    public const string HistoryLost = "S14-history-lost-with-the-decision";
    public const string NameIgnored = "S08-name-ignored-in-inquiry";

    private static readonly OfficeFault[] Written =
    [
        new(EmptyIsNothing, "支給-2.1.2", "Where 加算額 is empty, nothing at all is paid."),
        new("S02-supplement-cut-to-five-digits", "支給-2.1.1", "加算額 of six digits is stored with its first five.") { Seam = "supplement", Spoil = Spoiling.Keep("kasangaku", 5) },
        new(KindsMixed, "支給-2.1.2", "The supplement of 施設型 is used for 居宅型 as well."),
        new(Rounded, "支給-2.1.2", "支給額 is rounded to 100 yen."),
        new(Stale, "支給-2.1.2", "The supplement that was used first is used ever after."),
        new(AmountTyped, "支給-2.1.4", "Staff can type 支給額 at the decision, on the screen and by the API."),
        new(RefusedWithoutReason, "支給-2.1.3", "不支給 is decided without a reason."),
        new(NameIgnored, "支給-1.1.3", "An inquiry by 氏名 shows everybody's applications."),
        new("S09-stored-although-refused", "支給-1.1.2", "An application with a wrong 生年月日 is refused, and stored all the same.") { StoresRefused = "shinsei" },
        new("S10-refusal-notice-without-reason", "支給-3.1.2", "不支給決定通知書 does not say why.") { Seam = "print:不支給決定通知書", Spoil = Spoiling.Drop("理由") },
        new("S11-decision-day-shifted", "支給-2.1.3", "決定年月日 is stored a day early.") { Seam = "decide", Spoil = Spoiling.DayLater("ketteinengappi", -1) },
        new("S12-notice-amount-without-yen-below-thousand", "支給-3.1.1", "支給決定通知書 prints the amount rounded down to thousands.")
        {
            Seam = "print:支給決定通知書",
            Spoil = row => row["支給額"] = System.Text.RegularExpressions.Regex.Replace(row["支給額"], "[0-9]{3}円$", "000円"),
        },
        new("S13-supplement-seven-digits", "支給-2.1.1", "加算額 is accepted with seven digits.") { Limit = ("kasangaku", 1) },
        new(HistoryLost, "支給-1.1.5", "The decision removes the earlier states from the history."),
    ];

    public static IReadOnlyList<OfficeFault> All { get; } = [.. Written, .. Draw.From(Everything(new Pool(ShikyuFields.Glossary)), "SG", 10, 900)];

    private static IEnumerable<OfficeFault> Everything(Pool pool) =>
    [
        .. pool.Checks("支給-1.1.2", "shimei", "shimei_furigana", "seinengappi", "jusho", "kata"),
        .. pool.At("store", "支給-1.1.1", "store", "when stored", ["shimei", "shimei_furigana", "seinengappi", "jusho", "shinseinengappi"], ("shimei", "shimei_furigana")),
        .. pool.At("show", "支給-1.1.3", "show", "in the inquiry", ["shimei", "shimei_furigana", "seinengappi", "jusho"]),
    ];
}
