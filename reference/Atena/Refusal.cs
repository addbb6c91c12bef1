namespace Conformance.Reference.Atena;

/// <summary>One reason why a request is refused, with the code of the document's エラーコード一覧.</summary>
internal sealed record Refusal(string Code, string Message)
{
    /// <summary>E0001: nothing is set.</summary>
    public static Refusal Missing(string label) => new("E0001", $"{label}が設定されていません。");

    /// <summary>E0002: characters, code or date that the item does not allow.</summary>
    public static Refusal Characters(string label, string allowed) => new("E0002", $"{label}は{allowed}で設定してください。");

    /// <summary>E0003: wrong number of characters.</summary>
    public static Refusal Length(string label, string digits) => new("E0003", $"{label}は{digits}で設定してください。");

    /// <summary>E0004: what one item says requires another.</summary>
    public static Refusal Correlation(string given, string needed) => new("E0004", $"{given}が設定されている場合、{needed}は設定必須です。");

    /// <summary>E0004: somebody else works on the person.</summary>
    public static Refusal Busy() => new("E0004", "他の職員が異動処理中です。");

    /// <summary>E0004: nobody has the number.</summary>
    public static Refusal Unknown() => new("E0004", "登録済みの宛名番号を設定してください。");
}
