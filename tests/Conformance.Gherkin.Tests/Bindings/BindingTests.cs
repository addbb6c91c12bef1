namespace Conformance.Gherkin.Tests;

public sealed class BindingTests
{
    [Fact]
    public async Task Arguments_are_converted_or_refused_never_defaulted()
    {
        var (_, events) = await Some.Run(
            """
            # language: ja
            機能: 例
              シナリオ: 値
                前提 ３件ある
                かつ 令和8年4月1日に届け出る
                かつ 午前の区分は個人である
                かつ 所要は1時間30分である
                かつ 金額は１２，３４５円である
                かつ 受付は「９：３０」である
              シナリオ: 無い日
                前提 令和8年2月30日に届け出る
              シナリオ: 表
                前提 次の住民がいる
                  | 氏名       | 生年月日        | 人数 |
                  | 佐藤　一郎 | 昭和64年1月7日 | ２   |
              シナリオ: 表の誤り
                前提 次の住民がいる
                  | 氏名       | 生年月日     | 人数 |
                  | 佐藤　一郎 | 昭和64年2月1日 | ２   |
            """,
            new() { Parallelism = 1 },
            typeof(Values));
        events.OfType<RunEvent.ScenarioFinished>().Select(e => (e.Status, (e.Exception as BindingException)?.Problem.Code)).Should().Equal(
            (StepStatus.Passed, null), (StepStatus.Failed, "CF4106"), (StepStatus.Passed, null), (StepStatus.Failed, "CF4106"));
        var refused = events.OfType<RunEvent.ScenarioFinished>().Select(e => e.Exception).OfType<BindingException>().Last();
        refused.Problem.ToString().Should().StartWith("CF4106 some.feature(17,5): 「昭和64年2月1日」 in the column 「生年月日」");
    }

    [Fact]
    public async Task Objects_live_as_long_as_their_scenario_and_are_disposed_with_it()
    {
        var log = new List<string>();
        var shared = new Shared(log);
        await Some.Run(
            """
            # language: ja
            機能: 例
              シナリオ: 一
                前提 一つ目
                かつ 二つ目
              シナリオ: 二
                前提 一つ目
            """,
            new() { Parallelism = 1, ConfigureRun = container => container.RegisterInstanceAs(shared) },
            typeof(First), typeof(Second));
        log.Should().Equal("一: new", "一: 一つ目 1", "一: 二つ目 2", "一: disposed", "二: new", "二: 一つ目 1", "二: disposed");
    }

    [Fact]
    public async Task Hooks_run_in_order_and_only_where_tags_and_scopes_say()
    {
        var log = new List<string>();
        await Some.Run(
            """
            # language: ja
            @業務:031
            機能: 例
              @画面
              シナリオ: 一
                前提 何もしない
              シナリオ: 二
                前提 何もしない
            """,
            new() { Parallelism = 1, ConfigureRun = container => container.RegisterInstanceAs(new Shared(log)) },
            typeof(Hooked));
        log.Should().Equal(
            "run", "feature 例", "early", "screen", "scoped", "block", "step", "after step", "after late", "after early",
            "early", "block", "step", "after step", "after late", "after early", "after feature", "after run");
    }

    [Fact]
    public void Bindings_that_cannot_be_used_are_all_reported_with_place_and_remedy()
    {
        var problems = BindingCatalogue.OfTypes(typeof(Wrong)).Problems;
        problems.Select(problem => problem.Code).Should().Equal("CF4101", "CF4102", "CF4104", "CF4110", "CF4105", "CF4105");
        problems.Should().OnlyContain(problem => problem.File.EndsWith("BindingTests.cs") && problem.Line > 100 && problem.Remedy.Length > 0);
        problems.Where(problem => problem.IsWarning).Should().ContainSingle(problem => problem.Code == "CF4110");
    }

    [Fact]
    public async Task A_binding_class_that_cannot_be_built_is_a_harness_fault()
    {
        var (outcome, _) = await Some.Run(
            """
            # language: ja
            機能: 例
              シナリオ: 一
                前提 作れない
            """,
            null,
            typeof(Unbuildable));
        outcome.IsHarnessFault.Should().BeTrue();
        outcome.Problems.Single().Should().Match<GherkinProblem>(problem => problem.Code == "CF4111" && problem.Fact.Contains("Unbuildable > IDisposable"));
    }

    [Fact]
    public void Tables_make_objects_and_compare_with_them()
    {
        var people = new DataTable("氏名", "人数");
        people.AddRow("佐藤", "１");
        people.AddRow("鈴木", "2");
        people.CreateSet<Person>().Should().Equal(new Person("佐藤", default, 1), new Person("鈴木", default, 2));
        people.CompareToSet([new Person("鈴木", default, 2), new Person("佐藤", default, 1)]);
        FluentActions.Invoking(() => people.CompareToSet([new Person("鈴木", default, 2), new Person("田中", default, 1)]))
            .Should().Throw<ComparisonException>().WithMessage("*- row 1: | 佐藤 | １ |*+ | 田中 | 1 |");
        var vertical = new DataTable("項目", "値");
        vertical.AddRow("氏名", "佐藤");
        vertical.AddRow("人数", "3");
        vertical.CreateInstance<Person>().Should().Be(new Person("佐藤", default, 3));
        FluentActions.Invoking(() => vertical.CompareToInstance(new Person("佐藤", default, 4))).Should().Throw<ComparisonException>().WithMessage("人数: expected 「3」, found 「4」.");
        FluentActions.Invoking(() => people.Rows[0]["住所"]).Should().Throw<BindingException>().WithMessage("*「住所」*「氏名」, 「人数」*");
    }

    internal sealed record Person(string 氏名, DateOnly 生年月日 = default, int 人数 = 0);

    internal enum Kind
    {
        個人,
        法人,
    }

    [Binding]
    internal sealed class Values
    {
        [Given("{int}件ある")]
        public static void Count(long count) => count.Should().Be(3);

        [Given("{日付}に届け出る")]
        public static void Date(DateOnly date) => date.Should().Be(new DateOnly(2026, 4, 1));

        [Given("午前の区分は{word}である")]
        public static void Class(Kind kind) => kind.Should().Be(Kind.個人);

        [Given("所要は{TimeSpan}である")]
        public static void Duration(TimeSpan duration) => duration.Should().Be(TimeSpan.FromMinutes(90));

        [Given("金額は{金額}である")]
        public static void Amount(decimal amount) => amount.Should().Be(12345);

        [Given("受付は{string}である")]
        public static void Time(TimeOnly time) => time.Should().Be(new TimeOnly(9, 30));

        [Given("次の住民がいる")]
        public static void People(DataTable table) =>
            table.CreateSet<Person>().Should().Equal(new Person("佐藤　一郎", new(1989, 1, 7), 2));
    }

    internal sealed record Shared(List<string> Log);

    internal sealed class State : IAsyncDisposable
    {
        private readonly Shared _shared;
        private readonly string _title;
        private int _uses;

        public State(Shared shared, ScenarioContext context)
        {
            _shared = shared;
            _title = context.ScenarioInfo.Title;
            _shared.Log.Add($"{_title}: new");
        }

        public void Use(string what) => _shared.Log.Add($"{_title}: {what} {++_uses}");

        public ValueTask DisposeAsync()
        {
            _shared.Log.Add($"{_title}: disposed");
            return ValueTask.CompletedTask;
        }
    }

    [Binding]
    internal sealed class First(State state)
    {
        [Given("一つ目")]
        public void One() => state.Use("一つ目");
    }

    [Binding]
    internal sealed class Second(State state)
    {
        [Given("二つ目")]
        public async ValueTask Two()
        {
            await Task.Yield();
            state.Use("二つ目");
        }
    }

    [Binding]
    internal sealed class Hooked(Shared shared)
    {
        [BeforeTestRun]
        public static void Run(Shared shared) => shared.Log.Add("run");

        [BeforeFeature("業務:031")]
        public static Task Feature(FeatureContext feature, Shared shared)
        {
            shared.Log.Add("feature " + feature.FeatureInfo.Title);
            return Task.CompletedTask;
        }

        [BeforeScenario("画面", "帳票")]
        public void Screen() => shared.Log.Add("screen");

        [BeforeScenario(Order = 1)]
        public void Early() => shared.Log.Add("early");

        [BeforeScenario]
        [Scope(Scenario = "一")]
        public void Scoped() => shared.Log.Add("scoped");

        [BeforeScenario("@画面 and not @業務:031")]
        public void Never() => shared.Log.Add("never");

        [BeforeScenarioBlock]
        public void Block() => shared.Log.Add("block");

        [BeforeStep]
        public void Step() => shared.Log.Add("step");

        [AfterStep]
        public void AfterStep() => shared.Log.Add("after step");

        [Given("何もしない")]
        public static void Nothing() { }

        [AfterScenario]
        public void AfterEarly() => shared.Log.Add("after early");

        [AfterScenario]
        public void AfterLate() => shared.Log.Add("after late");

        [AfterFeature]
        public static void AfterFeature(Shared shared) => shared.Log.Add("after feature");

        [AfterTestRun]
        public static void AfterRun(Shared shared) => shared.Log.Add("after run");
    }

    [Binding]
    internal sealed class Wrong
    {
        [Given("閉じない{int")]
        public static void Open(int count) => _ = count;

        [Given("{空港}が閉まる")]
        public static void Closed(string airport) => _ = airport;

        [Given("{int}件ある")]
        public static void Count() => _ = 1;

        [Given("転入/転出を届け出る")]
        public static void Accident() => _ = 1;

        [Given("待てない")]
        public static async void Async() => await Task.Yield();

        [BeforeFeature]
        public void NotStatic() => GetType();
    }

    [Binding]
    internal sealed class Unbuildable(IDisposable missing)
    {
        [Given("作れない")]
        public void Never() => missing.Dispose();
    }
}
