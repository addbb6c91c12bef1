using Conformance.Reference.Office.Faults;
using Conformance.Reference.Office.Output;

namespace Conformance.Reference.Jumin;

/// <summary>The seeded faults of 住民記録.</summary>
internal static class JuminFaults
{
    public const string TakenTwice = "R01-booking-taken-twice";
    public const string LeavingNotTaken = "R02-online-leaving-not-taken";
    public const string BookingNotUsed = "R03-booking-not-used";
    public const string MalformedRegistered = "R04-malformed-registered";
    public const string WithdrawalIgnored = "R05-withdrawal-ignored";
    public const string ReceiptNotTold = "R06-receipt-not-told";
    public const string CompletionNotTold = "R07-completion-not-told";
    public const string RetypeScreen = "R08-retype-screen";
    public const string BulkHalfPresent = "R09-bulk-intake-half-present";
    public const string NumberTwice = "R10-number-given-twice";
    public const string GoneAtOnce = "R11-gone-at-once";
    public const string ConfirmedStays = "R12-confirmed-leaving-stays";
    public const string HistoryOverwritten = "R13-history-overwritten";
    public const string UndoneStays = "R14-undone-stays";
    public const string StoredRefused = "R15-stored-although-refused";
    public const string FormerNotFound = "R16-former-name-not-found";
    public const string BirthdayIgnored = "R20-birthday-ignored-in-search";
    public const string PersonalNumberUnasked = "R21-personal-number-unasked";
    public const string GivingNotRecorded = "R22-certificate-not-recorded";
    public const string PrefectureOmitted = "R23-prefecture-omitted-for-window-envelopes";
    public const string PrefectureOmittedInLargeLetters = "R50-prefecture-omitted-in-large-letters-without-katagaki";
    public const string GivenToThirdParties = "R25-protected-given-to-third-parties";
    public const string GivenOnApi = "R26-protected-given-on-api";
    public const string AddressShown = "R27-protected-address-shown";
    public const string TogetherForgotten = "R28-together-not-protected";
    public const string LiftDoesNothing = "R29-lift-does-nothing";
    public const string LiftNeverReturns = "R30-lift-never-returns";
    public const string LapsesByItself = "R31-protection-lapses";
    public const string EndDoesNotEnd = "R32-end-does-not-end";
    public const string EndsWithMovingOut = "R33-protection-ends-with-moving-out";
    public const string PassedNotListed = "R34-passed-end-not-listed";
    public const string RenewalNotTold = "R35-renewal-not-told";
    public const string FeedLate = "R36-feed-fifteen-minutes-late";
    public const string LiftTold = "R37-lift-propagated";
    public const string CancellationNotTold = "R38-cancelled-leaving-not-told";
    public const string EventTwice = "R39-event-told-twice";
    public const string FileEncoding = "R40-file-in-utf16";
    public const string IntegratedNumber = "R41-integrated-number-kept";
    public const string RightOnApi = "R42-right-not-asked-by-api";
    public const string RightOnScreen = "R43-right-not-asked-on-screen";
    public const string LogWithoutOperator = "R44-log-without-operator";
    public const string Stale = "R46-inquiry-cached";
    public const string EndIgnored = "R50-end-after-moving-out-ignored";

    public const string ProtectedPutOutHidden = "RO14-output-hides-protected";

    public const string HeldBackNotPutOut = "RO15-output-lacks-held-back";

    public static OutputFaults Output { get; } = new("RO", "住記-6.2.1", "住民", "支援措置", ("異動", "atenabango"));

    private static readonly string[] Lines = ["住所", "氏名", "氏名_フリガナ", "生年月日", "性別", "世帯主", "住民となった年月日", "前住所"];

    private static readonly OfficeFault[] Written =
    [
        new(TakenTwice, "住記-1.2.1", "A booking that is delivered twice is taken in twice."),
        new(LeavingNotTaken, "住記-1.2.2", "転出届 from ぴったりサービス is not taken in."),
        new(BookingNotUsed, "住記-1.2.3", "What the booking says is not taken over; staff must enter it."),
        new(MalformedRegistered, "住記-1.2.4", "A malformed booking is registered."),
        new(WithdrawalIgnored, "住記-1.2.5", "A withdrawn booking goes on."),
        new(ReceiptNotTold, "住記-1.2.6", "That a booking was received is not told."),
        new(CompletionNotTold, "住記-1.2.6", "That a booking is completed is not told."),
        new(RetypeScreen, "住記-1.2.7", "A screen lets staff enter an online booking anew."),
        new(BulkHalfPresent, "住記-1.2.8", "一括取込 stands in the menu and in the description, and refuses every list as not ready."),
        new(NumberTwice, "住記-1.1.8", "Every second resident gets the number of the one before."),
        new(GoneAtOnce, "住記-1.1.2", "Who announces to leave is 除票 at once."),
        new(ConfirmedStays, "住記-1.1.3", "A confirmed leaving leaves the person a resident."),
        new(HistoryOverwritten, "住記-1.1.6", "A change removes the earlier states from the history."),
        new(UndoneStays, "住記-1.1.5", "取消し is confirmed, and the record stays as it was changed."),
        new(StoredRefused, "住記-1.1.7", "A wrong 転入届 is refused, and stored all the same."),
        new(FormerNotFound, "住記-2.1.2", "A search in the history does not find former names and addresses."),
        new("R17-variation-selector-lost", "住記-2.1.3", "Variation selectors are lost from 氏名.") { Seam = "store", Spoil = Spoiling.SelectorsLost("shimei") },
        new("R18-outside-bmp-lost", "住記-2.1.3", "Characters outside the BMP become question marks in 氏名.") { Seam = "store", Spoil = Spoiling.OutsideBmpLost("shimei") },
        new("R19-variants-replaced", "住記-2.1.3", "髙 and 﨑 in 氏名 are replaced by their common forms.") { Seam = "store", Spoil = Spoiling.CommonForm("shimei") },
        new(BirthdayIgnored, "住記-2.1.1", "生年月日 as a condition is ignored."),
        new(PersonalNumberUnasked, "住記-3.1.2", "個人番号 is printed without being asked for."),
        new(GivingNotRecorded, "住記-3.1.4", "That a certificate was given is not recorded."),
        new(PrefectureOmitted, "住記-3.1.6", "With the setting for window envelopes, prefecture and municipality are left out of the address."),
        new("R24-former-lacks-destination", "住記-3.1.3", "除票の写し does not say where the person went.") { Seam = "print:除票の写し", Spoil = Spoiling.Drop("転出先住所") },
        new(GivenToThirdParties, "住記-4.1.2", "A third party gets the certificate of a protected person."),
        new(GivenOnApi, "住記-4.1.2", "By the API certificates of protected people are given."),
        new(AddressShown, "住記-4.1.3", "The address of a protected person is shown."),
        new(TogetherForgotten, "住記-4.1.4", "併せて支援を求める者 are not protected."),
        new(LiftDoesNothing, "住記-4.1.5", "一時解除 is confirmed, and nothing is lifted."),
        new(LiftNeverReturns, "住記-4.1.6", "After 一時解除 the protection never comes back."),
        new(LapsesByItself, "住記-4.1.7", "The protection ends when its time has passed, without a decision."),
        new(EndDoesNotEnd, "住記-4.1.8", "終了 is confirmed, and the protection goes on."),
        new(EndsWithMovingOut, "住記-4.1.9", "The protection ends when the person moves out."),
        new(PassedNotListed, "住記-4.1.10", "Measures whose time has passed are not listed."),
        new(RenewalNotTold, "住記-4.2.1", "更新 of a measure is not told to other businesses."),
        new(FeedLate, "住記-4.2.2", "Measures are told a quarter of an hour late."),
        new(LiftTold, "住記-4.2.3", "一時解除 is told to other businesses as 解除."),
        new(CancellationNotTold, "住記-5.1.1", "That a leaving was cancelled is not told."),
        new(EventTwice, "住記-5.1.2", "Every event is told twice, under two numbers."),
        new(FileEncoding, "住記-5.1.3", "住民情報ファイル is written in UTF-16."),
        new(IntegratedNumber, "住記-5.1.4", "団体内統合宛名番号 is kept in the register and shown."),
        new(RightOnApi, "住記-6.1.1", "By the API everybody may change."),
        new(RightOnScreen, "住記-6.1.1", "On screens everybody may change.") { OnScreensOnly = true },
        new(LogWithoutOperator, "住記-6.1.2", "The log does not say who it was."),
        new("R45-day-of-move-shifted", "住記-1.1.4", "異動年月日 of 転居 is stored a day early.") { Seam = "move", Spoil = Spoiling.DayLater("idonengappi", -1) },
        new(Stale, "住記-2.1.1", "An inquiry shows what the first inquiry showed."),
        new("R47-leap-day-lost", "住記-1.1.1", "A birthday on February 29 is stored as the 28th.") { Seam = "store", Spoil = Spoiling.LeapDayLost("seinengappi") },
        new("R48-address-folded", "住記-1.1.1", "Full-width digits of 番地 are stored half-width.") { Seam = "store", Spoil = Spoiling.Narrow("jusho_banchigohyoki") },
        new("R49-measure-loses-together", "住記-4.1.1", "The first of 併せて支援を求める者 is not stored.") { Seam = "measure", Spoil = Spoiling.Drop("awasete1") },
        new(PrefectureOmittedInLargeLetters, "住記-3.1.6", "With large letters and without 方書, prefecture and municipality are left out of the address: neither setting alone does it."),
        new(EndIgnored, "住記-4.1.9", "The end that was set for somebody who has moved out passes, and the protection goes on."),
    ];

    public static IReadOnlyList<OfficeFault> All { get; } = [.. Written, .. PuttingOut(), .. Draw.From(Everything(new Pool(JuminFields.Glossary)), "RG", 26, 1)];

    private static IReadOnlyList<OfficeFault> PuttingOut() =>
    [
        .. Output.All(
            ("swaps-items", "住所_市区郡町村名 and 住所_町字 change places when put out.", "住民", Spoiling.Swap("jusho_shikugunchosonmei", "jusho_choaza")),
            ("loses-selectors", "Variation selectors of 氏名 are not put out.", "住民", Spoiling.SelectorsLost("shimei")),
            ("folds-widths", "住所_番地号表記 is put out with half-width digits.", "住民", Spoiling.Narrow("jusho_banchigohyoki")),
            ("leaves-end-empty", "9999-12-31, the end of a measure that has none, is put out empty.", "支援措置", row => row["shuryonengappi"] = row["shuryonengappi"].Replace("9999-12-31", "", StringComparison.Ordinal)),
            ("writes-meanings", "異動事由 is put out as the name of its code.", "異動", row => row["idojiyu"] = JuminFields.Glossary.Find("idojiyu")!.Shown(row["idojiyu"]))),
        new(ProtectedPutOutHidden, "住記-6.2.1", "The address of a protected person is put out as screens show it: not at all."),
        new(HeldBackNotPutOut, "住記-6.2.1", "Applications that were held back are not put out with the others."),
        new("RO16-output-shifts-leaving", "住記-6.2.1", "転出予定年月日 of 転出証明書情報 is put out a day late.") { Seam = "output:転出証明書情報", Spoil = Spoiling.DayLater("tenshutsuyoteinengappi", 1) },
        new("RO17-output-log-lacks-person", "住記-6.2.1", "操作記録 is put out without whose record it was.") { Seam = "output:操作記録", Spoil = Spoiling.Drop("atenabango") },
    ];

    private static IEnumerable<OfficeFault> Everything(Pool pool)
    {
        string[] person = ["shimei", "shimei_furigana", "seinengappi"];
        string[] address = ["jusho_todofuken", "jusho_shikugunchosonmei", "jusho_choaza", "jusho_banchigohyoki"];
        return
        [
            .. pool.Checks("住記-1.1.7", [.. person, .. address, "seibetsu"]),
            .. pool.At("store", "住記-1.1.1", "store", "when stored", [.. person, .. address], ("shimei", "shimei_furigana"), ("jusho_shikugunchosonmei", "jusho_choaza")),
            .. pool.At("move", "住記-1.1.4", "move", "when somebody moves within", address),
            .. pool.At("show", "住記-2.1.1", "show", "in the inquiry", [.. person, .. address]),
            .. pool.At("intake", "住記-1.2.3", "intake", "when a booking is taken in", person),
            .. pool.At("measure", "住記-4.1.1", "measure", "in a measure", ["kaishinengappi", "shuryonengappi"]),
            .. pool.At("feed:tenshutsushomei", "住記-5.1.1", "leaving", "in 転出証明書情報", ["shimei", "seinengappi", "tenshutsusakijusho", "tenshutsuyoteinengappi"]),
            .. pool.At("feed:shiensochi", "住記-4.2.1", "protection", "in the difference of 支援措置", ["kaishinengappi", "shuryonengappi"]),
            .. pool.At("feed:ido", "住記-5.1.2", "event", "in an event", ["shimei", "idonengappi"]),
            .. pool.At("file", "住記-5.1.3", "file", "in 住民情報ファイル", [.. person, .. address]),
            .. Lines.Select((line, at) =>
                new OfficeFault($"certificate-lacks-line-{at + 1}", "住記-3.1.1", $"住民票の写し lacks {line}.") { Seam = "print:住民票の写し", Spoil = Spoiling.Drop(line) }),
        ];
    }
}
