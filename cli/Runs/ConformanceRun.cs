using System.Reflection;
using System.Security.Cryptography;
using Conformance.Cli.Doctor;
using Conformance.Cli.Recording;
using Conformance.Cli.Declared;
using Conformance.Cli.SharedUse;
using Conformance.Drivers;
using Conformance.Drivers.Api;
using Conformance.Drivers.Profiles;
using Conformance.Fixtures;
using Conformance.Gherkin;
using Conformance.Reports;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Steps.Running;
using Conformance.Verdicts;

namespace Conformance.Cli.Runs;

/// <summary>Features → scenarios → judged results, for one product in one role.</summary>
internal static class ConformanceRun
{
    /// <exception cref="BadInputException">Profile, standard, features or filter cannot be used: nothing was sent.</exception>
    public static async Task<RunResult> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var role = request.Standard.Role(request.Role);
        if (ProfileLint.Units(request.Profile, request.Standard) is { Count: > 0 } strangers)
        {
            throw new BadInputException(strangers);
        }

        var reading = RoleFeatures.Read(request.Folders, request.Standard, role);
        foreach (var problem in reading.Problems)
        {
            // The other features are run; that one could not be read stands in the result and bars a good verdict.
            await Console.Error.WriteLineAsync(problem.ToString());
        }

        var inapplicable = SideBySideRuns.NotApplicable(request, role, InsideThePackage.NotApplicable(role, request.Profile));
        var part = RunPart.FileName(role, request.Interface);
        reading = InsideThePackage.Applicable(reading, inapplicable);
        var (asked, excused) = (ScenarioFilter.Parse(request.Filter), Excused(request, role, inapplicable));
        bool filter(Pickle pickle) => asked(pickle) && !excused(pickle);
        // What a system does always goes through the interface, so that is open whatever the driver; screens only where they are asked for.
        await using var target = SideBySideRuns.Open(request, request.Profile, request.Surfaces | Surfaces.Api);
        await using var across = SideBySideRuns.OpenReading(request, role, target);
        var judge = new ScenarioJudge(request.Standard, role, request.Interface);
        var results = new ScenarioSpool(Path.GetDirectoryName(Path.GetFullPath(request.EvidenceFolder))!);
        var flaky = 0;
        var gate = new Lock();
        string[] surfaces =
        [
            .. target.Api is not null && request.Surfaces.HasFlag(Surfaces.Api) ? ["api"] : Array.Empty<string>(),
            .. target.Ui is not null ? ["ui"] : Array.Empty<string>(),
        ];
        IEnumerable<string> Passes(Pickle pickle) => surfaces.Where(surface => pickle.HasTag("@" + surface));
        var execution = request.Execution;
        var durations = execution.Durations is { } file ? await RecordedDurations.ReadAsync(file, cancellationToken) : null;
        var plan = new RunPlan(reading, filter, Passes, durations);
        if (plan.All.Count == 0)
        {
            throw NothingLeft(request);
        }

        var shard = execution.Shard is { } own ? own with { Durations = durations } : null;
        var mine = shard?.Of(plan.All) ?? plan.All;
        if (execution.Only is { } only)
        {
            mine = [.. mine.Where(one => only.Keys.Contains(ScenarioKey.Of(one.Pickle, one.Pass) with { Edition = request.Interface?.Key }))];
            if (mine.Count == 0)
            {
                throw NothingLeft(request);
            }
        }

        var whole = RunPlan.Scenarios(reading, pickle => !excused(pickle), Passes);
        var (build, untold) = await BuildWatch.AtStartAsync(target, cancellationToken);
        var header = new LogHeader(
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), request.Seed, request.Standard.Id, request.Standard.Edition, role.Name, request.Profile.Class,
            request.Profile.Product.Name, request.Profile.Product.Version, surfaces, plan.Hash, plan.All.Count, shard is null ? null : $"{shard.Index}/{shard.Count}",
            execution.Only?.Why ?? (shard is null ? null : $"part {shard.Index}/{shard.Count}"), request.Time.GetUtcNow())
        {
            Inputs = InputDigest.Of(request.Standard.Folder, Path.Combine(request.Folders.Features, request.Standard.Key, role.Slug), request.Profile),
            Build = build,
            Interface = request.Interface,
            Mine = mine.Count,
            Observed = [.. request.Profile.Neighbours.Observed.Keys.Order(StringComparer.Ordinal)],
            FileDrop = request.Profile.Neighbours.FileDrop is null ? [] : [PlayedSystems.Files],
            Filtered = RunPlan.LeftOut(whole, plan.All),
            LeftOut = RunPlan.LeftOut(whole, mine),
            NotApplicable = inapplicable,
            Package = InsideThePackage.From(role, request.Profile),
            Declares = request.Profile.Declares.Functions,
            DeclaresReason = request.Profile.Declares.Reason,
        };
        using var log = OpenLog(request, part, header);
        BuildWatch.Require(log is null ? "" : request.Folder!.LogOf(part), log?.Record.Header.Build, build);
        ProfileCopy.Keep(request, part);
        header = log?.Record.Header ?? header;
        var (runId, started) = (header.Id, header.Started);
        var recorded = log?.Record ?? new RunRecord(header);
        bool IsDue(ScenarioKey key) => !recorded.IsDone(key) && (request.Folder?.Mode == RunMode.Continue || recorded.Waiting(key) is null);

        void Keep(ScenarioResult result)
        {
            lock (gate)
            {
                results.Add(result);
                flaky += AttemptJudge.IsFlaky(result) ? 1 : 0;
                request.Progress?.Invoke(new RunProgress(request.Title, results.Count, mine.Count, result));
            }
        }

        var history = new ScenarioHistory(log, judge, Keep);
        foreach (var key in mine.Select(one => ScenarioKey.Of(one.Pickle, one.Pass)).Where(key => !IsDue(key)))
        {
            history.Recall(key);
        }

        var due = mine.Select(one => ScenarioKey.Of(one.Pickle, one.Pass)).Where(IsDue).ToHashSet();
        var faults = reading.Problems.Select(problem => problem.ToString()).ToList();
        var evidence = new EvidenceFolder(request.EvidenceFolder);
        var people = new PersonFactory(request.Seed, runId);
        var breaker = new TargetBreaker();
        var watch = new NeighbourWatch(request.Neighbours);
        var review = recorded.Surfaces;
        var cancelled = false;
        var preflight = due.Count == 0 ? [] : await Preflight.LookAsync(new Examination
        {
            Profile = request.Profile,
            Edition = request.Interface?.Name,
            Standard = request.Standard,
            Roles = [role],
            Surfaces = (surfaces.Contains("api") ? Surfaces.Api : 0) | (surfaces.Contains("ui") ? Surfaces.Ui : 0),
            Target = target,
            Mocks = request.Neighbours,
            Secrets = request.Secrets,
            Time = request.Time,
            People = people,
        }, cancellationToken);
        var root = preflight.FirstFailure();
        if (due.Count > 0 && (root is null ? untold ?? request.Hindrance : new TroubleRecord(root.Cause ?? CauseKind.Environment, root.What.En) { Rule = root.Rule }) is { } down)
        {
            foreach (var (pickle, pass) in mine.Where(one => due.Contains(ScenarioKey.Of(one.Pickle, one.Pass))))
            {
                history.NotTried(ScenarioSink.Untried(pickle, pass, down, request.Time.GetUtcNow()));
            }
        }
        else if (due.Count > 0)
        {
            await PutBackAsync(target, request.Time, cancellationToken);
            using var ledger = request.Folder is { } folder ? new CreationLedger(Path.Combine(folder.Path, RunFolder.LedgerFolder, part + ".ndjson"), request.Time) : null;
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, breaker.Token);
            var setting = Setting(request.Profile, request.Standard, role, target, people, evidence, request.Time) with
            {
                Neighbours = request.Neighbours,
                SettingsJournal = request.Profile.Environment.Settings == "restore" ? new SettingsJournal(LeftSettings.FileOf(request.Profile), runId, request.Time) : null,
                Observed = request.Profile.Neighbours.Observed.Keys.ToHashSet(StringComparer.Ordinal),
                Package = InsideThePackage.Neighbours(role, request.Profile, request.Standard),
                Ledger = ledger,
                Foreign = request.Profile.Environment.Mask ? new ForeignRecords() : null,
            };
            await using var files = MessageFiles.Create(request, part, recorded.Sessions);
            var run = new GherkinRun(reading, BindingCatalogue.Of([typeof(RunSetting).Assembly]), new RunOptions
            {
                Parallelism = request.Parallelism,
                Filter = pickle => filter(pickle),
                Passes = Passes,
                PassFilter = (pickle, pass) => due.Contains(ScenarioKey.Of(pickle, pass)),
                FirstAttempt = (pickle, pass) => recorded.NextAttempt(ScenarioKey.Of(pickle, pass)),
                Continue = (pickle, pass) => recorded.Waiting(ScenarioKey.Of(pickle, pass))?.Wait,
                Retries = execution.Retries,
                FailFast = execution.FailFast,
                StepTimeout = execution.StepTimeout,
                ScenarioTimeout = execution.ScenarioTimeout,
                ConfigureRun = container => container.RegisterInstanceAs(setting),
            }, [new ScenarioSink(evidence, history.Started, (record, ended) =>
            {
                breaker.Saw(record);
                record = watch.Explain(breaker.Explain(record));
                if (ended is null)
                {
                    history.NotTried(record);
                    return;
                }

                history.Ended(new RecordedAttempt(record, ended.Attempt + recorded.NextAttempt(new ScenarioKey(record.Id, record.Driver)))
                {
                    WillBeRetried = ended.WillBeRetried,
                    IsUnfinished = ended.IsUnfinished || breaker.IsOpen,
                    Wait = ended.Wait,
                });
            }), .. files.Sinks], request.Time);
            var outcome = await run.RunAsync(stop.Token);
            cancelled = cancellationToken.IsCancellationRequested;
            if (!stop.IsCancellationRequested && SideBySideRuns.IsMain(request.Interface) && request.Filter is null && execution.Only is null && shard is null or { Index: 1 })
            {
                review = await new SurfaceReviewer(request.Standard, role, target, await SideBySideRuns.OperationsBesideAsync(request)).ReviewAsync(setting.Surfaces, surfaces.Contains("ui"), cancellationToken);
                log?.Write(new LogLine { Surfaces = review });
            }

            foreach (var problem in outcome.Problems.Where(problem => !problem.IsWarning).Select(problem => problem.ToString()).Except(faults))
            {
                faults.Add(problem);
                await Console.Error.WriteLineAsync(problem);
            }
        }

        var buildAtEnd = due.Count > 0 ? await BuildWatch.AtEndAsync(target, header.Build, cancellationToken) : recorded.BuildAtEnd;
        if (buildAtEnd is not null)
        {
            log?.Write(new LogLine { BuildAtEnd = buildAtEnd });
        }

        var unclaimed = Unclaimed(request, role).Union(recorded.Unclaimed).ToList();
        log?.Write(new LogLine { Unclaimed = unclaimed });
        if (faults.Count > 0)
        {
            log?.Write(new LogLine { Faults = faults });
        }

        var info = new RunInfo(
            runId, request.Seed, request.Standard.Id, request.Standard.Name, request.Standard.Edition, request.Standard.Status.ToString().ToLowerInvariant(),
            role.Name, request.Profile.Class, request.Profile.Product.Name, request.Profile.Product.Version, surfaces, started, request.Time.GetUtcNow(),
            VerdictKind.Inconclusive, "")
        {
            Cancelled = cancelled,
            Partial = header.Partial,
            LeftOut = header.LeftOut,
            Waiting = history.Waiting,
            Flaky = flaky,
            Preflight = preflight.Count > 0 ? preflight : null,
            HarnessFaults = faults.Union(recorded.Faults).ToList() is { Count: > 0 } all ? all : null,
            ToolVersion = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "",
            Inputs = header.Inputs,
            Observed = header.Observed is { Count: > 0 } ? header.Observed : null,
            Package = header.Package is { Count: > 0 } ? header.Package : null,
            Interface = header.Interface,
            NotBeside = recorded.NotBeside is { Count: > 0 } apart ? apart : null,
            FileDrop = header.FileDrop is { Count: > 0 } ? header.FileDrop : null,
            Build = header.Build,
            BuildAtEnd = buildAtEnd,
        };
        var result = RunJudge.Judge(request.Standard, role, info, results.Sorted(), unclaimed, inapplicable, header.DeclaredFunctions, review);
        return SideBySideRuns.IsMain(request.Interface) ? result : result with { Manual = null };
    }

    private static BadInputException NothingLeft(RunRequest request) =>
        new(new Problem("CF6020", request.Filter ?? "", 0, 0, "No scenario is left to run.", "Widen --filter, or choose a driver that the profile describes."));

    /// <summary>Who acts for whom: what a run, and whoever types in its place, needs to fill in.</summary>
    internal static RunSetting Setting(Profile profile, Standard standard, RoleContracts role, TargetSession target, PersonFactory people, EvidenceFolder evidence, TimeProvider time) => new()
    {
        Standard = standard,
        Role = role,
        Target = target,
        People = people,
        Evidence = evidence,
        Time = time,
        Municipality = "131016",
        Business = profile.Business ?? "019",
        OtherBusiness = profile.Business == "010" ? "011" : "010",
        Operators = profile.Operators.Count > 1 ? profile.Operators : ["op1", "op2"],
    };

    // A scenario about nothing but what the product need not have is not tried: it would write for nothing and fail for nothing.
    private static Predicate<Pickle> Excused(RunRequest request, RoleContracts role, IReadOnlyDictionary<string, string> inapplicable)
    {
        var declared = request.Profile.Declares.Functions;
        var units = inapplicable.Keys.Concat(role.Unit == VerdictUnit.FlowStep ? [] : request.Standard.Functions
            .Where(function => function.Classes.TryGetValue(request.Profile.Class, out var required) && required == RequirementClass.Optional && !declared.Contains(function.Id.Value))
            .Select(function => function.Id.Value)).ToHashSet(StringComparer.Ordinal);
        return pickle => units.Count > 0 && pickle.Steps.Select(step => UnitText.Parse(step.Text)?.Unit).OfType<string>().ToList() is { Count: > 0 } blamed && blamed.TrueForAll(units.Contains);
    }

    // What a killed run left changed is put back before anything is looked at.
    private static async Task PutBackAsync(TargetSession target, TimeProvider time, CancellationToken cancellationToken)
    {
        if (target.Profile.Environment.Settings != "restore")
        {
            return;
        }

        var (restored, left) = await LeftSettings.RestoreAsync(target, time, cancellationToken);
        foreach (var setting in restored)
        {
            await Console.Error.WriteLineAsync($"前の実行が残した設定を元に戻した / put back what a run had left changed: {LeftSettings.Line(setting)}");
        }

        if (left.Count > 0)
        {
            throw new BadInputException([.. left.Select(one => new Problem("CF6131", LeftSettings.FileOf(target.Profile), 0, 0, $"A setting that a run left changed cannot be put back: {LeftSettings.Line(one.Setting)} ({one.Why})", "Put it back by hand and delete the file, or run `environment restore` when the product answers."))]);
        }
    }

    private static ScenarioLog? OpenLog(RunRequest request, string part, LogHeader header)
    {
        if (request.Folder is not { } folder)
        {
            return null;
        }

        var path = folder.LogOf(part);
        if (folder.Mode == RunMode.Fresh || !File.Exists(path))
        {
            return ScenarioLog.Create(path, header);
        }

        var log = ScenarioLog.Open(path, request.Time.GetUtcNow());
        if (Changed(log.Record.Header, header) is not { } changed)
        {
            return log;
        }

        log.Dispose();
        throw new BadInputException(new Problem("CF6072", path, 0, 0, changed, "What was recorded stays. Go on with what the run began with (standard, features, version of this program), or begin a new run: results of different standards are never mixed."));
    }

    private static string? Changed(LogHeader then, LogHeader now) =>
        then.Inputs is { } with && with.Standard != now.Inputs?.Standard ? $"The standard {now.Standard} {now.Edition} is not what it was when the run began."
        : then.Plan != now.Plan ? "The features, the surfaces or the filter are not those that the run began with."
        : null;

    // The names of the interfaces come first, because they are what is spoken; the item list fills the rest.
    internal static Dictionary<string, string> Vocabulary(Standard standard)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (standard.Status == StandardStatus.Illustrative)
        {
            // Its interfaces are those of its neighbours; its own names stand in the item list.
            foreach (var item in standard.Items)
            {
                names.TryAdd(item.Name, item.Romaji);
            }
        }

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
