using System.CommandLine;
using System.Globalization;
using Conformance.Cli.Recording;
using Conformance.Cli.Runs;
using Conformance.Drivers;
using Conformance.Gherkin;
using Conformance.Reports;

namespace Conformance.Cli.Commands.Running;

/// <summary>What a run was asked for.</summary>
/// <param name="Out">Folder of the results.</param>
internal sealed record RunSettings(string Out, Surfaces Surfaces, string? Filter, int Seed, int Parallelism, bool Json, ReportLanguage Language)
{
    public Execution Execution { get; init; } = new();

    /// <summary>How long each answer of the played systems is held back, for runs under load; null: not at all.</summary>
    public TimeSpan? MockDelay { get; init; }

    /// <summary>How the run stands to what its folder holds.</summary>
    public RunMode Mode { get; init; }

    /// <summary>As given: api, ui or both.</summary>
    public string Driver => Surfaces switch { Surfaces.Api => "api", Surfaces.Ui => "ui", _ => "both" };

    /// <summary>Where the run is recorded.</summary>
    public RunFolder Folder => new(Out, Mode);
}

/// <summary>The options that <c>run</c> and <c>demo</c> share.</summary>
internal sealed class RunOptionSet
{
    private readonly Option<string> output;
    private readonly Option<string> driver = new("--driver") { Description = "api, ui or both.", DefaultValueFactory = _ => "both" };
    private readonly Option<string> filter = new("--filter") { Description = "Tag expression (@機能:0310001 and not @ui), a function or flow step (0310001), or a part of the scenario's ID or name." };
    private readonly Option<int> seed = new("--seed") { Description = "Decides the shape of the people; they are new in every run all the same.", DefaultValueFactory = _ => 1 };
    private readonly Option<bool> freshSeed = new("--fresh-seed") { Description = "A seed that nobody can foresee, in place of --seed; the result records it." };
    private readonly Option<int> parallel = new("--parallel") { Description = "Scenarios at the same time.", DefaultValueFactory = _ => 4 };
    private readonly Option<bool> json = new("--json") { Description = "Write the result to the standard output, as in result.json." };
    private readonly Option<int> retries = new("--retries") { Description = "Try a scenario that failed again, up to so many times, each time with new people. It is reported with all its attempts." };
    private readonly Option<bool> failFast = new("--fail-fast") { Description = "Start no more scenarios once one has failed." };
    private readonly Option<string?> shard = new("--shard") { Description = "Run one part of several, such as 2/5; put them together with `merge`." };
    private readonly Option<string?> durations = new("--durations") { Description = "result.json of an earlier run, to make the parts of --shard equally long: the same file for every part." };
    private readonly Option<TimeSpan?> stepTimeout = Timeout("--step-timeout", "How long a step may take, such as 30s or 2m.");
    private readonly Option<TimeSpan?> scenarioTimeout = Timeout("--scenario-timeout", "How long a scenario may take; 3m unless given.");
    private readonly Option<bool> messages = new("--messages") { Description = "Write Cucumber Messages too: messages/*.ndjson for tools, messages/*.html to read." };
    private readonly Option<string> language = LanguageOption.Build();

    public RunOptionSet(string defaultFolder)
    {
        output = new Option<string>("--out") { Description = "Folder of the results.", DefaultValueFactory = _ => Path.Combine("artifacts", defaultFolder) };
        driver.AcceptOnlyFromAmong("api", "ui", "both");
        retries.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 10)
            {
                result.AddError("--retries takes 0 to 10.");
            }
        });
        shard.Validators.Add(result =>
        {
            try
            {
                _ = result.GetValueOrDefault<string?>() is { } text ? Shard.Parse(text) : null;
            }
            catch (FormatException e)
            {
                result.AddError("--shard: " + e.Message);
            }
        });
        parallel.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 64)
            {
                result.AddError("--parallel takes 1 to 64.");
            }
        });
    }

    /// <summary>Options that say which run it is; one that goes on takes them from where it began.</summary>
    public IReadOnlyList<Option> OfTheRun => [output, driver, filter, seed, freshSeed, shard, durations];

    /// <summary>The language that the command line asks for.</summary>
    public ReportLanguage Language(ParseResult parsed) => parsed.LanguageOf(language);

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { output, driver, filter, seed, freshSeed, parallel, retries, failFast, shard, durations, stepTimeout, scenarioTimeout, messages, json, language })
        {
            command.Options.Add(option);
        }
    }

    public RunSettings Read(ParseResult parsed) => new(
        parsed.GetValue(output)!,
        SurfacesOf(parsed.GetValue(driver)),
        parsed.GetValue(filter), parsed.GetValue(freshSeed) ? System.Security.Cryptography.RandomNumberGenerator.GetInt32(1, int.MaxValue) : parsed.GetValue(seed),
        parsed.GetValue(parallel), parsed.GetValue(json),
        parsed.LanguageOf(language))
    {
        Execution = new Execution
        {
            Retries = parsed.GetValue(retries),
            FailFast = parsed.GetValue(failFast),
            Shard = parsed.GetValue(shard) is { } part ? Shard.Parse(part) : null,
            Durations = parsed.GetValue(durations),
            StepTimeout = parsed.GetValue(stepTimeout),
            ScenarioTimeout = parsed.GetValue(scenarioTimeout) ?? new Execution().ScenarioTimeout,
            Messages = parsed.GetValue(messages),
        },
    };

    /// <summary>The settings of a run that goes on: what it is, from where it began; how it is run, from the command line.</summary>
    public RunSettings Read(ParseResult parsed, RunOrder order, string folder, RunMode mode)
    {
        var given = Read(parsed);
        return given with
        {
            Out = folder,
            Mode = mode,
            Surfaces = SurfacesOf(order.Driver),
            Filter = order.Filter,
            Seed = order.Seed,
            Execution = given.Execution with { Shard = order.Shard is { } part ? Shard.Parse(part) : null, Durations = order.Durations },
        };
    }

    private static Surfaces SurfacesOf(string? driver) => driver switch { "api" => Surfaces.Api, "ui" => Surfaces.Ui, _ => Surfaces.Both };

    internal static Option<TimeSpan?> Timeout(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            var unit = text.EndsWith("ms", StringComparison.Ordinal) ? (Suffix: 2, Ticks: TimeSpan.TicksPerMillisecond)
                : text.EndsWith('h') ? (Suffix: 1, Ticks: TimeSpan.TicksPerHour)
                : text.EndsWith('m') ? (Suffix: 1, Ticks: TimeSpan.TicksPerMinute)
                : (Suffix: text.EndsWith('s') ? 1 : 0, Ticks: TimeSpan.TicksPerSecond);
            if (int.TryParse(text[..^unit.Suffix], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            {
                return TimeSpan.FromTicks(number * unit.Ticks);
            }

            result.AddError($"{name} takes a duration such as 500ms, 30s, 2m or 8h, not 「{text}」.");
            return null;
        },
    };
}
