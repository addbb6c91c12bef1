using Conformance.Drivers.Network;
using Conformance.Drivers.Tests.Miniatures;

namespace Conformance.Drivers.Tests.Network;

public sealed class TokenBucketTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_go_an_interval_apart_by_the_clock_that_is_given()
    {
        var clock = new SteppedClock();
        var bucket = new TokenBucket(10, TimeSpan.FromSeconds(1), 1, clock);
        var took = Enumerable.Range(0, 5).Select(_ => bucket.TakeAsync(Stop)).ToList();

        took.Count(task => task.IsCompletedSuccessfully).Should().Be(1, "the first may go at once");
        for (var i = 2; i <= 5; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(100));
            await took[i - 1].WaitAsync(TimeSpan.FromSeconds(30), Stop);
            took.Skip(i).Should().NotContain(task => task.IsCompleted);
        }
    }

    [Fact]
    public async Task After_a_pause_as_many_as_the_burst_may_go_at_once_and_no_more()
    {
        var clock = new SteppedClock();
        var bucket = new TokenBucket(1, TimeSpan.FromSeconds(1), 3, clock);
        clock.Advance(TimeSpan.FromSeconds(100));

        var took = Enumerable.Range(0, 4).Select(_ => bucket.TakeAsync(Stop)).ToList();

        await Task.WhenAll(took.Take(3));
        took[3].IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task Who_waits_can_be_called_back()
    {
        var bucket = new TokenBucket(1, TimeSpan.FromHours(1), 1, new SteppedClock());
        await bucket.TakeAsync(Stop);
        using var stop = new CancellationTokenSource();
        var waiting = bucket.TakeAsync(stop.Token);
        await stop.CancelAsync();
        await ((Func<Task>)(() => waiting)).Should().ThrowAsync<OperationCanceledException>();
    }
}
