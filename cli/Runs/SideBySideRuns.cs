using Conformance.Cli.Commands.Profiles;
using Conformance.Drivers;
using Conformance.Drivers.Api;
using Conformance.Drivers.Profiles;
using Conformance.Spec.Contracts;
using Conformance.Verdicts;

namespace Conformance.Cli.Runs;

/// <summary>What is different in a run of one of several editions of an interface, or across two of them.</summary>
internal static class SideBySideRuns
{
    /// <summary>Whether the edition is the profile's own: it is the one that stays, and bears what belongs to no edition, such as the screens.</summary>
    public static bool IsMain(InterfaceEdition? edition) => edition is null or { ReadThrough: null, Until: null };

    /// <summary>Unit to why it does not apply; across two editions only those apply of which the standard says that both have the same behind them.</summary>
    public static IReadOnlyDictionary<string, string> NotApplicable(RunRequest request, RoleContracts role, IReadOnlyDictionary<string, string> anyway)
    {
        if (request.Interface is not { ReadThrough: not null } across || role.SideBySide is not { } shared)
        {
            return anyway;
        }

        var units = role.Unit == VerdictUnit.Function ? request.Standard.Functions.Select(function => function.Id.Value) : request.Standard.Flows.SelectMany(flow => flow.Nodes).Select(node => node.Step).Where(step => step.Length > 0);
        return units.Except(shared.Units, StringComparer.Ordinal).ToDictionary(unit => unit, unit => anyway.GetValueOrDefault(unit) ?? $"版をまたぐ確認（{across.Title.Ja}）の対象ではない", StringComparer.Ordinal);
    }

    /// <summary>Opens a product as one edition of its interface is described.</summary>
    /// <exception cref="Conformance.Spec.BadInputException">As for <see cref="TargetSession.Open"/>.</exception>
    public static TargetSession Open(RunRequest request, Profile profile, Surfaces surfaces) => TargetSession.Open(profile, new TargetOptions
    {
        // Of every role: a profile may map what its other roles do, too.
        Interfaces = ProfileLintCommand.Interfaces(request.Standard, profile.Roles.Select(request.Standard.Role)),
        Vocabulary = ItemNames.Of(request.Standard),
        Tokens = request.Neighbours is { } mocks ? new HarnessTokens(mocks.Authorisation, request.ClientId) : null,
        Secrets = request.Secrets,
        Time = request.Time,
        Played = request.Played,
        Surfaces = surfaces,
    });

    /// <summary>Lets what reads go through the other edition, where the run is across two.</summary>
    /// <returns>That edition, to be disposed after the run; null for a run of one edition.</returns>
    public static TargetSession? OpenReading(RunRequest request, RoleContracts role, TargetSession target)
    {
        if (request.Reading is not { } profile)
        {
            return null;
        }

        var reading = Open(request, profile, Surfaces.Api);
        target.ReadThrough(reading, role.SideBySide?.Reads ?? []);
        return reading;
    }

    /// <summary>What one edition does not show of what was written through itself cannot be looked for across two: that would blame the data behind for what one edition does.</summary>
    /// <param name="done">Results so far.</param>
    public static TroubleRecord? Hindrance(RunRequest request, IReadOnlyList<RunResult> done)
    {
        if (request.Interface is not { ReadThrough: { } reading } across || request.Standard.Role(request.Role).SideBySide is not { } shared)
        {
            return null;
        }

        var alone = done.Where(run => run.Run.Role == request.Role && run.Run.Interface is { ReadThrough: null } edition && (edition.Name == across.Name || edition.Name == reading))
            .SelectMany(run => run.Functions.Select(unit => (unit.Id, unit.Verdict, unit.Cause)).Concat(run.Steps.Select(unit => (unit.Id, unit.Verdict, unit.Cause))), (run, unit) => (Edition: run.Run.Interface!.Name, unit.Id, unit.Verdict, unit.Cause));
        return alone.Where(unit => shared.Units.Contains(unit.Id) && unit.Verdict is VerdictKind.Nonconforming or VerdictKind.Inconclusive)
            .Select(unit => new TroubleRecord(unit.Cause ?? CauseKind.Environment, $"Edition {unit.Edition} of the interface does not show 「{unit.Id}」 by itself, so nothing can be said across editions.")
            {
                Rule = unit.Cause is null or CauseKind.Product ? DecidingRules.NotDoneBeforehand : null,
            }).FirstOrDefault();
    }

    /// <summary>The operations of the editions beside the profile's own: a description of the product's API may name these too.</summary>
    public static async Task<IReadOnlyList<MappedOperation>> OperationsBesideAsync(RunRequest request)
    {
        var operations = new List<MappedOperation>();
        foreach (var edition in request.Profile.EditionsOf(request.Role).Where(edition => edition.Beside is not null))
        {
            await using var beside = Open(request, edition.Profile, Surfaces.Api);
            operations.AddRange(beside.Api?.Operations ?? []);
        }

        return operations;
    }
}
