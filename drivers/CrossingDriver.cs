using Conformance.Drivers.Api;

namespace Conformance.Drivers;

/// <summary>Two editions of one interface: some exchanges are performed through the one, all others through the other. Neither is owned.</summary>
internal sealed class CrossingDriver(ApiDriver writing, ApiDriver reading, IReadOnlySet<string> read) : IDriver
{
    public string Surface => writing.Surface;

    public bool Offers(string exchange) => Of(exchange).Offers(exchange);

    public Task<Observation> PerformAsync(FunctionCall call, CancellationToken cancellationToken) => Of(call.Exchange).PerformAsync(call, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ApiDriver Of(string exchange) => read.Contains(exchange) ? reading : writing;
}
