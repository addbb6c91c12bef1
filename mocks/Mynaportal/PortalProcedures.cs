namespace Conformance.Mocks;

/// <summary>手続 that the played マイナポータル offers, by code. Illustrative.</summary>
public static class PortalProcedures
{
    public const string Moving = "tenshutsu";
    public const string MovingIn = "tennyu-yoyaku";

    /// <summary>Code to name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["nintei"] = "児童手当 認定請求",
        ["gakukaitei"] = "児童手当 額改定",
        ["genkyo"] = "児童手当 現況届",
        ["shometsu"] = "児童手当 受給事由消滅",
        [MovingIn] = "転入予約",
        ["tenkyo-yoyaku"] = "転居予約",
        [Moving] = "転出届",
    };
}
