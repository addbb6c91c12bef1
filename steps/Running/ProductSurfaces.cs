using Conformance.Drivers;

namespace Conformance.Steps.Running;

/// <summary>Where a product shows what it can do, searched once per run and surface. Thread-safe.</summary>
public sealed class ProductSurfaces(TargetSession target)
{
    // More screens than this tell nothing new of the products that were tried.
    private const int Screens = 80;

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Dictionary<string, IReadOnlyList<SearchedPlace>> found = new(StringComparer.Ordinal);

    /// <param name="surface"><c>api</c>: what the product describes of its API; <c>ui</c>: its screens, followed from the first.</param>
    /// <exception cref="NotOfferedException">The profile says nothing of such a description.</exception>
    public async Task<IReadOnlyList<SearchedPlace>> OfAsync(string surface, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (!found.TryGetValue(surface, out var places))
            {
                places = surface == "ui"
                    ? await (target.Ui ?? throw new NotOfferedException("ui")).CrawlAsync(Screens, cancellationToken)
                    : await (target.Api ?? throw new NotOfferedException("api")).DescribeAsync(cancellationToken) ?? throw new NotOfferedException("api: openapi");
                found[surface] = places;
            }

            return places;
        }
        finally
        {
            gate.Release();
        }
    }
}
