using System.CommandLine;
using Conformance.Cli.Recording;
using Conformance.Cli.Runs;
using Conformance.Spec;

namespace Conformance.Cli.Commands.Running;

/// <summary>What a command line of <c>run</c> asks for: a run of its own, or one that goes on in the folder where it began.</summary>
internal sealed record RunIntent(RunSettings Settings, RunOrder Order)
{
    /// <summary>The options beside those of every run.</summary>
    internal sealed class Options
    {
        public Option<string?> Profile { get; } = new("--profile") { Description = "The target's profile. With --resume and --continue: where it lies now, if that is another place." };

        public Option<string?> Resume { get; } = new("--resume") { Description = "Go on with the run in this folder that did not come to its end: what was recorded stays, the rest runs." };

        public Option<string?> Continue { get; } = new("--continue") { Description = "Go on with the scenarios in this folder that wait (待機), and with the rest." };

        public Option<string?> RerunFailed { get; } = new("--rerun-failed") { Description = "Run only what did not conform in this folder, as a run of its own." };

        public Option<string?> Group { get; } = new("--group") { Description = "With --rerun-failed: only this group of failures, by its number or ID as `triage` shows them." };

        public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Bind every step and run none; nothing is sent." };

        public Option<string?> Plan { get; } = new("--plan") { Description = "Run only the scenarios of a spot check that `sample` drew, with its seed." };

        public IEnumerable<Option> All => [Profile, Resume, Continue, RerunFailed, Group, Plan, DryRun];
    }

    /// <exception cref="BadInputException">CF6074: options that do not go together, or none that says what to run; CF6070–CF6072: the folder cannot go on.</exception>
    public static RunIntent Of(ParseResult parsed, Options own, RunOptionSet options)
    {
        var (resume, go) = (parsed.GetValue(own.Resume), parsed.GetValue(own.Continue));
        if ((resume ?? go) is not { } folder)
        {
            return Fresh(parsed, own, options);
        }

        foreach (var other in options.OfTheRun.Concat([own.RerunFailed, own.Group, own.Plan, own.DryRun, resume is null ? own.Resume : own.Continue]))
        {
            if (parsed.GetResult(other) is { Implicit: false })
            {
                throw Wrong(other.Name, $"A run that goes on is the one that it was: {other.Name} cannot be given.", "Leave the option out, or begin a new run.");
            }
        }

        var order = RunOrder.Read(folder);
        order = order with { Profile = parsed.GetValue(own.Profile) is { } elsewhere ? Path.GetFullPath(elsewhere) : order.Profile };
        switch (ProfileMeaning.Of(order.Profile))
        {
            case null:
                throw new BadInputException(new Problem("CF6072", order.Profile, 0, 0, "The profile that the run began with is not there.", "Say where it is now: --profile FILE."));
            case var meaning when meaning != order.ProfileHash:
                throw new BadInputException(new Problem("CF6072", order.Profile, 0, 0, "The profile is not what it was when the run began; only environment.window and environment.rate may change.", $"Restore it (the run keeps a copy in {Path.Combine(folder, ProfileCopy.Folder)}), or begin a new run."));
        }

        var settings = options.Read(parsed, order, folder, resume is null ? RunMode.Continue : RunMode.Resume);
        return new(WithSelection(settings, order.RerunFailed, order.Group, order.Plan), order);
    }

    private static RunIntent Fresh(ParseResult parsed, Options own, RunOptionSet options)
    {
        var settings = options.Read(parsed);
        var failed = parsed.GetValue(own.RerunFailed);
        var plan = parsed.GetValue(own.Plan);
        var group = parsed.GetValue(own.Group);
        if (group is not null && failed is null)
        {
            throw Wrong("--group", "--group names failures of an earlier run, and no run is named.", "Give --rerun-failed DIR too.");
        }

        if (failed is not null && plan is not null)
        {
            throw Wrong("--plan", "--plan and --rerun-failed both say what to run.", "Give one of them.");
        }

        if (failed is not null && Path.GetFullPath(failed) == Path.GetFullPath(settings.Out))
        {
            throw Wrong("--rerun-failed", "The results of the run that failed would be overwritten.", "Give another folder with --out.");
        }

        var profile = parsed.GetValue(own.Profile) ?? (failed is null ? null : RunOrder.Read(failed).Profile)
            ?? throw Wrong("--profile", "Nothing says what to run.", "Give --profile FILE, or go on with --resume, --continue or --rerun-failed DIR.");
        settings = WithSelection(settings, failed, group, plan);
        return new(settings, new RunOrder(Path.GetFullPath(profile), ProfileMeaning.Of(profile) ?? "", settings.Driver, settings.Filter, settings.Seed)
        {
            Shard = settings.Execution.Shard is { } shard ? $"{shard.Index}/{shard.Count}" : null,
            Durations = settings.Execution.Durations is { } durations ? Path.GetFullPath(durations) : null,
            RerunFailed = failed is null ? null : Path.GetFullPath(failed),
            Group = group,
            Plan = plan is null ? null : Path.GetFullPath(plan),
        });
    }

    private static RunSettings WithSelection(RunSettings settings, string? failed, string? group, string? plan)
    {
        if (plan is not null)
        {
            var sample = SamplePlan.Read(plan);
            return settings with { Seed = sample.Seed, Execution = settings.Execution with { Only = new Selection(sample.Scenarios.ToHashSet(), $"spot check of {sample.Of}: {sample.Scenarios.Count}/{sample.Drawn}") } };
        }

        return failed is null ? settings : settings with { Execution = settings.Execution with { Only = FailedScenarios.Of(failed, group) } };
    }

    private static BadInputException Wrong(string where, string fact, string remedy) => new(new Problem("CF6074", where, 0, 0, fact, remedy));
}
