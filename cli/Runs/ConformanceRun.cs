using System.Reflection;
using System.Security.Cryptography;
using Conformance.Drivers;
using Conformance.Drivers.Api;
using Conformance.Fixtures;
using Conformance.Gherkin;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Steps.Running;
using Conformance.Verdicts;

namespace Conformance.Cli.Runs;

/// <summary>Features → scenarios → judged results, for one product in one role.</summary>
internal static class ConformanceRun
{
    private static readonly TimeSpan ScenarioTimeout = TimeSpan.FromMinutes(3);

    /// <exception cref="BadInputException">Profile, standard, features or filter cannot be used: nothing was sent.</exception>
    public static async Task<RunResult> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var role = request.Standard.Role(request.Role);
        var reading = ReadFeatures(request, role);
        var filter = ScenarioFilter.Parse(request.Filter);
        var definitions = Interfaces(request.Standard, role);
        await using var target = TargetSession.Open(request.Profile, new TargetOptions
        {
            Interfaces = definitions,
            Vocabulary = Vocabulary(request.Standard),
            Tokens = request.Neighbours is { } mocks ? new HarnessTokens(mocks.Authorisation, request.ClientId) : null,
            Secrets = request.Secrets,
            Time = request.Time,
            // What a system does always goes through the interface, so that is open whatever the driver; screens only where they are asked for.
            Surfaces = request.Surfaces | Surfaces.Api,
        });
        var runId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var started = request.Time.GetUtcNow();
        var judge = new ScenarioJudge(request.Standard, role);
        var results = new List<ScenarioResult>();
        var gate = new Lock();
        string[] surfaces =
        [
            .. target.Api is not null && request.Surfaces.HasFlag(Surfaces.Api) ? ["api"] : Array.Empty<string>(),
            .. target.Ui is not null ? ["ui"] : Array.Empty<string>(),
        ];
        IEnumerable<string> Passes(Pickle pickle) => surfaces.Where(surface => pickle.HasTag("@" + surface));
        var total = reading.Documents.SelectMany(document => document.Pickles).Where(filter).Sum(pickle => Passes(pickle).Count());

        void Judge(ScenarioRecord record)
        {
            var result = judge.Judge(record);
            lock (gate)
            {
                results.Add(result);
                request.Progress?.Invoke(new RunProgress(role.Name, results.Count, total, result));
            }
        }

        if (total == 0)
        {
            throw new BadInputException(new Problem("CF6020", request.Filter ?? "", 0, 0, "No scenario is left to run.", "Widen --filter, or choose a driver that the profile describes."));
        }

        var breaker = new TargetBreaker();
        var cancelled = false;
        if (await Preflight.CheckAsync(target, role, surfaces, cancellationToken) is { } down)
        {
            foreach (var (pickle, pass) in reading.Documents.SelectMany(document => document.Pickles).Where(filter).SelectMany(pickle => Passes(pickle).Select(pass => (pickle, pass))))
            {
                Judge(ScenarioSink.Untried(pickle, pass, down, started));
            }
        }
        else
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, breaker.Token);
            var setting = new RunSetting
            {
                Standard = request.Standard,
                Role = role,
                Target = target,
                People = new PersonFactory(request.Seed, runId),
                Evidence = new EvidenceFolder(request.EvidenceFolder),
                Neighbours = request.Neighbours,
                Time = request.Time,
                Municipality = "131016",
                Business = request.Profile.Business ?? "019",
                OtherBusiness = request.Profile.Business == "010" ? "011" : "010",
                Operators = ["op1", "op2"],
            };
            var run = new GherkinRun(reading, BindingCatalogue.Of([typeof(RunSetting).Assembly]), new RunOptions
            {
                Parallelism = request.Parallelism,
                Filter = pickle => filter(pickle),
                Passes = Passes,
                ScenarioTimeout = ScenarioTimeout,
                ConfigureRun = container => container.RegisterInstanceAs(setting),
            }, [new ScenarioSink(record =>
            {
                breaker.Saw(record);
                Judge(breaker.Explain(record));
            }), .. request.Sinks], request.Time);
            var outcome = await run.RunAsync(stop.Token);
            cancelled = cancellationToken.IsCancellationRequested;
            foreach (var problem in outcome.Problems.Where(problem => !problem.IsWarning))
            {
                await Console.Error.WriteLineAsync(problem.ToString());
            }
        }

        var info = new RunInfo(
            runId, request.Seed, request.Standard.Id, request.Standard.Name, request.Standard.Edition, request.Standard.Status.ToString().ToLowerInvariant(),
            role.Name, request.Profile.Class, request.Profile.Product.Name, request.Profile.Product.Version, surfaces, started, request.Time.GetUtcNow(),
            VerdictKind.Inconclusive, "")
        {
            Cancelled = cancelled,
            ToolVersion = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "",
            Inputs = InputDigest.Of(request.Standard.Folder, Path.Combine(request.Folders.Features, request.Standard.Key, role.Slug), request.Profile),
        };
        return RunJudge.Judge(request.Standard, role, info,
            [.. results.OrderBy(result => result.Feature, StringComparer.Ordinal).ThenBy(result => result.Line).ThenBy(result => result.Driver, StringComparer.Ordinal)],
            Unclaimed(request, role), request.Profile.NotApplicable);
    }

    private static FeatureReading ReadFeatures(RunRequest request, RoleContracts role)
    {
        var folder = Path.Combine(request.Folders.Features, request.Standard.Key, role.Slug);
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.feature").Order(StringComparer.Ordinal).ToList() : [];
        if (files.Count == 0)
        {
            throw new BadInputException(new Problem("CF6021", folder, 0, 0, "There are no features for this role.", "Run `conformance derive` first."));
        }

        var reading = FeatureReader.ReadAll(files.Select(file => new FeatureSource(Path.GetRelativePath(request.Folders.Features, file).Replace('\\', '/'), File.ReadAllText(file))));
        return reading.Problems.Count == 0
            ? reading
            : throw new BadInputException([.. reading.Problems.Select(problem => new Problem(problem.Code, problem.File, problem.Line, problem.Column, problem.Fact, problem.Remedy))]);
    }

    // Only a layout that an official text fixes is an expectation; the others are for the profile to map.
    private static Dictionary<string, InterfaceDefinition> Interfaces(Standard standard, RoleContracts role)
    {
        var definitions = new Dictionary<string, InterfaceDefinition>(StringComparer.Ordinal);
        foreach (var exchange in role.Exchanges.Values.Where(exchange => exchange is { Interface: not null, Basis: Basis.Official }))
        {
            definitions[exchange.Name] = InterfaceReader.Read(standard.Interfaces.First(file => file.Name == exchange.Interface).Path)[0];
        }

        return definitions;
    }

    // The names of the interfaces come first, because they are what is spoken; the item list fills the rest.
    private static Dictionary<string, string> Vocabulary(Standard standard)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, field) in standard.Interfaces.OrderBy(file => file.Basis).SelectMany(file => file.Items).Select(item => (item.Name, item.Field))
            .Concat(standard.Items.Select(item => (item.Name, Field: item.Romaji))))
        {
            names.TryAdd(name, field);
        }

        return names;
    }

    private static List<string> Unclaimed(RunRequest request, RoleContracts role) =>
        request.Neighbours is null || role.Unit != VerdictUnit.FlowStep ? [] :
        [.. request.Neighbours.Journal.Unclaimed().Select(entry =>
            $"{entry.Entry.Operation} #{entry.Entry.Sequence} {entry.Entry.Time:O}" + (entry.NearestScenario is { } nearest ? $"（最も近いシナリオ: {nearest}）" : ""))];
}
