namespace Conformance.Drivers.Tests;

public sealed class StartLineTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_runs_before_everybody_is_there()
    {
        var line = new StartLine(3);
        using var first = line.Enter();
        using var second = line.Enter();
        using var third = line.Enter();

        var waiting = Task.WhenAll(first.ArriveAsync(Stop), second.ArriveAsync(Stop));
        waiting.IsCompleted.Should().BeFalse();

        await third.ArriveAsync(Stop).WaitAsync(Deadline, Stop);
        await waiting.WaitAsync(Deadline, Stop);
    }

    [Fact]
    public async Task Who_falls_on_the_way_holds_nobody_up()
    {
        var line = new StartLine(2);
        using var runner = line.Enter();

        line.Enter().Dispose();

        await runner.ArriveAsync(Stop).WaitAsync(Deadline, Stop);
    }

    [Fact]
    public async Task Who_arrived_and_leaves_is_counted_once()
    {
        var line = new StartLine(2);
        using var stop = new CancellationTokenSource();
        var gone = line.Enter();
        var arrived = gone.ArriveAsync(stop.Token);
        await stop.CancelAsync();
        await arrived.Invoking(one => one.WaitAsync(Deadline, Stop)).Should().ThrowAsync<OperationCanceledException>();
        gone.Dispose();
        gone.Dispose();

        using var other = line.Enter();
        await other.ArriveAsync(Stop).WaitAsync(Deadline, Stop);
    }
}
