namespace Conformance.Mocks;

/// <summary>One row of the request of 住登外者宛名番号付番API仕様 2.0版, sheet リクエスト_API仕様.</summary>
/// <param name="Member">パラメータ名.</param>
/// <param name="Name">項目名.</param>
/// <param name="Kind">データ型.</param>
/// <param name="Length">桁数.</param>
internal sealed record AtenaItem(string Member, string Name, AtenaItemKind Kind, int Length)
{
    /// <summary>必須 ◎.</summary>
    public bool Required { get; init; }

    /// <summary>True where the row describes a code or number of exactly <see cref="Length"/> characters; only these have an error code (E0003,
    /// 桁数エラー（固定項目）).</summary>
    public bool FixedLength { get; init; }

    /// <summary>Values that 項目説明 lists; null where it lists none.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>不詳日を許容する.</summary>
    public bool UnknownDateAllowed { get; init; }

    /// <summary>False for what describes the request and not the person.</summary>
    public bool Stored { get; init; } = true;
}

/// <summary>データ型 of the sheet 凡例）データ型.</summary>
internal enum AtenaItemKind
{
    /// <summary>X 半角文字列.</summary>
    HalfWidth,

    /// <summary>Ｎ 全角文字列.</summary>
    FullWidth,

    /// <summary>YYYY-MM-DD.</summary>
    Date,

    /// <summary>HH:MM:SS, seconds may be left out.</summary>
    Time,
}
