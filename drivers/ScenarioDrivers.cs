using Conformance.Drivers.Api;
using Conformance.Drivers.Ui;

namespace Conformance.Drivers;

/// <summary>The drivers that one scenario uses.</summary>
public sealed class ScenarioDrivers : IAsyncDisposable
{
    private readonly LeasedUiDriver? _ui;

    internal ScenarioDrivers(IDriver? api, LeasedUiDriver? ui)
    {
        Api = api;
        _ui = ui;
    }

    public IDriver? Api { get; }

    public IDriver? Ui => _ui;

    /// <summary>What the browser recorded of this scenario's windows, as zips without secrets; none where the profile asks for none. Ends the recording.</summary>
    public Task<IReadOnlyList<byte[]>> TracesAsync() => _ui?.TracesAsync() ?? Task.FromResult<IReadOnlyList<byte[]>>([]);

    /// <summary>Gives the screens back; the drivers of the target live on.</summary>
    public ValueTask DisposeAsync() => _ui?.DisposeAsync() ?? ValueTask.CompletedTask;
}
