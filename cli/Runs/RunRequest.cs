using Conformance.Verdicts;
using Conformance.Cli.Recording;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Recording;
using Conformance.Gherkin;
using Conformance.Mocks;
using Conformance.Spec;

namespace Conformance.Cli.Runs;

/// <summary>One run: one product in one role of one standard.</summary>
internal sealed record RunRequest
{
    public required Profile Profile { get; init; }

    public required Standard Standard { get; init; }

    public required string Role { get; init; }

    /// <summary>The edition of the interface, where several run side by side; null where there is one.</summary>
    public InterfaceEdition? Interface { get; init; }

    /// <summary>The profile as the edition through which is read is described by it; null where one edition does both.</summary>
    public Profile? Reading { get; init; }

    /// <summary>Why nothing can be seen, known before anything is looked at; null where nothing is in the way.</summary>
    public TroubleRecord? Hindrance { get; init; }

    /// <summary>The role, with the edition of its interface where there are several.</summary>
    public Bilingual Title => InterfaceEdition.Behind(Role, Interface);

    /// <summary>Empty folder for the run's evidence; the results of several runs share it.</summary>
    public required string EvidenceFolder { get; init; }

    public required Surfaces Surfaces { get; init; }

    public required int Seed { get; init; }

    public required int Parallelism { get; init; }

    /// <summary>Tag expression, or a part of the ID or name; null for all.</summary>
    public string? Filter { get; init; }

    /// <summary>The systems around the target; null where the harness plays none.</summary>
    public MockHost? Neighbours { get; init; }

    /// <summary>Client that the harness presents tokens of.</summary>
    public string ClientId { get; init; } = "";

    public required ProjectFolders Folders { get; init; }

    public required TimeProvider Time { get; init; }

    public required Secrets Secrets { get; init; }

    /// <summary>Told how many scenarios are done, of how many, and the last one.</summary>
    public Action<RunProgress>? Progress { get; init; }

    /// <summary>Told of every part of a mapping that is played on screens.</summary>
    public Action<PlayedPart>? Played { get; init; }

    public Execution Execution { get; init; } = new();

    /// <summary>Where the run is recorded; null for a run that nobody goes on with.</summary>
    public RunFolder? Folder { get; init; }
}

/// <param name="Role">With the edition of its interface, where there are several.</param>
/// <param name="Total">Scenarios in all passes.</param>
internal sealed record RunProgress(Bilingual Role, int Done, int Total, ScenarioResult Last);
