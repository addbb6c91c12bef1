using System.Text.Json;

namespace Conformance.Gherkin.Tests;

public sealed class WaitingTests
{
    private const string Feature = """
        # language: ja
        機能: 夜間バッチ
          シナリオ: 取込を待つ
            前提 申請「甲」がある
            もし 夜間バッチを待つ
            ならば 申請「甲」が取り込まれている
        """;

    [Fact]
    public async Task A_step_that_waits_keeps_what_the_scenario_knows_and_goes_on_another_day()
    {
        var day = new Batch();
        var (first, events) = await Some.Run(Feature, On(day), typeof(Steps), typeof(Memory));

        first.Waiting.Should().Be(1);
        first.IsSuccess.Should().BeFalse();
        first.IsHarnessFault.Should().BeFalse();
        events.OfType<RunEvent.StepFinished>().Select(e => e.Result.Status).Should().Equal(StepStatus.Passed, StepStatus.Pending, StepStatus.Skipped);
        var wait = events.OfType<RunEvent.ScenarioFinished>().Single().Wait!;
        wait.StepsDone.Should().Be(1);
        wait.Reason.Should().Be("夜間バッチの取込");

        // What lies between two days goes through a file.
        var kept = JsonSerializer.Deserialize<ScenarioWait>(JsonSerializer.Serialize(wait))!;
        var (again, _) = await Some.Run(Feature, On(day) with { Continue = (_, _) => kept }, typeof(Steps), typeof(Memory));
        again.Waiting.Should().Be(1, "the batch has not run yet");

        day.HasRun = true;
        var (last, done) = await Some.Run(Feature, On(day) with { Continue = (_, _) => kept }, typeof(Steps), typeof(Memory));
        last.IsSuccess.Should().BeTrue();
        done.OfType<RunEvent.StepFinished>().Should().OnlyContain(e => e.Result.Status == StepStatus.Passed);
        day.Applications.Should().Be(1, "what was done before the wait is not done again");
    }

    [Fact]
    public async Task What_cannot_be_kept_is_a_harness_fault_that_names_it()
    {
        var (outcome, _) = await Some.Run(
            """
            # language: ja
            機能: 夜間バッチ
              シナリオ: 取込を待つ
                前提 保存できないものを残す
                もし 夜間バッチを待つ
            """,
            On(new Batch()), typeof(Steps), typeof(Memory));
        outcome.IsHarnessFault.Should().BeTrue();
        outcome.Problems.Single().Should().Match<GherkinProblem>(problem => problem.Code == "CF4206" && problem.Fact.Contains("残り"));
    }

    [Fact]
    public async Task Waiting_does_not_stop_a_run_that_fails_fast_and_is_not_retried()
    {
        var (outcome, events) = await Some.Run(Feature + "\n  シナリオ: 次\n    前提 申請「乙」がある\n", On(new Batch()) with { FailFast = true, Retries = 3 }, typeof(Steps), typeof(Memory));
        outcome.NotRun.Should().Be(0);
        events.OfType<RunEvent.ScenarioStarted>().Should().HaveCount(2);
    }

    private static RunOptions On(Batch batch) => new() { Parallelism = 1, ConfigureRun = container => container.RegisterInstanceAs(batch) };

    internal sealed class Batch
    {
        public bool HasRun { get; set; }

        public int Applications { get; set; }
    }

    internal sealed class Memory : IKeptWhileWaiting
    {
        public List<string> Applications { get; private set; } = [];

        public string WaitingKey => "memory";

        public JsonElement Keep() => JsonSerializer.SerializeToElement(Applications);

        public void Recall(JsonElement kept) => Applications = kept.Deserialize<List<string>>()!;
    }

    [Binding]
    internal sealed class Steps(Memory memory, ScenarioContext context, Batch batch)
    {
        [Given("申請{string}がある")]
        public void Apply(string name)
        {
            memory.Applications.Add(name);
            context["申請日"] = new DateOnly(2026, 4, 1);
            batch.Applications++;
        }

        [Given("保存できないものを残す")]
        public void Leave() => context["残り"] = new object();

        [When("夜間バッチを待つ")]
        public void Wait()
        {
            if (!batch.HasRun)
            {
                throw new WaitingStepException("夜間バッチの取込");
            }

            context.ScenarioInfo.IsContinued.Should().BeTrue();
            context.ScenarioInfo.ContinuedAfter.Should().Be(1);
        }

        [Then("申請{string}が取り込まれている")]
        public void Then(string name)
        {
            memory.Applications.Should().Equal(name);
            context["申請日"].Should().Be(new DateOnly(2026, 4, 1));
        }
    }
}
