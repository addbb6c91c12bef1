namespace Conformance.Mocks;

/// <summary>A stub that nearly answered a request.</summary>
/// <param name="Distance">0 to 1; the smaller the nearer.</param>
internal sealed record NearMiss(StubMapping Mapping, double Distance)
{
    private const int Shown = 3;

    /// <summary>The nearest stubs, nearest first.</summary>
    public static IReadOnlyList<NearMiss> Of(StubRequest request, IEnumerable<StubMapping> mappings) =>
        [.. mappings.Select(mapping => new NearMiss(mapping, mapping.Request.Distance(request))).OrderBy(miss => miss.Distance).Take(Shown)];
}
