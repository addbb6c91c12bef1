using Conformance.Reference.Office.Faults;
using Conformance.Reference.Office.Output;

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

    public const string ScreenShowsOldBasic = "S18-screen-shows-old-basic-amount";
    public const string ScreenRounds = "S14-screen-rounds-amount";

    public static OutputFaults Output { get; } = new("SO", "支給-5.1.1", "申請", "決定", ("申請履歴", "shinseibango"));

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
        new(ScreenRounds, "支給-2.1.2", "On the screen 支給額 is rounded to 1,000 yen, by the API it is not.") { Shows = "difference", Driver = "both" },
        new(ScreenShowsOldBasic, "支給-2.1.2", "The screen shows the 基本額 of last year beside the right 支給額; by the API it is this year's.") { Shows = "difference", Driver = "both" },
        new("S15-undeclared-operation", "", "A report that no function of the standard asks for, and that nobody declares.") { Adds = ("dokuji-shukei", "独自集計"), Shows = "undeclared" },
        new("S16-optional-function-undeclared", "支給-4.1.1", "区別の集計, which is optional, is there and not declared.") { Adds = ("kubetsu-shukei", "区別の集計"), Shows = "presentUndeclared" },
        new("S17-description-hides-operation", "", "The description of the API does not name the decision, which the API has.") { Hides = "kettei", Shows = "undescribed" },
        new("S13-supplement-seven-digits", "支給-2.1.1", "加算額 is accepted with seven digits.") { Limit = ("kasangaku", 1) },
        new(HistoryLost, "支給-1.1.5", "The decision removes the earlier states from the history."),
    ];

    public static IReadOnlyList<OfficeFault> All { get; } = [.. Written, .. PuttingOut(), .. Draw.From(Everything(new Pool(ShikyuFields.Glossary)), "SG", 10, 900)];

    private static IReadOnlyList<OfficeFault> PuttingOut() => Output.All(
        ("swaps-items", "氏名 and 氏名_フリガナ change places when put out.", "申請", Spoiling.Swap("shimei", "shimei_furigana")),
        ("cuts-long-name", "氏名 is put out with its first 50 characters.", "申請", Spoiling.Keep("shimei", 50)),
        ("folds-widths", "住所 is put out with half-width digits.", "申請", Spoiling.Narrow("jusho")),
        ("loses-selectors", "Variation selectors of 氏名 are not put out.", "申請", Spoiling.SelectorsLost("shimei")),
        ("loses-outside-bmp", "Characters outside the BMP are put out as question marks.", "申請", Spoiling.OutsideBmpLost("shimei")),
        ("writes-meanings", "支給の型 is put out as the name of its code.", "申請", row => row["kata"] = ShikyuFields.Glossary.Find("kata")!.Shown(row["kata"])),
        ("writes-slashes", "申請年月日 is put out as 2026/04/01.", "申請", row => row["shinseinengappi"] = row["shinseinengappi"].Replace('-', '/')),
        ("lacks-required", "帳票番号, which is 必須, is put out empty.", "決定", Spoiling.Drop("chohyobango")),
        ("lacks-conditional", "支給額, which is required of what was granted, is put out empty.", "決定", Spoiling.Drop("shikyugaku")));

    private static IEnumerable<OfficeFault> Everything(Pool pool) =>
    [
        .. pool.Checks("支給-1.1.2", "shimei", "shimei_furigana", "seinengappi", "jusho", "kata"),
        .. pool.At("store", "支給-1.1.1", "store", "when stored", ["shimei", "shimei_furigana", "seinengappi", "jusho", "shinseinengappi"], ("shimei", "shimei_furigana")),
        .. pool.At("show", "支給-1.1.3", "show", "in the inquiry", ["shimei", "shimei_furigana", "seinengappi", "jusho"]),
    ];
}
