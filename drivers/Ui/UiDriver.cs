using Conformance.Drivers.Profiles;

namespace Conformance.Drivers.Ui;
public sealed class UiDriver(UiProfile profile, Secrets secrets, TimeProvider time) : IDriver
{
    public string Surface => "ui";
    public bool Offers(string exchange) => profile.Exchanges.ContainsKey(exchange);
    public LeasedUiDriver Lease() => throw new NotSupportedException(secrets.ToString() + time);
    public Task<Observation> PerformAsync(FunctionCall call, CancellationToken cancellationToken) => throw new NotSupportedException();
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
public sealed class LeasedUiDriver : IAsyncDisposable, IDriver
{
    public string Surface => "ui";
    public bool Offers(string exchange) => false;
    public Task<Observation> PerformAsync(FunctionCall call, CancellationToken cancellationToken) => throw new NotSupportedException();
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
