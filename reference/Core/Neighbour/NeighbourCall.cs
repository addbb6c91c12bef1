namespace Conformance.Reference.Core.Neighbour;

/// <summary>A call that 住登外者宛名番号管理機能 offers.</summary>
/// <param name="Name">APIコール名, the path below the base address.</param>
/// <param name="Operation">操作種類.</param>
/// <param name="Words">What staff are told was being done.</param>
internal sealed record NeighbourCall(string Name, string Operation, string Words)
{
    /// <summary>住登外者宛名番号付番API仕様 第2.0版.</summary>
    public static readonly NeighbourCall Numbering = new("app_submit/v10/jutogaishaatenabangofuban", "Create", "付番依頼");

    /// <summary>Call name and scope: 共通機能標準仕様書 2.2. The layout of the body is illustrative.</summary>
    public static readonly NeighbourCall Inquiry = new("app_submit/v10/jutogaishaatenakihonjohosyokai", "Read", "照会");

    /// <summary>Illustrative.</summary>
    public static readonly NeighbourCall Reception = new("illustrative/jutogaishaatenakihonjohojushin", "Update", "宛名基本情報の送信");

    /// <summary>Illustrative.</summary>
    public static readonly NeighbourCall Inheritance = new("illustrative/jutogaishaatenakihonjohohikitsugi", "Create", "住民宛名番号の引継");

    /// <summary>業務ID:APIコール名:操作種類.</summary>
    public string Scope => $"031:{Name}:{Operation}";
}
