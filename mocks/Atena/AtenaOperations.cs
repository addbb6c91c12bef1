namespace Conformance.Mocks;

/// <summary>What a core system can ask of the 住登外者宛名番号管理機能, as the journal names it.</summary>
public static class AtenaOperations
{
    /// <summary>住登外者宛名番号付番: the only interface with an official text here (付番API仕様 2.0版).</summary>
    public const string Number = "付番";

    /// <summary>住登外者宛名基本情報照会: official call name and scope, illustrative layout.</summary>
    public const string Inquiry = "照会";

    public const string Change = "変更";

    public const string Deletion = "削除";

    public const string Link = "名寄せ";

    public const string Unlink = "名寄せ解除";

    /// <summary>住民宛名番号の引継.</summary>
    public const string Inheritance = "引継";

    public const string HistoryInquiry = "履歴照会";

    public const string LinkInquiry = "名寄せ照会";

    public const string LinkHistoryInquiry = "名寄せ履歴照会";

    public const string BeginUpdate = "異動処理開始";

    public const string EndUpdate = "異動処理終了";

    /// <summary>The calls for which no official text fixes a layout.</summary>
    public static IReadOnlyList<string> LaidOut { get; } =
        [Inquiry, Change, Deletion, Link, Unlink, Inheritance, HistoryInquiry, LinkInquiry, LinkHistoryInquiry, BeginUpdate, EndUpdate];

    /// <summary>A 受信 whose 処理区分 does not tell what is wanted.</summary>
    public const string Reception = "受信";
}
