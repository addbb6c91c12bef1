using System.Globalization;

namespace Conformance.Gherkin.Tests;

/// <summary>What is wrong with features and bindings: named with place, fact and remedy, while the other scenarios run and the run is a harness fault.</summary>
public sealed class BadInputTests
{
    /// <summary>The step, and of the problem: code, end of the file's name, a part of what is said, a part of the remedy.</summary>
    public static TheoryData<string, string, string, string, string> Steps { get; } = new()
    {
        { "もし 表に列が足りない\n      | 氏名 |\n      | 甲 |", "CF4112", "bad.feature", "年齢", "column" },
        { "もし 年齢が「不詳」である", "CF4108", "BadInputTests.cs", "不詳", "Correct the value" },
        { "もし 日付が「令和元年4月30日」である", "CF4106", "bad.feature", "令和元年4月30日", "Correct the value" },
        { "もし 作れない", "CF4111", "BadInputTests.cs", "IDisposable", "Register" },
        { "もし 表を取らない\n      | 氏名 |", "CF4104", "BadInputTests.cs", "takes 2. The step is in bad.feature(4,5)", "DataTable" },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_step_that_cannot_be_called_is_named_with_its_place_and_the_others_run(string step, string code, string file, string fact, string remedy)
    {
        var (outcome, events) = await RunAsync(step, typeof(Sound), typeof(Unbuildable));

        var problem = outcome.Problems.Should().ContainSingle().Subject;
        problem.Code.Should().Be(code);
        problem.File.Should().EndWith(file);
        problem.Line.Should().BePositive();
        problem.Fact.Should().Contain(fact);
        problem.Remedy.Should().Contain(remedy);
        outcome.IsHarnessFault.Should().BeTrue();
        events.OfType<RunEvent.ScenarioFinished>().Select(e => (e.Scenario.Pickle.Name, e.Status)).Should().BeEquivalentTo([("悪い", StepStatus.Failed), ("良い", StepStatus.Passed)]);
    }

    [Fact]
    public async Task A_value_that_a_transformation_refuses_is_named_with_the_place_of_its_step_too()
    {
        var (outcome, _) = await RunAsync("もし 年齢が「不詳」である", typeof(Sound));
        outcome.Problems.Single().Fact.Should().Contain("bad.feature(4,5)").And.Contain("Ages failed");
    }

    [Fact]
    public async Task A_step_that_matches_twice_names_both_definitions_with_their_places()
    {
        var (outcome, events) = await RunAsync("もし 二通りに読める", typeof(Sound), typeof(Twice));

        outcome.Scenarios[StepStatus.Ambiguous].Should().Be(1);
        outcome.Scenarios[StepStatus.Passed].Should().Be(1);
        outcome.IsHarnessFault.Should().BeTrue();
        events.OfType<RunEvent.StepFinished>().Single(e => e.Result.Status == StepStatus.Ambiguous).Result.Message.Should()
            .StartWith("bad.feature(4,5): 2 step definitions fit").And.Contain("Make all but one more specific")
            .And.MatchRegex(@"「二通りに読める」 Twice\.One .*BadInputTests\.cs:\d+").And.MatchRegex(@"「二通りに読める」 Twice\.Other .*BadInputTests\.cs:\d+");
    }

    [Theory]
    [InlineData(typeof(BeforeRun), "BeforeTestRun", 0)]
    [InlineData(typeof(BeforeFeature), "BeforeFeature", 0)]
    [InlineData(typeof(BeforeScenario), "BeforeScenario", 1)]
    [InlineData(typeof(AfterScenario), "AfterScenario", 1)]
    [InlineData(typeof(AfterRun), "AfterTestRun", 2)]
    public async Task A_hook_that_throws_is_named_with_its_place_and_what_does_not_need_it_runs(Type hook, string kind, int passed)
    {
        var (outcome, _) = await RunAsync("もし 通る", typeof(Sound), hook);

        var problem = outcome.Problems.Should().ContainSingle().Subject;
        problem.Code.Should().Be("CF4202");
        problem.File.Should().EndWith("BadInputTests.cs");
        problem.Line.Should().BePositive();
        problem.Fact.Should().Contain($"[{kind}] hook {hook.Name}.").And.Contain("だめ");
        problem.Remedy.Should().NotBeEmpty();
        outcome.Scenarios[StepStatus.Passed].Should().Be(passed);
        outcome.IsHarnessFault.Should().BeTrue();
    }

    private static Task<(RunOutcome Outcome, IReadOnlyList<RunEvent> Events)> RunAsync(string step, params Type[] bindings) => RunFeatureAsync(
        $"""
        # language: ja
        機能: 例
          シナリオ: 悪い
            {step}
          シナリオ: 良い
            もし 通る
        """,
        bindings);

    private static async Task<(RunOutcome Outcome, IReadOnlyList<RunEvent> Events)> RunFeatureAsync(string feature, Type[] bindings)
    {
        var recorder = new Recorder();
        var run = new GherkinRun(Some.Feature(feature, "bad.feature"), BindingCatalogue.OfTypes(bindings), new(), [recorder], TimeProvider.System);
        return (await run.RunAsync(TestContext.Current.CancellationToken), recorder.Events);
    }

    [Binding]
    internal sealed class Sound
    {
        public sealed record Person(string 氏名, int 年齢);

        public sealed record Age(int Years);

        [When("通る")]
        public void Passes() => GetType();

        [When("表に列が足りない")]
        public void Table(DataTable table) => table.CreateSet<Person>().Should().NotBeEmpty();

        [StepArgumentTransformation]
        public static Age Ages(string text) => new(int.Parse(text, CultureInfo.InvariantCulture));

        [When(@"^年齢が「(.*)」である$")]
        public void OfAge(Age age) => age.Years.Should().BePositive();

        [When(@"^日付が「(.*)」である$")]
        public void On(DateOnly date) => date.Year.Should().BePositive();

        [When("表を取らない")]
        public void NoTable(string first, DataTable second) => first.Should().NotBe(second.ToString());
    }

    [Binding]
    internal sealed class Unbuildable(IDisposable missing)
    {
        [When("作れない")]
        public void Never() => missing.Dispose();
    }

    [Binding]
    internal sealed class Twice
    {
        [When("二通りに読める")]
        public void One() => GetType();

        [When("二通りに読める")]
        public void Other() => GetType();
    }

    [Binding]
    internal static class BeforeRun
    {
        [BeforeTestRun]
        public static void Throws() => throw new InvalidOperationException("だめ");
    }

    [Binding]
    internal static class BeforeFeature
    {
        [BeforeFeature]
        public static void Throws() => throw new InvalidOperationException("だめ");
    }

    [Binding]
    internal static class BeforeScenario
    {
        [BeforeScenario]
        public static void Throws(ScenarioContext context) =>
            _ = context.ScenarioInfo.Title == "悪い" ? throw new InvalidOperationException("だめ") : 0;
    }

    [Binding]
    internal static class AfterScenario
    {
        [AfterScenario]
        public static void Throws(ScenarioContext context) =>
            _ = context.ScenarioInfo.Title == "悪い" ? throw new InvalidOperationException("だめ") : 0;
    }

    [Binding]
    internal static class AfterRun
    {
        [AfterTestRun]
        public static void Throws() => throw new InvalidOperationException("だめ");
    }
}
