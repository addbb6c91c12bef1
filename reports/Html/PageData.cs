using System.Text.Json.Serialization;
using Conformance.Verdicts;

namespace Conformance.Reports.Html;

/// <summary>What a page needs before anything is opened. Details of scenarios follow in portions, evidence by file.</summary>
internal sealed record PageData(string Language, IReadOnlyList<PageRun> Runs, EvidenceTally Evidence);

/// <param name="Sentence">The verdict with its denominator, in Japanese and in English.</param>
internal sealed record PageRun(
    RunInfo Run, IReadOnlyList<string> Sentence, Denominators All, Denominators Mandatory,
    IReadOnlyList<FunctionResult> Functions, IReadOnlyList<StepResult> Steps, IReadOnlyList<PageScenario> Scenarios,
    Summary Summary, IReadOnlyList<PageFlow> Flows)
{
    /// <summary>Empty where API and screens agree, or only one of them was run.</summary>
    public IReadOnlyList<SurfaceDifference> Differences { get; init; } = [];

    public SurfaceReview? Surfaces { get; init; }

    /// <summary>False for an edition of an interface outside the period in which it has to be up.</summary>
    public bool Decides { get; init; } = true;

    /// <summary>What people look at; empty where the role has nothing of the kind.</summary>
    public IReadOnlyList<ManualCheck> Manual { get; init; } = [];

    public static PageRun Of(RunResult run, IReadOnlyList<PageFlow> flows) => new(
        run.Run,
        [ReportWords.In(ReportLanguage.Japanese).Sentence(run), ReportWords.In(ReportLanguage.English).Sentence(run)],
        Denominators.Of(run), Denominators.OfMandatory(run), run.Functions, run.Steps,
        new MappedList<ScenarioResult, PageScenario>(run.Scenarios, PageScenario.Of), run.Summary, flows)
        {
            Decides = run.Run.Decides,
            Differences = run.Differences ?? [],
            Surfaces = run.Surfaces,
            Manual = run.Manual ?? [],
        };
}

/// <summary>A scenario as the list shows and filters it.</summary>
internal sealed record PageScenario(
    string Id, string Name, IReadOnlyList<string> Functions, string Driver, VerdictKind Verdict, CauseKind? Cause,
    string? Reason, TimeSpan Duration, string? Flow, string? Path)
{
    /// <summary>Rule that decided; null where it conforms.</summary>
    public string? Rule { get; init; }

    public static PageScenario Of(ScenarioResult scenario) => new(
        scenario.Id, scenario.Name, scenario.Functions, scenario.Driver, scenario.Verdict, scenario.Cause, scenario.Reason,
        scenario.Duration, Tag(scenario, "@フロー:"), Tag(scenario, "@経路:")) { Rule = scenario.Rule };

    private static string? Tag(ScenarioResult scenario, string name) =>
        scenario.Tags.FirstOrDefault(tag => tag.StartsWith(name, StringComparison.Ordinal)) is { } tag ? tag[name.Length..] : null;
}

/// <summary>A flow without its drawing, which is in a portion of its own, unpacked when it is shown.</summary>
internal sealed record PageFlow(string Id, string Name, string Data, IReadOnlyList<FlowPictureTask> Tasks, IReadOnlyList<FlowPicturePath> Paths);

/// <summary>The rest of a scenario, shown when it is opened.</summary>
internal sealed record PageDetail(
    string Feature, int Line, IReadOnlyList<string> Tags, IReadOnlyList<Finding> Findings, IReadOnlyList<StepTrace> Steps,
    DateTimeOffset Started)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AttemptResult>? EarlierAttempts { get; init; }

    public static PageDetail Of(ScenarioResult scenario) =>
        new(scenario.Feature, scenario.Line, scenario.Tags, scenario.Findings, scenario.Steps, scenario.Started) { EarlierAttempts = scenario.EarlierAttempts };
}
