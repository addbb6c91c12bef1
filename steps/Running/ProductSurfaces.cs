using System.Collections.Concurrent;
using Conformance.Drivers;

namespace Conformance.Steps.Running;

/// <summary>Where a product shows what it can do, searched once per run and surface. Thread-safe.</summary>
public sealed class ProductSurfaces(TargetSession target)
{
    /// <summary>How many screens are looked at; more than this tell nothing new of the products that were tried.</summary>
    public const int Screens = 80;

    private readonly ConcurrentDictionary<string, Lazy<Task<SurfaceSearch>>> found = new(StringComparer.Ordinal);

    /// <param name="surface"><c>api</c>: what the product describes of its API; <c>ui</c>: its screens, reached from the first.</param>
    /// <exception cref="NotOfferedException">The profile says nothing of such a description.</exception>
    public Task<SurfaceSearch> OfAsync(string surface, CancellationToken cancellationToken) =>
        // One scenario searches for all; another that is stopped meanwhile only stops waiting.
        found.GetOrAdd(surface, name => new Lazy<Task<SurfaceSearch>>(() => SearchAsync(name))).Value.WaitAsync(cancellationToken);

    private async Task<SurfaceSearch> SearchAsync(string surface) => surface == "ui"
        ? await (target.Ui ?? throw new NotOfferedException("ui")).CrawlAsync(Screens, CancellationToken.None)
        : new SurfaceSearch((await (target.Api ?? throw new NotOfferedException("api")).FindDescriptionAsync(CancellationToken.None) ?? throw new NotOfferedException("api: openapi")).Places);
}
