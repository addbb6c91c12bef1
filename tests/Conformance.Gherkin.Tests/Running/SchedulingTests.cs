using System.Collections.Concurrent;

namespace Conformance.Gherkin.Tests;

public sealed class SchedulingTests
{
    private const string FourScenarios = """
        # language: ja
        機能: 例
          シナリオ: 一
            前提 出入りを数える
          シナリオ: 二
            前提 出入りを数える
          @排他
          シナリオ: 三
            前提 出入りを数える
          シナリオ: 四
            前提 出入りを数える
        """;

    [Fact]
    public async Task Scenarios_run_side_by_side_and_exclusive_ones_alone()
    {
        var gauge = new Gauge(expected: 3);
        var (outcome, _) = await Some.Run(
            FourScenarios,
            new() { Parallelism = 3, ConfigureRun = container => container.RegisterInstanceAs(gauge) },
            typeof(Counting));
        outcome.IsSuccess.Should().BeTrue();
        gauge.Seen["一"].Should().Be(3);
        gauge.Seen["三"].Should().Be(1);
    }

    [Fact]
    public async Task The_bound_on_parallel_scenarios_holds()
    {
        var gauge = new Gauge(expected: 1);
        await Some.Run(
            FourScenarios,
            new() { Parallelism = 1, ConfigureRun = container => container.RegisterInstanceAs(gauge) },
            typeof(Counting));
        gauge.Seen.Values.Should().AllBeEquivalentTo(1);
    }

    [Fact]
    public void Shards_are_disjoint_and_complete_and_balanced_by_duration()
    {
        var scenarios = Enumerable.Range(1, 25).ToList();
        var reading = Some.Feature("Feature: x\n" + string.Concat(scenarios.Select(n => $"  Scenario: {n}\n    Given x\n")));
        var pickles = reading.Documents[0].Pickles;
        TimeSpan? Duration(Pickle pickle, string pass) => pickle.Name is "1" or "2" or "3" ? TimeSpan.FromSeconds(10) : TimeSpan.FromSeconds(1);
        var shards = Enumerable.Range(1, 3).Select(i => new Shard(i, 3) { Durations = Duration }.Of([.. pickles.Select(pickle => (pickle, ""))]).Select(one => one.Pickle).ToList()).ToList();
        shards.SelectMany(shard => shard).Select(pickle => pickle.Name).Should().BeEquivalentTo(scenarios.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        shards.Select(shard => shard.Sum(pickle => Duration(pickle, "")!.Value.TotalSeconds)).Should().OnlyContain(load => load >= 17 && load <= 18);
        FluentActions.Invoking(() => Shard.Parse("3/2")).Should().Throw<FormatException>();
        Shard.Parse("2/5").Should().Be(new Shard(2, 5));
    }

    [Fact]
    public async Task A_retry_that_passes_is_flaky_with_all_attempts_and_a_new_attempt_has_new_objects()
    {
        var (outcome, events) = await Some.Run(
            """
            # language: ja
            機能: 例
              シナリオ: 二度目に通る
                前提 二度目に通る
              シナリオ: 通らない
                前提 通らない
            """,
            new() { Parallelism = 1, Retries = 2 },
            typeof(Moody));
        events.OfType<RunEvent.ScenarioFinished>().Select(e => (e.Scenario.Pickle.Name, e.Attempt, e.Status, e.IsFlaky, e.WillBeRetried)).Should().Equal(
            ("二度目に通る", 0, StepStatus.Failed, false, true),
            ("二度目に通る", 1, StepStatus.Passed, true, false),
            ("通らない", 0, StepStatus.Failed, false, true),
            ("通らない", 1, StepStatus.Failed, false, true),
            ("通らない", 2, StepStatus.Failed, false, false));
        outcome.Flaky.Should().Be(1);
        outcome.Scenarios[StepStatus.Passed].Should().Be(1);
        outcome.Scenarios[StepStatus.Failed].Should().Be(1);
    }

    [Fact]
    public async Task Fail_fast_starts_no_more_and_says_what_was_not_run()
    {
        var (outcome, events) = await Some.Run(
            """
            # language: ja
            機能: 例
              シナリオ: 通らない
                前提 通らない
              シナリオ: 次
                前提 通らない
            """,
            new() { Parallelism = 1, FailFast = true },
            typeof(Moody));
        outcome.NotRun.Should().Be(1);
        events.OfType<RunEvent.ScenarioNotRun>().Single().Pickle.Name.Should().Be("次");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_takes_too_long_fails_and_hooks_after_it_run(bool stepLimit)
    {
        var limit = TimeSpan.FromMilliseconds(50);
        var (outcome, events) = await Some.Run(
            """
            # language: ja
            機能: 例
              シナリオ: 遅い
                前提 いつまでも待つ
            """,
            stepLimit ? new() { StepTimeout = limit } : new() { ScenarioTimeout = limit },
            typeof(Slow));
        var results = events.OfType<RunEvent.StepFinished>().Select(e => e.Result).ToList();
        results.Select(result => result.Status).Should().Equal(StepStatus.Failed, StepStatus.Passed);
        results[0].Exception.Should().BeOfType<TimeoutException>();
        results[0].Message.Should().Contain("00:00:00.0500000");
        outcome.IsCancelled.Should().BeFalse();
    }

    [Fact]
    public async Task A_dry_run_binds_every_step_and_runs_none()
    {
        var (outcome, events) = await Some.Run(
            """
            # language: ja
            機能: 例
              シナリオ: 試し
                前提 いつまでも待つ
                かつ 知らない
            """,
            new() { DryRun = true },
            typeof(Slow));
        events.OfType<RunEvent.StepFinished>().Select(e => e.Result.Status).Should().Equal(StepStatus.Skipped, StepStatus.Undefined, StepStatus.Skipped);
        outcome.Scenarios[StepStatus.Undefined].Should().Be(1);
    }

    [Fact]
    public async Task A_sink_that_fails_is_named_and_the_others_go_on()
    {
        var recorder = new Recorder();
        var run = new GherkinRun(Some.Feature("Feature: x\n  Scenario: y\n    Given z\n"), BindingCatalogue.OfTypes(), new(), [new Broken(), recorder], TimeProvider.System);
        var outcome = await run.RunAsync(TestContext.Current.CancellationToken);
        outcome.Problems.Should().ContainSingle(problem => problem.Code == "CF4203" && problem.Fact.Contains("Broken"));
        recorder.Events[^1].Should().BeOfType<RunEvent.RunFinished>();
    }

    private sealed class Broken : IRunSink
    {
        public ValueTask OnAsync(RunEvent e) => throw new IOException("disk full");
    }

    /// <summary>How many scenarios were inside at the same time; those that may run together wait for each other.</summary>
    internal sealed class Gauge(int expected)
    {
        private readonly TaskCompletionSource _full = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _inside;

        public ConcurrentDictionary<string, int> Seen { get; } = new(StringComparer.Ordinal);

        public async Task VisitAsync(string name, bool alone)
        {
            if (Interlocked.Increment(ref _inside) == expected)
            {
                _full.TrySetResult();
            }

            if (!alone)
            {
                await _full.Task.WaitAsync(TimeSpan.FromSeconds(10));
            }

            Seen[name] = alone ? Volatile.Read(ref _inside) : expected;
            Interlocked.Decrement(ref _inside);
        }
    }

    [Binding]
    internal sealed class Counting(ScenarioContext context, Gauge gauge)
    {
        [Given("出入りを数える")]
        public Task Count() => gauge.VisitAsync(context.ScenarioInfo.Title, context.ScenarioInfo.Tags.Contains("排他"));
    }

    [Binding]
    internal sealed class Moody(ScenarioInfo info)
    {
        private int _calls;

        [Given("二度目に通る")]
        public void Second()
        {
            (++_calls).Should().Be(1);
            info.Attempt.Should().Be(1);
        }

        [Given("通らない")]
        public static void Never() => throw new InvalidOperationException("だめ");
    }

    [Binding]
    internal sealed class Slow
    {
        [Given("いつまでも待つ")]
        public static Task Wait(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

        [AfterScenario]
        public static void After() { }
    }
}
