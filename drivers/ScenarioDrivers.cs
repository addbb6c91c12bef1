using Conformance.Drivers.Api;
using Conformance.Drivers.Ui;

namespace Conformance.Drivers;

/// <summary>The drivers that one scenario uses.</summary>
public sealed class ScenarioDrivers : IAsyncDisposable
{
    private readonly LeasedUiDriver? _ui;

    internal ScenarioDrivers(ApiDriver? api, LeasedUiDriver? ui)
    {
        Api = api;
        _ui = ui;
    }

    public IDriver? Api { get; }

    public IDriver? Ui => _ui;

    /// <summary>Gives the screens back; the drivers of the target live on.</summary>
    public ValueTask DisposeAsync() => _ui?.DisposeAsync() ?? ValueTask.CompletedTask;
}
