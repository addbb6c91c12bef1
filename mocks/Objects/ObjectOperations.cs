namespace Conformance.Mocks;

/// <summary>What can be asked of the object storage, as the journal names it.</summary>
public static class ObjectOperations
{
    public const string Put = "オブジェクト格納";
    public const string Get = "オブジェクト取得";
    public const string Head = "オブジェクト確認";
    public const string List = "オブジェクト一覧";
    public const string Delete = "オブジェクト削除";
    public const string Multipart = "分割格納";
    public const string Bucket = "バケット操作";
}
