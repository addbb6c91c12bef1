using System.Collections.Concurrent;

namespace Conformance.Drivers.Ui;

/// <summary>The screens as one scenario uses them. Calls of one operator go to one window; calls at the same time get further windows.</summary>
public sealed class LeasedUiDriver : IDriver
{
    // Calls without a valid credential get windows in which nobody ever logged in.
    private const int Nobody = -1;

    private readonly UiDriver _driver;
    private readonly ConcurrentDictionary<int, ConcurrentStack<UiSession>> _mine = new();
    private readonly ConcurrentQueue<byte[]> _traces = new();
    private Task<int>? _set;

    internal LeasedUiDriver(UiDriver driver) => _driver = driver;

    public string Surface => _driver.Surface;

    public bool Offers(string exchange) => _driver.Offers(exchange);

    /// <inheritdoc/>
    public async Task<Observation> PerformAsync(FunctionCall call, CancellationToken cancellationToken)
    {
        if (!Offers(call.Exchange))
        {
            return new Observation { Outcome = Outcome.NotOffered };
        }

        var number = call.Credential == Credential.Valid ? _driver.Number(await SetAsync(cancellationToken).ConfigureAwait(false), call.Operator) : Nobody;
        call = number == Nobody ? call : call with { Operator = number };
        var alone = await _driver.AloneAsync(number, cancellationToken).ConfigureAwait(false);
        try
        {
            return await PerformAsync(number, call, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            alone?.Release();
        }
    }

    // One set per scenario: two that each held what the other needs would wait for ever.
    private Task<int> SetAsync(CancellationToken cancellationToken)
    {
        lock (_mine)
        {
            return _set ??= _driver.TakeSetAsync(cancellationToken).AsTask();
        }
    }

    private async Task<Observation> PerformAsync(int number, FunctionCall call, CancellationToken cancellationToken)
    {
        var mine = _mine.GetOrAdd(number, _ => []);
        if (!mine.TryPop(out var session))
        {
            session = await _driver.TakeAsync(number, cancellationToken).ConfigureAwait(false);
            await session.BeginTraceAsync().ConfigureAwait(false);
        }

        try
        {
            return await _driver.PerformAsync(session, call, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            session.Broken = true;
            throw;
        }
        finally
        {
            if (session.Broken)
            {
                // Why it broke is in its recording.
                Keep(await session.EndTraceAsync(keep: true).ConfigureAwait(false));
                await _driver.ReturnAsync(number, session).ConfigureAwait(false);
            }
            else
            {
                mine.Push(session);
            }
        }
    }

    /// <summary>Ends the recordings of this scenario's windows and gives them, without secrets; none where the profile asks for none.</summary>
    public async Task<IReadOnlyList<byte[]>> TracesAsync()
    {
        foreach (var session in _mine.Values.SelectMany(sessions => sessions))
        {
            Keep(await session.EndTraceAsync(keep: true).ConfigureAwait(false));
        }

        return [.. _traces];
    }

    private void Keep(byte[]? trace)
    {
        if (trace is not null)
        {
            _traces.Enqueue(_driver.Redacted(trace));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (number, sessions) in _mine)
        {
            while (sessions.TryPop(out var session))
            {
                await session.EndTraceAsync(keep: false).ConfigureAwait(false);
                await _driver.ReturnAsync(number, session).ConfigureAwait(false);
            }
        }

        if (_set is { IsCompletedSuccessfully: true } set)
        {
            _driver.ReturnSet(await set.ConfigureAwait(false));
            _set = null;
        }
    }
}
