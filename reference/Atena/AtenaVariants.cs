namespace Conformance.Reference.Atena;

/// <summary>Differences that the documents permit.</summary>
public static class AtenaVariants
{
    internal const string VisibleLater = "V01-visible-after-two-seconds";
    internal const string TimeWithoutSeconds = "V02-time-without-seconds";
    internal const string FirstErrorOnly = "V03-first-error-only";
    internal const string ExtraMembers = "V04-extra-members";
    internal const string HtmlInMaintenance = "V05-html-in-maintenance";
    internal const string WideningScreens = "V06-widening-screens";
    internal const string WarekiScreens = "V07-wareki-screens";
    internal const string RequiredBesideLabel = "V08-required-beside-label";
    internal const string RemainderOne = "V09-check-digit-remainder-1";
    internal const string ScatteredNumbers = "V10-scattered-numbers";

    /// <summary>Every variant, in the order of their IDs.</summary>
    public static IReadOnlyList<PermittedVariant> All { get; } =
    [
        new(VisibleLater, "What was written shows in inquiries two seconds later.",
            "共通機能標準仕様書 2.3.2 names no time within which a registration must be visible to an inquiry."),
        new(TimeWithoutSeconds, "TIME values in answers are HH:MM.",
            "付番API仕様 2.0, 凡例）データ型, TIME: seconds may be left out."),
        new(FirstErrorOnly, "A refusal names the first error only.",
            "付番API仕様 2.0, レスポンス: errors is a list of check results; nothing says that it must be complete."),
        new(ExtraMembers, "Answers carry members that the document does not name.",
            "付番API仕様 2.0, レスポンス: names the members that must occur and forbids no others."),
        new(HtmlInMaintenance, "During maintenance the answer is 503 with an HTML page.",
            "付番API仕様 2.0, 留意事項: during maintenance an error of the 500s comes back, and not in JSON."),
        new(WideningScreens, "Screens turn half-width input of full-width items into full-width.",
            "The documents fix the stored form of a value, not how a screen helps staff to enter it."),
        new(WarekiScreens, "Screens take and show 生年月日 in 和暦.",
            "データ型 DATE governs interfaces; how a screen writes a date is left to the product."),
        new(RequiredBesideLabel, "Labels of required items say 「必須」 beside the name.",
            "The documents name the items and say nothing about marks beside them."),
        new(RemainderOne, "A remainder of 1 gives the check digit 1.",
            "The rule for the check digit (modulus 11, remainder 0 gives 0) does not define remainder 1."),
        new(ScatteredNumbers, "New numbers are not in sequence.",
            "The documents ask for unique numbers of 15 characters, not for consecutive ones."),
    ];
}
