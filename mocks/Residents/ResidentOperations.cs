namespace Conformance.Mocks;

/// <summary>What can be asked of 住民記録, as the journal names it.</summary>
public static class ResidentOperations
{
    public const string MovingOut = "転出証明書情報取得";
    public const string Protection = "支援措置対象者情報取得";
    public const string Events = "異動情報取得";
}
