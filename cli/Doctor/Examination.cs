using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Fixtures;
using Conformance.Mocks;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Verdicts;

namespace Conformance.Cli.Doctor;

/// <summary>What is to be looked at before a run, and with what.</summary>
internal sealed record Examination
{
    /// <summary>Of one address: longer than this no check waits.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public required Profile Profile { get; init; }

    /// <summary>The edition of the interface as which the product is looked at, where the profile names several side by side; null where there is one.</summary>
    public string? Edition { get; init; }

    public required Standard Standard { get; init; }

    public required IReadOnlyList<RoleContracts> Roles { get; init; }

    /// <summary>What the user wants to run on; a surface that the profile does not describe is not looked at.</summary>
    public required Surfaces Surfaces { get; init; }

    /// <summary>Null where a variable of the environment is missing, so that nothing can be opened.</summary>
    public TargetSession? Target { get; init; }

    /// <summary>The systems around the target, as they are played during this examination; null where none are.</summary>
    public MockHost? Mocks { get; init; }

    /// <summary>Who is asked about.</summary>
    public PersonFactory People { get; init; } = new(1, "doctor");

    public required Secrets Secrets { get; init; }

    public required TimeProvider Time { get; init; }

    public bool HasApi => Profile.Api is not null && Surfaces.HasFlag(Surfaces.Api);

    public bool HasUi => Profile.Ui is not null && Surfaces.HasFlag(Surfaces.Ui);

    /// <summary>The target asks the harness about tokens, or for what its neighbours have.</summary>
    public bool NeedsMocks => Profile.Api?.Auth.ByHarness == true || Roles.Any(role => role.Unit == VerdictUnit.FlowStep) || Profile.Batches.Count > 0;

    /// <summary>How long to wait for an answer: the profile's patience, or ours where that is shorter.</summary>
    public TimeSpan AnswerPatience => Profile.Api is { } api && api.Timeout < Patience ? api.Timeout : Patience;

    /// <summary>Findings that say which edition they concern.</summary>
    public IReadOnlyList<PreflightFinding> Of(IEnumerable<PreflightFinding> findings) => [.. Edition is { } edition ? findings.Select(finding => finding with { Editions = [edition] }) : findings];
}
