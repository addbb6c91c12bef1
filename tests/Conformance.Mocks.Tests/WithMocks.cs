namespace Conformance.Mocks.Tests;

/// <summary>A running mock host and a core system that calls it, for each test anew.</summary>
public abstract class WithMocks : IAsyncLifetime
{
    internal MockHost host = null!;
    internal HttpClient core = null!;

    public async ValueTask InitializeAsync()
    {
        host = await Some.Host();
        core = Some.Caller(host);
    }

    public async ValueTask DisposeAsync()
    {
        core.Dispose();
        await host.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
