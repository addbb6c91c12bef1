using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Jidoteate;

/// <summary>One 口座照会.</summary>
/// <param name="Person">宛名番号.</param>
/// <param name="Application">受付番号, or blank.</param>
/// <param name="Claim">請求番号, or blank.</param>
internal sealed record Inquiry(string Person, string Application, string Claim)
{
    /// <summary>照会番号; blank until it is asked.</summary>
    public string Number { get; set; } = "";

    /// <summary>照会中, 確定, 未確定 or 照会不能.</summary>
    public string State { get; set; } = "照会中";

    /// <summary>The account that was answered.</summary>
    public Row Account { get; set; } = new();

    public string UpdatedAt { get; set; } = "";
}
