namespace Conformance.Mocks;

/// <summary>One entry of <c>errors</c> in a 400: code and message after エラーコード一覧 of 付番API仕様 2.0版.</summary>
/// <param name="Reason">The same for the journal, with what was wrong.</param>
internal sealed record AtenaError(string Code, string Message, string Reason)
{
    public static AtenaError Missing(string item, string reason) => new("E0001", $"{item}が設定されていません。", reason);

    public static AtenaError Characters(string item, string expected, string reason) =>
        new("E0002", $"{item}は{expected}で設定してください。", reason);

    public static AtenaError Length(string item, int digits, string reason) => new("E0003", $"{item}は{digits}桁で設定してください。", reason);

    public static AtenaError Correlation(string item, string needed, string reason) =>
        new("E0004", $"{item}が設定されている場合、{needed}は設定必須です。", reason);

    /// <summary>The list has no code for a body that cannot be read at all; nearest is a character that may not be there.</summary>
    public static AtenaError NotJson(string reason) => Characters("リクエスト", "JSON形式", reason);

    public override string ToString() => $"{Code}: {Reason}";
}
