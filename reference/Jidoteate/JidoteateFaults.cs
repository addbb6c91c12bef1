using Conformance.Reference.Office.Faults;
using Conformance.Reference.Office.Output;

namespace Conformance.Reference.Jidoteate;

/// <summary>The seeded faults of 児童手当. Most are one question in the code that shows them; the others spoil a record at a seam.</summary>
internal static class JidoteateFaults
{
    public const string TakenTwice = "J01-taken-in-twice";
    public const string LeftForStaff = "J02-items-left-for-staff";
    public const string RetypeScreen = "J03-retype-screen";
    public const string MalformedRegistered = "J04-malformed-registered";
    public const string MalformedLost = "J05-malformed-lost";
    public const string WithdrawalIgnored = "J06-withdrawal-ignored";
    public const string ReceiptNotTold = "J07-receipt-not-told";
    public const string ExaminationNotTold = "J08-examination-not-told";
    public const string RefusalNotTold = "J09-refusal-not-told";
    public const string AttachmentCut = "J10-attachment-cut";
    public const string BulkHalfPresent = "J11-bulk-intake-half-present";
    public const string AgainstIntention = "J12-account-against-intention";
    public const string AccountNotAsked = "J13-account-not-asked";
    public const string NoAccountPaid = "J14-no-account-paid";
    public const string StaleAccount = "J15-stale-account-paid";
    public const string IntegratedNumber = "J16-integrated-number-kept";
    public const string UncaredCounted = "J17-child-without-care-counted";
    public const string CountedToEighteen = "J18-elder-counted-to-eighteen-only";
    public const string CountedAsEntered = "J19-children-counted-as-entered";
    public const string CalendarBirthday = "J20-april-first-a-year-longer";
    public const string ThreeAMonthLong = "J21-under-three-a-month-longer";
    public const string LeapDayInMarch = "J22-leap-day-child-turns-three-in-march";
    public const string ThirdAsSecond = "J23-third-child-as-second";
    public const string FourteenDays = "J24-fourteen-days-instead-of-fifteen";
    public const string AmountOnceAndForAll = "J25-amount-not-renewed";
    public const string RefusedWithoutReason = "J26-refused-without-reason";
    public const string RevisedAtOnce = "J27-revised-from-month-of-event";
    public const string EndsAMonthLate = "J28-ends-a-month-late";
    public const string EverybodyReports = "J29-everybody-must-report";
    public const string NobodyWithheld = "J30-nobody-withheld";
    public const string WithholdingStays = "J31-withholding-stays";
    public const string CancelledStays = "J32-provisional-survives-cancellation";
    public const string MovedOutStays = "J33-moved-out-stays";
    public const string EventTwice = "J34-event-taken-twice";
    public const string DeathUnnoticed = "J35-death-needs-no-check";
    public const string ProtectionAsArrived = "J36-protection-in-order-of-arrival";
    public const string TogetherForgotten = "J37-together-not-protected";
    public const string AddressShown = "J38-protected-address-shown";
    public const string AddressPrinted = "J39-protected-address-printed";
    public const string PersonalNumberPrinted = "J40-personal-number-printed";
    public const string EmptyNotice = "J41-notice-empty";
    public const string HistoryLost = "J42-history-lost";
    public const string LooseName = "J43-exact-name-is-family-name";
    public const string ClaimsOfOthers = "J44-claims-of-others-listed";
    public const string LostUpdate = "J45-lost-update";
    public const string DoubleClaim = "J46-double-claim";
    public const string DoubleRecipient = "J47-double-recipient";
    public const string PaysCurrentMonth = "J48-pays-the-current-month";
    public const string FailedStaysPaid = "J49-failed-transfer-stays-paid";
    public const string LineTwice = "J50-line-twice-in-file";
    public const string RightOnApi = "J51-right-not-asked-by-api";
    public const string RightOnScreen = "J52-right-not-asked-on-screen";

    public const string WideInquiry = "J62-inquiry-number-full-width";
    public const string NothingAtAnyTime = "J63-nothing-paid-between-the-months";

    public const string DocumentsNotPutOut = "JO18-output-lacks-documents";
    public const string ProtectedPutOutHidden = "JO19-output-hides-protected";

    public static OutputFaults Output { get; } = new("JO", "児手-6.2.1", "受給者", "口座", ("受給者", "ninteibango"));

    private static readonly OfficeFault[] Written =
    [
        new(TakenTwice, "児手-2.1.1", "An application that is delivered twice is taken in twice."),
        new(LeftForStaff, "児手-2.1.2", "The intake leaves 氏名_フリガナ and the child's birthday for staff to enter."),
        new(RetypeScreen, "児手-2.1.7", "A screen lets staff enter an online application anew."),
        new(MalformedRegistered, "児手-2.1.3", "A malformed application is registered."),
        new(MalformedLost, "児手-2.1.3", "A malformed application is dropped without a trace."),
        new(WithdrawalIgnored, "児手-2.1.4", "A withdrawn application goes on."),
        new(ReceiptNotTold, "児手-2.1.5", "That it was received is not told."),
        new(ExaminationNotTold, "児手-2.1.5", "That it is being examined is not told."),
        new(RefusalNotTold, "児手-2.1.5", "That it was refused is not told."),
        new(AttachmentCut, "児手-2.1.6", "Attachments lose their last eight bytes."),
        new(BulkHalfPresent, "児手-2.1.8", "一括取込 stands in the menu and in the description, and refuses every list as not ready."),
        new(AgainstIntention, "児手-3.2.4", "The registered account is asked for and used although the person did not want it."),
        new(AccountNotAsked, "児手-3.2.1", "The registered account is not asked for."),
        new(NoAccountPaid, "児手-3.2.2", "Who has no account is paid all the same."),
        new(StaleAccount, "児手-3.2.3", "A changed account is not asked for again before payment."),
        new(IntegratedNumber, "児手-3.2.5", "団体内統合宛名番号 is kept in the ledger and shown."),
        new(UncaredCounted, "児手-3.1.1", "A child without 監護 counts and is paid for."),
        new(CountedToEighteen, "児手-3.1.1", "Elder children count only to the fiscal year of 18."),
        new(CountedAsEntered, "児手-3.1.1", "The third child is the third entered, not the third by age."),
        new(CalendarBirthday, "児手-3.1.1", "Who was born on April 1 is paid a fiscal year too long."),
        new(ThreeAMonthLong, "児手-3.1.1", "The rate under three is paid a month too long."),
        new(LeapDayInMarch, "児手-3.1.1", "Who was born on February 29 turns three a month late."),
        new(ThirdAsSecond, "児手-3.1.1", "The third child is paid like the second."),
        new(FourteenDays, "児手-3.1.2", "A claim on the fifteenth day counts as late."),
        new(AmountOnceAndForAll, "児手-3.1.4", "The amount stays what it was at the beginning."),
        new(RefusedWithoutReason, "児手-3.1.3", "却下 is decided without a reason."),
        new(RevisedAtOnce, "児手-3.1.2", "額改定 counts from the month of the event."),
        new(EndsAMonthLate, "児手-2.4.1", "Payment ends a month after the month of the event."),
        new(EverybodyReports, "児手-2.3.2", "現況届 is asked of everybody."),
        new(NobodyWithheld, "児手-2.3.3", "Who does not hand 現況届 in is paid all the same."),
        new(WithholdingStays, "児手-2.3.3", "Handing 現況届 in does not lift the withholding."),
        new(CancelledStays, "児手-2.5.3", "A provisional registration survives its cancellation."),
        new(MovedOutStays, "児手-2.5.4", "Who has moved out stays a recipient."),
        new(EventTwice, "児手-1.2.1", "An event that is told twice is taken twice."),
        new(DeathUnnoticed, "児手-1.2.2", "A recipient's or child's death is not shown as to be checked."),
        new(ProtectionAsArrived, "児手-1.3.1", "Entries of 支援措置 count in the order of arrival, not of their numbers."),
        new(TogetherForgotten, "児手-1.3.2", "併せて支援を求める者 are not protected."),
        new(AddressShown, "児手-1.3.2", "The address of a protected person is shown."),
        new(AddressPrinted, "児手-4.1.6", "A notice prints the address of a protected person who is not the addressee."),
        new(PersonalNumberPrinted, "児手-4.1.7", "Notices print 個人番号."),
        new(EmptyNotice, "児手-4.1.1", "児童手当認定通知書 has its number and its heading, and nothing in it."),
        new(HistoryLost, "児手-1.1.5", "A change removes all earlier states from the history."),
        new(LooseName, "児手-1.1.4", "完全一致 of a name compares the family name only."),
        new(ClaimsOfOthers, "児手-2.2.1", "A list of claims by name shows the claims of everybody."),
        new(LostUpdate, "児手-1.1.1", "A change overwrites what another operator changed meanwhile."),
        new(DoubleClaim, "児手-2.2.1", "A second open claim of the same person is taken at the counter."),
        new(DoubleRecipient, "児手-1.1.1", "The same person is registered as a recipient twice."),
        new(PaysCurrentMonth, "児手-5.1.1", "The month of payment itself is paid too."),
        new(FailedStaysPaid, "児手-5.1.3", "After a failed transfer its months stay paid."),
        new(LineTwice, "児手-5.1.2", "The first line stands in the payment file twice."),
        new(RightOnApi, "児手-6.1.1", "By the API everybody may change."),
        new("J90-declared-function-absent", "児手-2.1.8", "申請の一括取込, which is declared, is not there.") { Lacks = "ikkatsu-torikomi", Shows = "declaredAbsent" },
        new(RightOnScreen, "児手-6.1.1", "On screens everybody may change.") { OnScreensOnly = true },
        new("J53-confirmation-changes-name", "児手-2.5.2", "Confirming a provisional registration cuts the name.") { Seam = "confirm", Spoil = Spoiling.Cut("shimei") },
        new("J54-provisional-drops-kana", "児手-2.5.1", "A provisional registration has no 氏名_フリガナ.") { Seam = "provisional", Spoil = Spoiling.Drop("shimei_furigana") },
        new("J55-stored-although-refused", "児手-1.1.6", "A wrong registration is refused, and stored all the same.") { StoresRefused = "jukyusha-toroku" },
        new("J56-name-outside-bmp-lost", "児手-1.1.1", "Characters outside the BMP become question marks in 氏名.") { Seam = "store", Spoil = Spoiling.OutsideBmpLost("shimei") },
        new("J57-variation-selector-lost", "児手-1.1.1", "Variation selectors are lost from 氏名.") { Seam = "store", Spoil = Spoiling.SelectorsLost("shimei") },
        new("J58-address-folded", "児手-1.1.1", "Full-width digits and letters of 住所 are stored half-width.") { Seam = "store", Spoil = Spoiling.Narrow("jusho") },
        new("J59-child-leap-day-lost", "児手-1.1.2", "A child's birthday on February 29 is stored as the 28th.") { Seam = "store", Spoil = Spoiling.LeapDayLost("jido1_seinengappi") },
        new("J60-account-number-cut", "児手-1.1.3", "口座番号 loses its last digit when the account is changed.") { Seam = "account-change", Spoil = Spoiling.Cut("kozabango") },
        new("J61-payment-notice-without-amount", "児手-4.1.5", "児童手当支払通知書 does not say how much.") { Seam = "print:児童手当支払通知書", Spoil = Spoiling.Drop("支払金額") },
        new(WideInquiry, "児手-3.2.1", "The registered account is asked for with 宛名番号 in full width."),
        new(NothingAtAnyTime, "児手-5.1.5", "随時払い is confirmed, and nothing is paid."),
    ];

    public static IReadOnlyList<OfficeFault> All { get; } = [.. Written, .. PuttingOut(), .. Draw.From(Everything(new Pool(JidoteateFields.Glossary)), "JG", 30, 27)];

    private static IReadOnlyList<OfficeFault> PuttingOut() =>
    [
        .. Output.All(
            ("swaps-items", "氏名 and 氏名_フリガナ change places when put out.", "受給者", Spoiling.Swap("shimei", "shimei_furigana")),
            ("loses-leading-zeros", "金融機関コード is put out without its leading zeros.", "口座", row => row["kinyukikankodo"] = row["kinyukikankodo"].TrimStart('0')),
            ("lacks-second-child", "The second child is not put out.", "児童", row => JidoteateFields.OfChild.ToList().ForEach(item => row[$"jido2_{item}"] = "")),
            ("writes-meanings", "預金種別 is put out as the name of its code.", "口座", row => row["yokinshubetsu"] = JidoteateFields.Glossary.Find("yokinshubetsu")!.Shown(row["yokinshubetsu"])),
            ("cuts-long-name", "氏名 is put out with its first 50 characters.", "受給者", Spoiling.Keep("shimei", 50)),
            ("lacks-required", "請求年月日, which is 必須, is put out empty.", "請求", Spoiling.Drop("seikyunengappi")),
            ("loses-whose-paper", "添付書類 are put out without 請求番号, so that nobody can tell whose they are.", "添付書類", Spoiling.Drop("seikyubango")),
            ("writes-state-as-shown", "The state of 仮登録 is put out as staff see it, not as its code.", "仮登録", row => row["jotai"] = "仮登録"),
            ("held-back-lacks-name", "What could not be taken in is put out without the name of who applied.", "保留申請", Spoiling.Drop("shimei"))),
        new(DocumentsNotPutOut, "児手-6.2.1", "帳票 are put out as a heading with no record."),
        new(ProtectedPutOutHidden, "児手-6.2.1", "The address of a protected recipient is put out as screens show it: not at all."),
    ];

    private static IEnumerable<OfficeFault> Everything(Pool pool)
    {
        string[] person = ["shimei", "shimei_furigana", "seinengappi", "jusho"];
        string[] child = ["jido1_shimei", "jido1_seinengappi"];
        string[] account = ["kinyukikankodo", "tenpokodo", "kozabango", "kozameiginin"];
        return
        [
            .. pool.Checks("児手-1.1.6", [.. person, .. child, "seibetsu"]),
            .. pool.At("store", "児手-1.1.1", "store", "when stored", person, ("shimei", "shimei_furigana")),
            .. pool.At("store", "児手-1.1.2", "store", "when stored", child),
            .. pool.At("show", "児手-1.1.4", "show", "in the inquiry", person),
            .. pool.At("intake", "児手-2.1.2", "intake", "when taken in", [.. person, .. child], ("shimei", "shimei_furigana")),
            .. pool.At("paper", "児手-2.2.1", "paper", "when a claim is registered at the counter", [.. person, .. child]),
            .. pool.At("account", "児手-3.2.1", "account", "when the registered account is taken over", account, ("kinyukikankodo", "tenpokodo")),
            .. pool.At("provisional", "児手-2.5.1", "provisional", "in a provisional registration", ["shimei", "seinengappi", "tenshutsuyoteinengappi"]),
            .. pool.At("file", "児手-5.1.2", "file", "in the payment file", [.. account, "kingaku"], ("kinyukikankodo", "tenpokodo")),
            .. Printed("児童手当認定通知書", "児手-4.1.1", "granted", "認定番号", "受給者_氏名", "受給者_住所", "児童1_氏名", "児童1_生年月日", "手当月額", "支給開始年月", "決定年月日"),
            .. Printed("児童手当認定請求却下通知書", "児手-4.1.2", "refused", "受給者_氏名", "受給者_住所", "理由", "決定年月日"),
            .. Printed("児童手当額改定通知書", "児手-4.1.3", "revised", "認定番号", "受給者_氏名", "手当月額", "改定年月"),
            .. Printed("児童手当支給事由消滅通知書", "児手-4.1.4", "ended", "認定番号", "受給者_氏名", "支給終了年月"),
            .. Printed("児童手当支払通知書", "児手-4.1.5", "paid", "認定番号", "受給者_氏名", "支払年月", "支払金額"),
        ];
    }

    private static IEnumerable<OfficeFault> Printed(string notice, string function, string word, params string[] lines) => lines.Select((line, at) =>
        new OfficeFault($"{word}-notice-lacks-line-{at + 1}", function, $"{notice} lacks {line}.") { Seam = $"print:{notice}", Spoil = Spoiling.Drop(line) });
}
