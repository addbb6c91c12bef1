namespace Conformance.Gherkin.Tests;

public sealed class GherkinRunTests
{
    [Fact]
    public async Task Steps_after_a_failing_one_are_skipped_and_hooks_after_the_scenario_run()
    {
        var (outcome, events) = await Some.Run(
            """
            # language: ja
            機能: 例
              シナリオ: 失敗
                前提 通る
                もし 失敗する
                ならば 通る
            """,
            null,
            typeof(Simple));
        var results = events.OfType<RunEvent.StepFinished>().Select(e => e.Result.Status);
        results.Should().Equal(StepStatus.Passed, StepStatus.Failed, StepStatus.Skipped, StepStatus.Passed);
        events.OfType<RunEvent.StepFinished>().Last().Attachments.OfType<Attachment.OfText>().Single().Text.Should().Be("失敗: だめ");
        outcome.Scenarios[StepStatus.Failed].Should().Be(1);
        outcome.IsSuccess.Should().BeFalse();
        outcome.IsHarnessFault.Should().BeFalse();
    }

    [Fact]
    public async Task Undefined_and_ambiguous_steps_are_harness_faults()
    {
        var (outcome, events) = await Some.Run(
            """
            # language: ja
            機能: 例
              シナリオ: 未定義
                前提 誰も知らない「甲」が3件ある
              シナリオ: 曖昧
                前提 二通りに読める
            """,
            new() { Parallelism = 1 },
            typeof(Simple));
        outcome.Scenarios[StepStatus.Undefined].Should().Be(1);
        outcome.Scenarios[StepStatus.Ambiguous].Should().Be(1);
        outcome.IsHarnessFault.Should().BeTrue();
        events.OfType<RunEvent.StepFinished>().First(e => e.Result.Status == StepStatus.Undefined).Result.Message
            .Should().Contain("some.feature(4,5)").And.Contain("[Given(\"誰も知らない{string}が{int}件ある\")]");
    }

    [Fact]
    public async Task A_scenario_runs_once_per_pass_and_its_steps_know_the_pass()
    {
        var (_, events) = await Some.Run(
            """
            # language: ja
            機能: 例
              シナリオ: 二度
                前提 パスを書く
            """,
            new() { Parallelism = 1, Passes = _ => ["api", "ui"] },
            typeof(Simple));
        events.OfType<RunEvent.ScenarioFinished>().Select(e => e.Scenario.Pass).Should().Equal("api", "ui");
        events.OfType<RunEvent.StepFinished>().SelectMany(e => e.Attachments).Cast<Attachment.OfText>().Select(text => text.Text).Should().Equal("api api", "ui ui");
    }

    [Fact]
    public async Task Cancelling_ends_a_step_that_does_not_listen_within_two_seconds_and_reports_what_was_left()
    {
        using var cancellation = new CancellationTokenSource();
        Stubborn.Reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var sink = new Recorder();
        var run = new GherkinRun(
            Some.Feature("""
                # language: ja
                機能: 例
                  シナリオ: 終わらない
                    前提 聞かずに待つ
                  シナリオ: 次
                    前提 聞かずに待つ
                """),
            BindingCatalogue.Of([typeof(Stubborn)]),
            new() { Parallelism = 1 },
            [sink],
            TimeProvider.System);
        var running = run.RunAsync(cancellation.Token);
        await Stubborn.Reached.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();
        var outcome = await running.WaitAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        outcome.Should().Match<RunOutcome>(o => o.IsCancelled && o.Unfinished == 1 && o.NotRun == 1 && !o.IsSuccess);
        sink.Events.OfType<RunEvent.ScenarioFinished>().Single().Should().Match<RunEvent.ScenarioFinished>(e => e.IsUnfinished && e.Status == StepStatus.Unknown);
        sink.Events.OfType<RunEvent.ScenarioNotRun>().Single().Pickle.Name.Should().Be("次");
        sink.Events[^1].Should().BeOfType<RunEvent.RunFinished>();
    }

    [Binding]
    internal sealed class Simple(ScenarioContext context, IReqnrollOutputHelper output)
    {
        [Given("通る")]
        [Then("通る")]
        public static void Pass() { }

        [When("失敗する")]
        public static async Task Fail()
        {
            await Task.Yield();
            throw new InvalidOperationException("だめ");
        }

        [Given("二通りに読める")]
        public static void One() { }

        [Given("二通りに{word}")]
        public static void Two(string word) => _ = word;

        [Given("パスを書く")]
        public void WritePass() => output.WriteLine($"{context.ScenarioInfo.Pass} {context["pass"]}");

        [AfterScenario]
        public void After()
        {
            if (context.TestError is { } error)
            {
                output.WriteLine($"{context.ScenarioInfo.Title}: {error.Message}");
            }
        }
    }

    [Binding]
    internal sealed class Stubborn
    {
        public static TaskCompletionSource Reached { get; set; } = new();

        [Given("聞かずに待つ")]
        public static Task Wait()
        {
            Reached.TrySetResult();
            return new TaskCompletionSource().Task;
        }
    }
}
