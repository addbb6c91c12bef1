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
            BindingCatalogue.OfTypes([typeof(Stubborn)]),
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

    [Fact]
    public async Task A_step_that_blocks_its_thread_is_left_behind_and_hooks_after_it_run()
    {
        using var cancellation = new CancellationTokenSource();
        using var blocking = new Blocking.Gate();
        var sink = new Recorder();
        var run = new GherkinRun(
            Some.Feature("# language: ja\n機能: 例\n  シナリオ: 止まる\n    前提 止まる\n    もし 続ける\n"),
            BindingCatalogue.OfTypes(typeof(Blocking)),
            new() { ConfigureRun = container => container.RegisterInstanceAs(blocking) },
            [sink],
            TimeProvider.System);
        var running = run.RunAsync(cancellation.Token);
        await blocking.Reached.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();
        var outcome = await running.WaitAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        blocking.Open.Set();
        outcome.Unfinished.Should().Be(1);
        sink.Events.OfType<RunEvent.StepFinished>().Select(e => e.Result.Status).Should().Equal(StepStatus.Unknown, StepStatus.Skipped, StepStatus.Passed);
    }

    [Fact]
    public async Task A_file_that_a_step_attaches_is_on_its_event_and_embedded_in_messages()
    {
        var path = Path.Combine(Path.GetTempPath(), $"conformance-{Environment.ProcessId}.png");
        await File.WriteAllBytesAsync(path, [1, 2, 3], TestContext.Current.CancellationToken);
        var recorder = new Recorder();
        using var stream = new MemoryStream();
        await using (var messages = new MessagesSink(stream, leaveOpen: true))
        {
            var run = new GherkinRun(
                Some.Feature($"# language: ja\n機能: 例\n  シナリオ: 添付\n    前提 「{path}」を添える\n    かつ 「/no/such/file.png」を添える\n"),
                BindingCatalogue.OfTypes(typeof(Simple)), new(), [recorder, messages], TimeProvider.System);
            await run.RunAsync(TestContext.Current.CancellationToken);
        }

        File.Delete(path);
        var attached = recorder.Events.OfType<RunEvent.StepFinished>().First().Attachments.Single();
        attached.Should().Match<Attachment.OfFile>(file => file.Path == path && file.MediaType == "image/png" && file.FileName == Path.GetFileName(path));
        var lines = System.Text.Encoding.UTF8.GetString(stream.ToArray()).Split('\n').Where(line => line.Contains("\"attachment\"", StringComparison.Ordinal)).ToList();
        lines[0].Should().Contain("\"body\":\"AQID\",\"contentEncoding\":\"BASE64\",\"mediaType\":\"image/png\"");
        lines[1].Should().Contain("The attached file cannot be read").And.Contain("text/x.cucumber.log+plain");
    }

    [Fact]
    public async Task A_hook_that_throws_is_a_harness_fault_and_features_that_do_not_parse_leave_the_rest_running()
    {
        var reading = FeatureReader.ReadAll([new("bad.feature", "機能: 例"), new("good.feature", "Feature: x\n  Scenario: y\n    * 通る\n")]);
        var run = new GherkinRun(reading, BindingCatalogue.OfTypes(typeof(Simple), typeof(Throwing)), new(), [], TimeProvider.System);
        var outcome = await run.RunAsync(TestContext.Current.CancellationToken);
        outcome.Problems.Select(problem => problem.Code).Should().Equal("CF4001", "CF4202");
        outcome.Problems[0].ToString().Should().StartWith("CF4001 bad.feature(1,1): ");
        outcome.Problems[1].Should().Match<GherkinProblem>(problem => problem.Fact.Contains("Throwing.Before did not pass: だめ") && problem.Line > 0);
        outcome.Scenarios[StepStatus.Failed].Should().Be(1);
        outcome.IsHarnessFault.Should().BeTrue();
    }

    [Binding]
    internal sealed class Throwing
    {
        [BeforeScenario]
        public static void Before() => throw new InvalidOperationException("だめ");
    }

    [Binding]
    internal sealed class Blocking(Blocking.Gate gate)
    {
        [Given("止まる")]
        public void Block()
        {
            gate.Reached.TrySetResult();
            gate.Open.Wait(TimeSpan.FromSeconds(30));
        }

        [When("続ける")]
        public static void GoOn() { }

        [AfterScenario]
        public static void After() { }

        internal sealed class Gate : IDisposable
        {
            public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

            public ManualResetEventSlim Open { get; } = new();

            public void Dispose() => Open.Dispose();
        }
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

        [Given("{string}を添える")]
        public void Attach(string path) => output.AddAttachment(path);

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
