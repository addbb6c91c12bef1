namespace Conformance.Reference.Office;

/// <summary>Differences that the three office applications share and that nobody may call a fault.</summary>
public static class OfficeVariants
{
    internal const string ExtraMembers = "OV01-extra-members";
    internal const string RequiredLabels = "OV02-required-labels";
    internal const string EraScreens = "OV03-wareki-screens";
    internal const string FirstErrorOnly = "OV04-first-error-only";
    internal const string ScatteredNumbers = "OV05-scattered-numbers";
    internal const string BasicCredential = "OV06-client-secret-basic";
    internal const string NoticeOnTwoPages = "OV07-notice-on-two-pages";
    internal const string StatusWithRemark = "OV08-status-with-remark";
    internal const string SmallPages = "OV09-small-pages";
    internal const string BlankItemsAbsent = "OV10-blank-items-absent";
    internal const string DeclaredAddition = "OV11-declared-addition";
    internal const string OutputQuoted = "OV12-output-quoted";
    internal const string OutputEndsLinesWithLf = "OV13-output-lines-end-with-lf";
    internal const string OutputInParts = "OV14-output-in-several-files";
    internal const string OutputInAnyOrder = "OV15-output-in-another-order";

    /// <summary>Every variant, in the order of the IDs.</summary>
    public static IReadOnlyList<PermittedVariant> All { get; } =
    [
        new(ExtraMembers, "Answers carry members that the standard does not name.", "The illustrative standards name the items that must occur and forbid no others."),
        new(RequiredLabels, "Labels of required items say 「必須」 beside the name.", "The standards name the items and say nothing about marks beside them."),
        new(EraScreens, "Screens show dates in 和暦 and take them so.", "データ型 DATE governs interfaces; how a screen writes a date is left to the product."),
        new(FirstErrorOnly, "A refusal names the first error only.", "入力値の検査 asks that nothing is registered; it does not ask for a complete list of errors."),
        new(ScatteredNumbers, "New numbers are not in sequence.", "The standards ask for unique numbers, not for consecutive ones."),
        new(BasicCredential, "Access tokens are asked for with client_secret_basic.", "共通機能標準仕様書 2.2: provisional, beside client_secret_jwt."),
        new(NoticeOnTwoPages, "Notices begin with a cover page.", "帳票: the printed items are fixed; the number of sheets is not."),
        new(StatusWithRemark, "What is told to ぴったりサービス carries a remark (bikou).", "The illustrative interface lists bikou as optional."),
        new(SmallPages, "Applications are fetched in pages of two.", "The interface leaves the size of a page to the caller."),
        new(BlankItemsAbsent, "Items without a value are left out of answers.", "The standards fix the items, not how an absent value is written."),
        new(DeclaredAddition, "A separate report of the product's own, which its profile declares.", "ノン・カスタマイズ: extras are separate add-ons; what the law allows beside the standard is declared as such."),
        new(OutputQuoted, "Every field of the files of 全件データの出力 is in quotes.", "RFC 4180: a field may be quoted; the layout fixes the items and their order."),
        new(OutputEndsLinesWithLf, "Lines of these files end with LF.", "The layout says nothing about line ends."),
        new(OutputInParts, "A group is put out in several files.", "グループ is the unit of a file; nothing says that it is one file."),
        new(OutputInAnyOrder, "The newest records of a group come first.", "The layout orders items, not records."),
    ];
}
