using Microsoft.Extensions.Hosting;

namespace Conformance.Mocks;

/// <summary>Leaves Ctrl-C to the program that the host lives in; the framework's own lifetime would take it.</summary>
internal sealed class SilentLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
