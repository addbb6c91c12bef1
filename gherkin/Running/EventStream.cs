using System.Threading.Channels;

namespace Conformance.Gherkin;

/// <summary>Hands the events of parallel scenarios to the sinks, one at a time. A slow sink slows the run and does not fill memory.</summary>
internal sealed class EventStream
{
    private const int Capacity = 4096;

    private readonly Channel<RunEvent> _channel = Channel.CreateBounded<RunEvent>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly List<IRunSink> _sinks;
    private readonly List<GherkinProblem> _problems = [];
    private readonly Task _delivery;

    public EventStream(IEnumerable<IRunSink> sinks)
    {
        _sinks = [.. sinks];
        _delivery = Task.Run(DeliverAsync);
    }

    public ValueTask WriteAsync(RunEvent e) => _channel.Writer.WriteAsync(e);

    /// <summary>Waits until everything is delivered; then says which sinks failed.</summary>
    public async Task<IReadOnlyList<GherkinProblem>> CompleteAsync()
    {
        _channel.Writer.TryComplete();
        await _delivery;
        return _problems;
    }

    /// <summary>Hands over the last event, after <see cref="CompleteAsync"/>.</summary>
    public ValueTask FinishAsync(RunEvent.RunFinished e) => DeliverAsync(e);

    private async Task DeliverAsync()
    {
        await foreach (var e in _channel.Reader.ReadAllAsync())
        {
            await DeliverAsync(e);
        }
    }

    private async ValueTask DeliverAsync(RunEvent e)
    {
        for (var i = 0; i < _sinks.Count; i++)
        {
            try
            {
                await _sinks[i].OnAsync(e);
            }
            catch (Exception exception)
            {
                _problems.Add(new(
                    "CF4203", "", 0, 0,
                    $"{_sinks[i].GetType().Name} failed at {e.GetType().Name} and gets no more events: {exception.Message}",
                    "Correct the sink or where it writes; what it wrote is incomplete."));
                _sinks.RemoveAt(i--);
            }
        }
    }
}
