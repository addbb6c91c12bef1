// Step code that uses everything docs/reqnroll.md calls the same. A test compiles it against our runtime and against Reqnroll's surface.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace StepCode;

public sealed record Person(string 氏名, DateOnly 生年月日);

public interface IClock;

public sealed class Clock : IClock;

[Binding]
[Scope(Tag = "@住登外者", Feature = "住登外者")]
public sealed class Steps(ScenarioContext scenario, FeatureContext feature, ScenarioInfo info, IObjectContainer container, IReqnrollOutputHelper output)
{
    [Given]
    public static void 何もない() { }

    [Given("{string}がいる")]
    [StepDefinition("^「(.*)」がいる$", ExpressionType = ExpressionType.RegularExpression)]
    public void Someone(string name) => scenario["氏名"] = name;

    [When(Expression = "待つ")]
    public async Task Wait() => await Task.Yield();

    [When("数える")]
    public async ValueTask<int> Count() => await Task.FromResult(3);

    [Then("次の人がいる")]
    public void People(DataTable table)
    {
        var people = table.CreateSet<Person>().ToList();
        table.CompareToSet(people);
        table.CompareToSet(people, sequentialEquality: true);
        foreach (DataTableRow row in table.Rows)
        {
            var pair = row.TryGetValue("氏名", out var name) && row.ContainsKey("氏名") ? name + row["氏名"] + row[0] : "";
            IDictionary<string, string> cells = row;
            output.WriteLine("{0} {1} {2}", pair, cells.Count, row.Keys.Count + row.Values.Count + row.Count);
        }

        if (table.ContainsColumn("氏名") && table.Header.Count > 1 && table.RowCount == table.Rows.Count)
        {
            table.RenameColumn("氏名", "名");
            table.AddRow("甲", "2026-04-01");
            table.AddRow(new Dictionary<string, string> { ["名"] = "甲" });
        }

        var one = new DataTable("氏名", "生年月日");
        one.AddRow("甲", "2026-04-01");
        one.CompareToInstance(one.CreateInstance<Person>());
        one.FillInstance(one.CreateInstance(() => new Person("", default)));
        output.WriteLine(one.IsEquivalentToInstance(people[0]) ? one.Rows[0]["氏名"] : "");
        _ = one.CreateSet(() => new Person("", default)).Concat(one.CreateSet(row => new Person(row["氏名"], default)));
    }

    [Then("文脈")]
    public void Context()
    {
        scenario.Set(new Clock());
        scenario.Set("甲", "人");
        scenario.Set<IClock>(() => new Clock());
        var clock = scenario.Get<Clock>() ?? scenario.Get<Clock>("時計");
        if (scenario.TryGetValue<Clock>(out var found) && scenario.TryGetValue<string>("人", out var person))
        {
            output.WriteLine($"{found} {person} {clock}");
        }

        feature.Set("乙");
        output.WriteLine($"{info.Title} {info.Description} {string.Join(' ', info.Tags.Concat(info.CombinedTags))} {info.Arguments.Count} {info.Arguments["列"]}");
        output.WriteLine($"{feature.FeatureInfo.Title} {feature.FeatureInfo.Description} {feature.FeatureInfo.FolderPath} {feature.FeatureInfo.Tags.Length}");
        output.WriteLine($"{scenario.ScenarioInfo.Title} {scenario.TestError?.Message} {scenario.CurrentScenarioBlock == ScenarioBlock.When}");
        output.WriteLine($"{scenario.ScenarioExecutionStatus == ScenarioExecutionStatus.OK} {scenario.StepContext.StepInfo.Text} {scenario.StepContext.StepInfo.MultilineText}");
        ScenarioStepContext step = scenario.StepContext;
        output.WriteLine($"{step.Status} {step.StepInfo.Table?.RowCount} {step.TestError}");
        output.AddAttachment("画面.png");
        scenario.Pending();
    }

    [Then("まだない")]
    public static void Pending() => throw new PendingStepException();

    [Then("まだない理由")]
    public static void PendingBecause() => throw new PendingStepException("まだ");

    [StepArgumentTransformation("(.*)番目", Name = "番目", Order = 5)]
    public static int Ordinal(int number) => number;

    [StepArgumentTransformation]
    public static Person PersonOf(DataTable table) => table.CreateInstance<Person>();

    [BeforeScenario("api", "ui", Order = 1)]
    [Before]
    public void Register()
    {
        container.RegisterInstanceAs<IClock>(new Clock());
        container.RegisterInstanceAs(new Clock(), typeof(IClock), "名", dispose: true);
        container.RegisterTypeAs<Clock, IClock>("型");
        container.RegisterFactoryAs<IClock>(_ => new Clock());
        _ = container.IsRegistered<IClock>() ? container.Resolve<IClock>() : (IClock)container.Resolve(typeof(IClock));
        _ = scenario.ScenarioContainer.IsRegistered<IClock>("型") ? feature.FeatureContainer.Resolve<IClock>("型") : null;
    }

    [AfterScenario]
    [After("@ui")]
    public Task Clean() => Task.CompletedTask;

    [BeforeStep]
    [AfterStep]
    [BeforeScenarioBlock]
    [AfterScenarioBlock]
    public static void Around() { }

    [BeforeTestRun(Order = HookAttribute.DefaultOrder)]
    [AfterTestRun]
    public static void Run(IObjectContainer run) => run.RegisterInstanceAs<IClock>(new Clock());

    [BeforeFeature]
    [AfterFeature("api")]
    public static void Feature(FeatureContext context)
    {
        try
        {
            output_(context.FeatureInfo.Title);
        }
        catch (ComparisonException exception)
        {
            output_(exception.Message);
        }

        static void output_(string text) => _ = text;
    }
}
