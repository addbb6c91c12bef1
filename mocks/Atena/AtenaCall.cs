namespace Conformance.Mocks;

/// <summary>One call that the 住登外者宛名番号管理機能 offers.</summary>
/// <param name="Operation">One of <see cref="AtenaOperations"/>.</param>
/// <param name="Path">Where it is offered.</param>
/// <param name="Title">機能名称 in the answer.</param>
/// <param name="Done">処理結果メッセージ of a 200.</param>
/// <param name="Scope">The scope that a token must have; null where no official text names the call: any scope of 031 does.</param>
internal sealed record AtenaCall(string Operation, string Path, string Title, string Done, string? Scope)
{
    /// <summary>業務ID of the provider, the first part of its scopes.</summary>
    public const string Provider = "031";

    private const string Processed = "処理が完了しました。";

    public static IReadOnlyList<AtenaCall> All { get; } =
    [
        new(AtenaOperations.Number, "/app_submit/v10/jutogaishaatenabangofuban", "住登外者宛名番号付番", "登録が完了しました。",
            "031:app_submit/v10/jutogaishaatenabangofuban:Create"),
        new(AtenaOperations.Inquiry, "/app_submit/v10/jutogaishaatenakihonjohosyokai", "住登外者宛名基本情報照会", "照会が完了しました。",
            "031:app_submit/v10/jutogaishaatenakihonjohosyokai:Read"),
        new(AtenaOperations.Reception, "/illustrative/jutogaishaatenakihonjohojushin", "住登外者宛名基本情報受信", Processed, null),
        new(AtenaOperations.Inheritance, "/illustrative/jutogaishaatenakihonjohohikitsugi", "住登外者宛名基本情報受信（住民宛名番号引継ぎ）", Processed, null),
        new(AtenaOperations.HistoryInquiry, "/illustrative/rirekishokai", "住登外者宛名基本情報履歴照会", Processed, null),
        new(AtenaOperations.LinkInquiry, "/illustrative/nayoseshokai", "名寄せ照会", Processed, null),
        new(AtenaOperations.LinkHistoryInquiry, "/illustrative/nayoserirekishokai", "名寄せ履歴照会", Processed, null),
        new(AtenaOperations.BeginUpdate, "/illustrative/idoshorikaishi", "異動処理開始", Processed, null),
        new(AtenaOperations.EndUpdate, "/illustrative/idoshorishuryo", "異動処理終了", Processed, null),
    ];

    public static AtenaCall? At(string path) => All.FirstOrDefault(call => call.Path == path);

    /// <summary>The 処理区分 that wants it; null where the call has a path of its own.</summary>
    public static string? Processing(string operation) => Array.Find(["henko", "sakujo", "nayose", "nayosekaijo"], processing => Received(processing) == operation);

    /// <summary>What a 受信 wants, by its 処理区分; null where it does not say.</summary>
    public static string? Received(string? processing) => processing switch
    {
        "henko" => AtenaOperations.Change,
        "sakujo" => AtenaOperations.Deletion,
        "nayose" => AtenaOperations.Link,
        "nayosekaijo" => AtenaOperations.Unlink,
        _ => null,
    };
}
