namespace Conformance.Reference.Atena;

/// <summary>One operation of the interface.</summary>
/// <param name="Path">Where it is called, with POST.</param>
/// <param name="Title">機能名称, as answers repeat it.</param>
/// <param name="Done">処理結果メッセージ of a success.</param>
/// <param name="What">One line for the description.</param>
internal sealed record Interface(string Path, string Title, string Done, string What)
{
    public static readonly Interface Numbering = new(
        "/app_submit/v10/jutogaishaatenabangofuban", "住登外者宛名番号付番", "登録が完了しました。", "住登外者宛名番号の付番を依頼する。");

    public static readonly Interface Inquiry = new(
        "/app_submit/v10/jutogaishaatenakihonjohosyokai", "住登外者宛名基本情報照会", "照会が完了しました。", "住登外者宛名基本情報を照会する。");

    public static readonly Interface Notice = new(
        "/illustrative/jutogaishaatenakihonjohojushin", "住登外者宛名基本情報受信", "登録が完了しました。", "変更、削除、名寄せ、名寄せ解除を受信する。");

    public static readonly Interface Inheritance = new(
        "/illustrative/jutogaishaatenakihonjohohikitsugi", "住登外者宛名基本情報受信（住民宛名番号引継ぎ）", "登録が完了しました。", "住民宛名番号を引き継いで登録する。");

    public static readonly Interface History = new(
        "/illustrative/rirekishokai", "宛名基本情報更新履歴照会", "照会が完了しました。", "更新履歴を照会する。");

    public static readonly Interface Links = new(
        "/illustrative/nayoseshokai", "名寄せ照会", "照会が完了しました。", "名寄せ状況を照会する。");

    public static readonly Interface LinkHistory = new(
        "/illustrative/nayoserirekishokai", "名寄せ履歴照会", "照会が完了しました。", "名寄せ履歴を照会する。");

    public static readonly Interface BeginEdit = new(
        "/illustrative/idoshorikaishi", "異動処理開始", "登録が完了しました。", "異動処理を開始し、他の職員の更新を排他する。");

    public static readonly Interface EndEdit = new(
        "/illustrative/idoshorishuryo", "異動処理終了", "登録が完了しました。", "異動処理を終了する。");

    public static readonly IReadOnlyList<Interface> All = [Numbering, Inquiry, Notice, Inheritance, History, Links, LinkHistory, BeginEdit, EndEdit];
}
