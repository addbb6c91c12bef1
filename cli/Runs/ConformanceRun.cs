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
using Conformance.Mocks;
using Conformance.Reports;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Steps.Running;
using Conformance.Verdicts;

namespace Conformance.Cli.Runs;

/// <summary>Features → scenarios → judged results, for one product in one role.</summary>
internal sealed class ConformanceRun
{
    private readonly RunRequest request;
    private readonly RoleContracts role;
    private readonly FeatureReading reading;
    private readonly RunSelection selection;
    private readonly TargetSession target;
    private readonly string part;
    private readonly ScenarioLog? log;
    private readonly RunRecord recorded;
    private readonly ScenarioSpool results;
    private readonly ScenarioHistory history;
    private readonly HashSet<ScenarioKey> due;
    private readonly List<string> faults;
    private readonly PersonFactory people;
    private readonly Lock gate = new();
    private SurfaceReview? review;
    private int flaky;

    private ConformanceRun(RunRequest request, RoleContracts role, FeatureReading reading, RunSelection selection, TargetSession target, string part, ScenarioLog? log, RunRecord recorded)
    {
        (this.request, this.role, this.reading, this.selection, this.target, this.part, this.log, this.recorded) = (request, role, reading, selection, target, part, log, recorded);
        results = new ScenarioSpool(Path.GetDirectoryName(Path.GetFullPath(request.EvidenceFolder))!);
        history = new ScenarioHistory(log, new ScenarioJudge(request.Standard, role, request.Interface), Keep);
        due = selection.Mine.Select(one => ScenarioKey.Of(one.Pickle, one.Pass)).Where(IsDue).ToHashSet();
        faults = [.. reading.Problems.Select(problem => problem.ToString())];
        people = new PersonFactory(request.Seed, recorded.Header.Id);
        review = recorded.Surfaces;
    }

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
        reading = InsideThePackage.Applicable(reading, inapplicable);
        // What a system does always goes through the interface, so that is open whatever the driver; screens only where they are asked for.
        await using var target = SideBySideRuns.Open(request, request.Profile, request.Surfaces | Surfaces.Api);
        await using var across = SideBySideRuns.OpenReading(request, role, target);
        var open = (target.Api is null ? 0 : request.Surfaces & Surfaces.Api) | (target.Ui is null ? 0 : Surfaces.Ui);
        var durations = request.Execution.Durations is { } file ? await RecordedDurations.ReadAsync(file, cancellationToken) : null;
        var selection = new RunSelection(request, role, reading, inapplicable, open, durations);
        var (build, untold) = await BuildWatch.AtStartAsync(target, cancellationToken);
        var part = RunPart.FileName(role, request.Interface);
        var header = Header(request, role, selection, inapplicable, build);
        using var log = RunLog.Open(request, part, header);
        BuildWatch.Require(log is null ? "" : request.Folder!.LogOf(part), log?.Record.Header.Build, build);
        ProfileCopy.Keep(request, part);
        return await new ConformanceRun(request, role, reading, selection, target, part, log, log?.Record ?? new RunRecord(header)).RunAsync(inapplicable, open, untold, cancellationToken);
    }

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

    private static LogHeader Header(RunRequest request, RoleContracts role, RunSelection selection, IReadOnlyDictionary<string, string> inapplicable, string? build) => new(
        Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), request.Seed, request.Standard.Id, request.Standard.Edition, role.Name, request.Profile.Class,
        request.Profile.Product.Name, request.Profile.Product.Version, selection.Drivers, selection.Plan.Hash, selection.Plan.All.Count, selection.Part, selection.Partial, request.Time.GetUtcNow())
    {
        Inputs = InputDigest.Of(request.Standard.Folder, Path.Combine(request.Folders.Features, request.Standard.Key, role.Slug), request.Profile),
        Build = build,
        Interface = request.Interface,
        Mine = selection.Mine.Count,
        Observed = [.. request.Profile.Neighbours.Observed.Keys.Order(StringComparer.Ordinal)],
        FileDrop = request.Profile.Neighbours.FileDrop is null ? [] : [ObjectStore.Called],
        Filtered = selection.Filtered,
        LeftOut = selection.LeftOut,
        NotApplicable = inapplicable,
        Package = InsideThePackage.From(role, request.Profile),
        Declares = request.Profile.Declares.Functions,
        DeclaresReason = request.Profile.Declares.Reason,
    };

    /// <param name="untold">Why the build could not be read.</param>
    private async Task<RunResult> RunAsync(IReadOnlyDictionary<string, string> inapplicable, Surfaces open, TroubleRecord? untold, CancellationToken cancellationToken)
    {
        foreach (var key in selection.Mine.Select(one => ScenarioKey.Of(one.Pickle, one.Pass)).Where(key => !due.Contains(key)))
        {
            history.Recall(key);
        }

        var preflight = due.Count == 0 ? [] : await Preflight.LookAsync(new Examination
        {
            Profile = request.Profile,
            Edition = request.Interface?.Name,
            Standard = request.Standard,
            Roles = [role],
            Surfaces = open,
            Target = target,
            Mocks = request.Neighbours,
            Secrets = request.Secrets,
            Time = request.Time,
            People = people,
        }, cancellationToken);
        var root = preflight.FirstFailure();
        var down = untold ?? request.Hindrance;
        if (root is not null)
        {
            down = new TroubleRecord(root.Cause ?? CauseKind.Environment, root.What.En) { Rule = root.Rule };
        }

        var cancelled = false;
        if (due.Count > 0 && down is not null)
        {
            foreach (var (pickle, pass) in selection.Mine.Where(one => due.Contains(ScenarioKey.Of(one.Pickle, one.Pass))))
            {
                history.NotTried(ScenarioSink.Untried(pickle, pass, down, request.Time.GetUtcNow()));
            }
        }
        else if (due.Count > 0)
        {
            await TryAsync(open, cancellationToken);
            cancelled = cancellationToken.IsCancellationRequested;
        }

        var buildAtEnd = due.Count > 0 ? await BuildWatch.AtEndAsync(target, recorded.Header.Build, cancellationToken) : recorded.BuildAtEnd;
        if (buildAtEnd is not null)
        {
            log?.Write(new LogLine { BuildAtEnd = buildAtEnd });
        }

        var unclaimed = Unclaimed().Union(recorded.Unclaimed).ToList();
        log?.Write(new LogLine { Unclaimed = unclaimed });
        if (faults.Count > 0)
        {
            log?.Write(new LogLine { Faults = faults });
        }

        var info = Info(preflight, buildAtEnd, cancelled);
        var result = RunJudge.Judge(request.Standard, role, info, results.Sorted(), unclaimed, inapplicable, recorded.Header.DeclaredFunctions, review);
        return SideBySideRuns.IsMain(request.Interface) ? result : result with { Manual = null };
    }

    private bool IsDue(ScenarioKey key) => !recorded.IsDone(key) && (request.Folder?.Mode == RunMode.Continue || recorded.Waiting(key) is null);

    private void Keep(ScenarioResult result)
    {
        lock (gate)
        {
            results.Add(result);
            flaky += AttemptJudge.IsFlaky(result) ? 1 : 0;
            request.Progress?.Invoke(new RunProgress(request.Title, results.Count, selection.Mine.Count, result));
        }
    }

    // The scenarios that are due, and then what is looked at once.
    private async Task TryAsync(Surfaces open, CancellationToken cancellationToken)
    {
        await PutBackAsync(target, request.Time, cancellationToken);
        var breaker = new TargetBreaker();
        var watch = new NeighbourWatch(request.Neighbours);
        var evidence = new EvidenceFolder(request.EvidenceFolder);
        using var ledger = request.Folder is { } folder ? new CreationLedger(Path.Combine(folder.Path, RunFolder.LedgerFolder, part + ".ndjson"), request.Time) : null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, breaker.Token);
        var setting = Setting(request.Profile, request.Standard, role, target, people, evidence, request.Time) with
        {
            Neighbours = request.Neighbours,
            SettingsJournal = request.Profile.Environment.Settings == "restore" ? new SettingsJournal(LeftSettings.FileOf(request.Profile), recorded.Header.Id, request.Time) : null,
            Observed = request.Profile.Neighbours.Observed.Keys.ToHashSet(StringComparer.Ordinal),
            Package = InsideThePackage.Neighbours(role, request.Profile, request.Standard),
            Ledger = ledger,
            Foreign = request.Profile.Environment.Mask ? new ForeignRecords() : null,
        };
        await using var files = MessageFiles.Create(request, part, recorded.Sessions);
        var sink = new ScenarioSink(evidence, history.Started, (record, ended) => Ended(watch.Explain(breaker.Explain(Seen(record))), ended, breaker.IsOpen));
        var run = new GherkinRun(reading, BindingCatalogue.Of([typeof(RunSetting).Assembly]), new RunOptions
        {
            Parallelism = request.Parallelism,
            Filter = selection.Has,
            Passes = selection.Passes,
            PassFilter = (pickle, pass) => due.Contains(ScenarioKey.Of(pickle, pass)),
            FirstAttempt = (pickle, pass) => recorded.NextAttempt(ScenarioKey.Of(pickle, pass)),
            Continue = (pickle, pass) => recorded.Waiting(ScenarioKey.Of(pickle, pass))?.Wait,
            Retries = request.Execution.Retries,
            FailFast = request.Execution.FailFast,
            StepTimeout = request.Execution.StepTimeout,
            ScenarioTimeout = request.Execution.ScenarioTimeout,
            ConfigureRun = container => container.RegisterInstanceAs(setting),
        }, [sink, .. files.Sinks], request.Time);
        var outcome = await run.RunAsync(stop.Token);
        if (!stop.IsCancellationRequested && SideBySideRuns.IsMain(request.Interface) && selection.LooksAround)
        {
            review = await new SurfaceReviewer(request.Standard, role, target, await SideBySideRuns.OperationsBesideAsync(request)).ReviewAsync(setting.Surfaces, open.HasFlag(Surfaces.Ui), cancellationToken);
            log?.Write(new LogLine { Surfaces = review });
        }

        foreach (var problem in outcome.Problems.Where(problem => !problem.IsWarning).Select(problem => problem.ToString()).Except(faults))
        {
            faults.Add(problem);
            await Console.Error.WriteLineAsync(problem);
        }

        ScenarioRecord Seen(ScenarioRecord record)
        {
            breaker.Saw(record);
            return record;
        }
    }

    private void Ended(ScenarioRecord record, RunEvent.ScenarioFinished? ended, bool targetIsDown)
    {
        if (ended is null)
        {
            history.NotTried(record);
            return;
        }

        history.Ended(new RecordedAttempt(record, ended.Attempt + recorded.NextAttempt(new ScenarioKey(record.Id, record.Driver)))
        {
            WillBeRetried = ended.WillBeRetried,
            IsUnfinished = ended.IsUnfinished || targetIsDown,
            Wait = ended.Wait,
        });
    }

    private RunInfo Info(IReadOnlyList<PreflightFinding> preflight, string? buildAtEnd, bool cancelled)
    {
        var header = recorded.Header;
        return new RunInfo(
            header.Id, request.Seed, request.Standard.Id, request.Standard.Name, request.Standard.Edition, request.Standard.Status.ToString().ToLowerInvariant(),
            role.Name, request.Profile.Class, request.Profile.Product.Name, request.Profile.Product.Version, selection.Drivers, header.Started, request.Time.GetUtcNow(),
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

    private List<string> Unclaimed() =>
        request.Neighbours is null || role.Unit != VerdictUnit.FlowStep ? [] :
        [.. request.Neighbours.Journal.Unclaimed().Select(entry =>
            $"{entry.Entry.Operation} #{entry.Entry.Sequence} {entry.Entry.Time:O}" + (entry.NearestScenario is { } nearest ? $"（最も近いシナリオ: {nearest}）" : ""))];
}
