namespace Conformance.Mocks;

/// <summary>What can be asked of マイナポータル, as the journal names it.</summary>
public static class MynaportalOperations
{
    public const string Login = "ログイン";
    public const string List = "申請一覧取得";
    public const string Take = "受付番号取得";
    public const string Fetch = "申請データ取得";
    public const string Attachment = "添付取得";
    public const string Report = "状態通知";

    /// <summary>The resident's side: apply, attach, withdraw, look at the state.</summary>
    public const string Resident = "申請者の操作";
}
