using System.Text.Json.Serialization;
using Conformance.Spec;

namespace Conformance.Verdicts;

/// <summary>The result of one run: one product, one role, one standard. This is what <c>result.json</c> holds.</summary>
public sealed record RunResult(
    RunInfo Run,
    IReadOnlyList<FunctionResult> Functions,
    IReadOnlyList<StepResult> Steps,
    IReadOnlyList<ScenarioResult> Scenarios,
    Summary Summary)
{
    /// <summary>What people look at, in a column of its own; null where the role has nothing of the kind.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ManualCheck>? Manual { get; init; }

    /// <summary>Version of the format.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Where the API and the screens of the product did not agree in the same scenario; null where only one of them was run.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SurfaceDifference>? Differences { get; init; }

    /// <summary>What the product shows of itself, compared with what it declares; null where nothing was looked at.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SurfaceReview? Surfaces { get; init; }
}

/// <summary>What was run, on what, when, and what came out.</summary>
/// <param name="Seed">Decides the shape of the people; the run's ID makes them new.</param>
/// <param name="Standard">業務ID of the standard, such as 031.</param>
/// <param name="Role">The lane that the target plays.</param>
/// <param name="Started">UTC.</param>
public sealed record RunInfo(
    string Id, int Seed, string Standard, string StandardName, string Edition, string StandardStatus, string Role,
    MunicipalityClass Class, string Product, string ProductVersion, IReadOnlyList<string> Drivers,
    DateTimeOffset Started, DateTimeOffset Finished, VerdictKind Verdict, string VerdictText)
{
    /// <summary>True where the run was stopped before its end; what was done by then is reported.</summary>
    public bool Cancelled { get; init; }

    /// <summary>What the target sent that no scenario explains, each with its nearest scenario: it bars 適合.</summary>
    public IReadOnlyList<string> Unclaimed { get; init; } = [];

    public string ToolVersion { get; init; } = "";

    /// <summary>What the run was made with; null in results of versions that did not record it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RunInputs? Inputs { get; init; }

    /// <summary>
    /// Why this is not the whole run: <c>part 2/5</c>, or <c>rerun</c> and the IDs of the run whose scenarios that had not conformed were run again. Bars 適合.
    /// Null for a whole run.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Partial { get; init; }

    /// <summary>
    /// Unit to how many of its scenarios this run was told not to run, by a filter, as a part, or for a spot check. What the others showed does not show the unit: it is 未検証 then. Null where
    /// nothing was left out.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, int>? LeftOut { get; init; }

    /// <summary>Scenarios that wait (待機) and go on in a later run.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Waiting { get; init; }

    /// <summary>Scenarios that did not hold at their first attempt and did at a later one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Flaky { get; init; }

    /// <summary>What was wrong with the harness itself, such as a feature that does not parse. Bars 適合. Null where nothing was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? HarnessFaults { get; init; }

    /// <summary>Systems around the target that were observed and not played, so that their answers could not be chosen; null where all were played.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Observed { get; init; }

    /// <summary>Linkages of the role that are inside one package and exempt; null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PackageLink>? Package { get; init; }

    /// <summary>The edition of the interface that was run, where several run side by side; null where there is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public InterfaceEdition? Interface { get; init; }

    /// <summary>Where the edition was not up while the other was, or the reverse: what it is to show is that both are. Bars 適合. Null where both were found at every look.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Bilingual>? NotBeside { get; init; }

    /// <summary>The role, and the edition of its interface where several are reported apart.</summary>
    [JsonIgnore]
    public Bilingual RoleAndEdition => InterfaceEdition.Behind(Role, Interface);

    /// <summary>What tells the results of a run from others of the same standard and role: its edition of the interface; empty where there is one.</summary>
    [JsonIgnore]
    public string InterfaceKey => Interface?.Key ?? "";

    /// <summary>Whether the verdict decides the exit code: an edition outside the period in which it has to be up is reported only.</summary>
    [JsonIgnore]
    public bool Decides => Interface?.Applies(JapanTime.DayOf(Started)) ?? true;

    /// <summary>Systems in whose place files were laid into a folder and picked up from it. Null where there were none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? FileDrop { get; init; }

    /// <summary>What was looked at before the first scenario; a failure among it means that none was tried. Null where nothing was left to try, and in results
    /// of versions that did not record it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PreflightFinding>? Preflight { get; init; }

    /// <summary>The build of the target as it told at the beginning; null where the profile does not say how it is read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Build { get; init; }

    /// <summary>The same at the end; empty where it could not be read, null where nobody asked. Another build than at the beginning bars every verdict but 判定不能.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BuildAtEnd { get; init; }

    /// <summary>Whether the target was replaced under the run, or ceased to tell its build.</summary>
    [JsonIgnore]
    public bool BuildChanged => Build is not null && BuildAtEnd is not null && Build != BuildAtEnd;

    /// <summary>IDs of the runs that this one was put together from; null for a run of its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? MergedFrom { get; init; }
}

/// <summary>SHA-256 of what a run was made with, in hexadecimal, so that two results can be told to rest on the same.</summary>
/// <param name="Standard">Of the standard's folder: the hashes of its files by path.</param>
/// <param name="Features">Of the features that were read, likewise.</param>
/// <param name="Profile">Of the profile's file.</param>
/// <param name="Environment">Kind and owner of the environment, as the profile names them.</param>
public sealed record RunInputs(string Standard, string Features, string Profile, string Environment);

/// <summary>One 機能ID. <paramref name="Scenarios"/> counts scenarios in which an assertion blames it.</summary>
public sealed record FunctionResult(
    string Id, string Name, string Major, string Middle, RequirementClass Class, string ClassBasis, string Source,
    VerdictKind Verdict, ScenarioCounts Scenarios)
{
    public CauseKind? Cause { get; init; }

    /// <summary>Rule that decided, of <see cref="DecidingRules"/>; null where the unit conforms or is not applicable.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Rule { get; init; }

    /// <summary>Why the verdict does not decide the run yet (適合基準日, 経過措置); null where it decides.</summary>
    public string? Deferred { get; init; }

    public string? Reason { get; init; }

    /// <summary>A 標準オプション function that the profile declares.</summary>
    public bool Declared { get; init; }

    /// <summary>Whether the product must have it: 実装必須, or 標準オプション and declared.</summary>
    internal bool Binds => Class == RequirementClass.Mandatory || Declared;
}

/// <summary>One flow step (031-1-④): the unit of verdict where a lane bears no function IDs.</summary>
public sealed record StepResult(
    string Id, string Name, string Flow, VerdictKind Verdict, ScenarioCounts Scenarios)
{
    public CauseKind? Cause { get; init; }

    /// <summary>Rule that decided, of <see cref="DecidingRules"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Rule { get; init; }

    public string? Reason { get; init; }
}

public sealed record ScenarioCounts(int Conforms, int Nonconforming, int Inconclusive, int NotApplicable, int NotVerified);

/// <summary>One scenario on one driver.</summary>
/// <param name="Id">Stable: made from function, check and path, never from a position.</param>
/// <param name="Functions">The units (function IDs or flow steps) that its assertions blame.</param>
/// <param name="Feature">Path of the feature file, relative to <c>features/</c>.</param>
public sealed record ScenarioResult(
    string Id, string Name, string Feature, int Line, IReadOnlyList<string> Tags, IReadOnlyList<string> Functions,
    string Driver, VerdictKind Verdict, CauseKind? Cause, string? Reason,
    IReadOnlyList<Finding> Findings, IReadOnlyList<StepTrace> Steps, DateTimeOffset Started, TimeSpan Duration)
{
    /// <summary>Rule that decided, of <see cref="DecidingRules"/>; null where it conforms.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Rule { get; init; }

    /// <summary>Attempts before the last, the first one first; null where there was one attempt only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AttemptResult>? EarlierAttempts { get; init; }
}

/// <summary>An attempt at a scenario that was not the last. A new attempt has new people.</summary>
/// <param name="Attempt">From zero.</param>
public sealed record AttemptResult(
    int Attempt, VerdictKind Verdict, CauseKind? Cause, string? Reason,
    IReadOnlyList<Finding> Findings, IReadOnlyList<StepTrace> Steps, DateTimeOffset Started, TimeSpan Duration);

/// <summary>One assertion: whom it blames, what was expected, what was seen, and on what the expectation rests.</summary>
/// <param name="Function">The one unit it blames: a function ID or a flow step.</param>
/// <param name="Step">Text of the step that asserted.</param>
/// <param name="Source">Document, section, sheet or row; empty where the basis is not official.</param>
public sealed record Finding(
    string Function, string Step, string Expected, string Observed, Basis Basis, string Source, VerdictKind Verdict)
{
    /// <summary>Null where it held.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CauseKind? Cause { get; init; }

    /// <summary>Rule that decided, of <see cref="DecidingRules"/>; null where it held.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Rule { get; init; }
}

/// <summary>One step as it ran.</summary>
/// <param name="Status"><c>PASSED</c>, <c>FAILED</c>, <c>SKIPPED</c>, <c>PENDING</c>, <c>UNDEFINED</c>, <c>AMBIGUOUS</c>, <c>WAITING</c>.</param>
public sealed record StepTrace(
    string Keyword, string Text, IReadOnlyList<IReadOnlyList<string>> Table, string Status, string? Message,
    TimeSpan Duration, IReadOnlyList<EvidenceRef> Evidence)
{
    /// <summary>What the target put out at the step; null where nothing was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SeenOutput>? Outputs { get; init; }
}

/// <summary>A piece of evidence in the run's <c>evidence/</c> folder.</summary>
/// <param name="File">Name within <c>evidence/</c>: the SHA-256 of its content and an extension.</param>
/// <param name="MediaType"><c>application/vnd.conformance.exchange+json</c> (title, surface, request, response, started,
/// durationMs), <c>image/png</c>, or <c>text/plain</c>.</param>
public sealed record EvidenceRef(string Title, string MediaType, string File);

/// <summary>Denominators. Functions of the standard in this role: shown + nonconforming + inconclusive + untested + not applicable = total.</summary>
public sealed record Summary(
    int Units, int MandatoryUnits, int Conforms, int Nonconforming, int Inconclusive, int NotVerified, int NotApplicable,
    int Scenarios, ScenarioCounts ScenarioCounts, IReadOnlyDictionary<CauseKind, int> Causes)
{
    /// <summary>The rules that decided, in the order of their IDs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RuleCount>? Rules { get; init; }
}

/// <summary>How often a rule decided.</summary>
/// <param name="Cause">Null where it is that of what came before.</param>
/// <param name="Units">Units whose verdict it decided; <paramref name="Scenarios"/>: scenarios, each counted once per driver.</param>
public sealed record RuleCount(string Id, CauseKind? Cause, string Ja, string En, int Units, int Scenarios);
