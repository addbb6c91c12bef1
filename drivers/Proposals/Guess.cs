namespace Conformance.Drivers.Proposals;

/// <summary>What one exchange may be mapped to.</summary>
/// <param name="Place">Null where nothing comes near enough.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="RunnersUp">The next best, best first.</param>
public sealed record Guess(SoughtExchange Exchange, OfferedPlace? Place, double Confidence, IReadOnlyList<(OfferedPlace Place, double Score)> RunnersUp)
{
    /// <summary>高, 中 or 低; empty where there is no guess.</summary>
    public string Word => Place is null ? "" : Confidence >= 0.7 ? "高" : Confidence >= 0.5 ? "中" : "低";
}
