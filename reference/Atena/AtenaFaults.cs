namespace Conformance.Reference.Atena;

/// <summary>The faults of this application: written by hand (A…) and drawn by seed (G…).</summary>
public static class AtenaFaults
{
    internal const string NumberTwice = "A01-number-twice";
    internal const string InheritedNumberReissued = "A02-inherited-number-reissued";
    internal const string NumberFullWidth = "A04-number-full-width";
    internal const string StoredAlthoughRefused = "A05-stored-although-refused";
    internal const string DeleteWithoutEffect = "A06-delete-without-effect";
    internal const string UpdateWithoutEffect = "A07-update-without-effect";
    internal const string SelectorsDropped = "A08-selectors-dropped";
    internal const string RareCharactersReplaced = "A09-rare-characters-replaced";
    internal const string NoticeProcessedTwice = "A11-notice-processed-twice";
    internal const string DeleteNoticeRefused = "A12-delete-notice-refused";
    internal const string MissingOperatorAccepted = "A14-missing-operator-accepted";
    internal const string LengthErrorCode = "A15-length-error-code";
    internal const string NoTokenAccepted = "A16-no-token-accepted";
    internal const string ExpiredTokenAccepted = "A17-expired-token-accepted";
    internal const string ImpossibleDateAccepted = "A18-impossible-date-accepted";
    internal const string CorrelationIgnored = "A19-correlation-ignored";
    internal const string CharacterClassIgnored = "A20-character-class-ignored";
    internal const string UnknownCodeAccepted = "A21-unknown-code-accepted";
    internal const string PastNotSearched = "A23-past-not-searched";
    internal const string PartialIsPrefix = "A24-partial-is-prefix";
    internal const string DeletedStillFound = "A25-deleted-still-found";
    internal const string StaleSearch = "A26-stale-search";
    internal const string OnlyFirstHit = "A27-only-first-hit";
    internal const string AnswerOmitsAddress = "A28-answer-omits-address";
    internal const string AnswerSwapsNames = "A29-answer-swaps-names";
    internal const string AnswerWithOtherNumber = "A30-answer-with-other-number";
    internal const string ReservedLeaked = "A31-reserved-leaked";
    internal const string LockIgnored = "A32-lock-ignored";
    internal const string LockNeverReleased = "A33-lock-never-released";
    internal const string LockBlocksReading = "A34-lock-blocks-reading";
    internal const string SexIgnored = "A35-sex-condition-ignored";
    internal const string BirthDateAloneRefused = "A36-birth-date-alone-refused";
    internal const string PartialAsExact = "A37-partial-as-exact";
    internal const string OnlyFirstCondition = "A38-only-first-condition";
    internal const string LinkNotUndone = "A39-link-not-undone";
    internal const string LinkSwapped = "A40-link-swapped";
    internal const string LinkChangesNumber = "A41-link-changes-number";
    internal const string LinkHistoryLost = "A42-link-history-lost";
    internal const string LinkHistoryOverwritten = "A43-link-history-overwritten";
    internal const string LostHistory = "A44-lost-history";
    internal const string HistoryOverwritten = "A45-history-overwritten";
    internal const string HistoryReversed = "A46-history-reversed";
    internal const string DeletionNotInHistory = "A47-deletion-not-in-history";
    internal const string InheritedNumberReplaced = "A48-inherited-number-replaced";
    internal const string InheritanceRefused = "A49-inheritance-refused";
    internal const string AnswerWithoutHistoryNumber = "A50-answer-without-rirekibango";
    internal const string AnswerDetail = "A51-answer-detail";
    internal const string ErrorsAsObject = "A52-errors-as-object";
    internal const string AnswerOperator = "A53-answer-operator";
    internal const string AnswerContentType = "A54-answer-content-type";
    internal const string HistoryNumberAsText = "A55-rirekibango-as-text";
    internal const string AnswerNumber = "A56-answer-number";

    /// <summary>Every fault, in the order of their IDs.</summary>
    public static IReadOnlyList<SeededFault> All { get; } = [.. ByHand(), .. ItemFaults.Drawn.Select(fault => fault.Seeded)];

    private static IEnumerable<SeededFault> ByHand()
    {
        yield return Of(NumberTwice, "0310001", "Two 付番 requests of one operator that run at the same time get the same number.");
        yield return Of(InheritedNumberReissued, "0310001", "The next number given to an operator who handed over a resident's number is that very number.");
        yield return Of(NumberFullWidth, "0310001", "A new number is given in full-width digits.");
        yield return Of(StoredAlthoughRefused, "0310002", "A refused 付番 request is stored under a new number all the same.");
        yield return Of(DeleteWithoutEffect, "0310002", "A deletion is confirmed and recorded, but the person stays.");
        yield return Of(UpdateWithoutEffect, "0310002", "A change is confirmed and recorded, but the current record keeps the old values.");
        yield return Of(SelectorsDropped, "0310002", "Variation selectors are dropped when a value is stored.");
        yield return Of(RareCharactersReplaced, "0310002", "Characters outside the basic plane are stored as 〓.");
        yield return Of(NoticeProcessedTwice, "0310003", "A change notice is processed twice.");
        yield return Of(DeleteNoticeRefused, "0310003", "A deletion notice is refused.");
        yield return Of(MissingOperatorAccepted, "0310004", "A request without 操作者ID is accepted.");
        yield return Of(LengthErrorCode, "0310004", "A wrong length is answered with E0002.");
        yield return Of(NoTokenAccepted, "0310004", "A request without an access token is carried out.");
        yield return Of(ExpiredTokenAccepted, "0310004", "An access token that is not active any more is accepted.");
        yield return Of(ImpossibleDateAccepted, "0310004", "A date that no calendar has is accepted.");
        yield return Of(CorrelationIgnored, "0310004", "処理区分 1 and 2 without 宛名番号 are accepted and treated as 0.");
        yield return Of(CharacterClassIgnored, "0310004", "Half-width characters are accepted in full-width items.");
        yield return Of(UnknownCodeAccepted, "0310004", "A code value outside its list is accepted.");
        yield return Of(PastNotSearched, "0310005", "A search does not look at past values.");
        yield return Of(PartialIsPrefix, "0310005", "A partial match finds only values that begin with the text.");
        yield return Of(DeletedStillFound, "0310005", "A deleted person is still found.");
        yield return Of(StaleSearch, "0310005", "A search never learns of changes; it knows a person as first registered.");
        yield return Of(OnlyFirstHit, "0310005", "Of several persons that match, only the first is listed.");
        yield return Of(AnswerOmitsAddress, "0310006", "The answer to an inquiry leaves out 住所_番地号表記.");
        yield return Of(AnswerSwapsNames, "0310006", "The answer to an inquiry swaps 氏名 and 氏名_フリガナ.");
        yield return Of(AnswerWithOtherNumber, "0310006", "The answer to an inquiry bears the number of the person registered before.");
        yield return Of(ReservedLeaked, "0310006", "Persons with 他業務参照不可 are shown to every business.");
        yield return Of(LockIgnored, "0310006", "Another operator can write while one edits.");
        yield return Of(LockNeverReleased, "0310006", "Once edited, a person stays locked.");
        yield return Of(LockBlocksReading, "0310006", "While one operator edits, nobody can read.");
        yield return Of(SexIgnored, "0310007", "性別 as a condition is ignored.");
        yield return Of(BirthDateAloneRefused, "0310007", "An inquiry by 生年月日 alone is refused.");
        yield return Of(PartialAsExact, "0310007", "部分一致 is treated as 完全一致.");
        yield return Of(OnlyFirstCondition, "0310007", "Of several conditions only the first is used.");
        yield return Of(LinkNotUndone, "0310008", "Undoing a link is confirmed and recorded, but the link stays.");
        yield return Of(LinkSwapped, "0310008", "A link is stored the wrong way round: 名寄せ先 points to 名寄せ元.");
        yield return Of(LinkChangesNumber, "0310008", "A link replaces the number of 名寄せ元 by that of 名寄せ先.");
        yield return Of(LinkHistoryLost, "0310009", "Links leave no history of links.");
        yield return Of(LinkHistoryOverwritten, "0310009", "Undoing a link overwrites its entry in the history of links.");
        yield return Of(LostHistory, "0310022", "A change removes all earlier states from the history.");
        yield return Of(HistoryOverwritten, "0310022", "A change overwrites the values of all earlier states in the history.");
        yield return Of(HistoryReversed, "0310022", "The history runs from the latest state to the oldest and is numbered so.");
        yield return Of(DeletionNotInHistory, "0310022", "A deletion leaves no entry in the history.");
        yield return Of(InheritedNumberReplaced, "0310023", "A person who was a resident gets a new number instead of the inherited one.");
        yield return Of(InheritanceRefused, "0310023", "Handing over a resident's number is refused.");
        yield return Of(AnswerWithoutHistoryNumber, "0310024", "The 付番 answer has no 履歴番号.");
        yield return Of(AnswerDetail, "0310024", "The 処理結果メッセージ of the 付番 answer is not the fixed one.");
        yield return Of(ErrorsAsObject, "0310024", "errors of a refused 付番 is an object, not an array.");
        yield return Of(AnswerOperator, "0310024", "The 付番 answer names another 操作者ID than the request.");
        yield return Of(AnswerContentType, "0310024", "The 付番 answer is sent as text/plain.");
        yield return Of(HistoryNumberAsText, "0310024", "履歴番号 of the 付番 answer is a text instead of a number.");
        yield return Of(AnswerNumber, "0310024", "The 付番 answer bears another number than the one under which the person is stored.");
    }

    private static SeededFault Of(string id, string function, string what) => new(id, function, what, "atena");
}
