using Conformance.Drivers;
using Conformance.Fixtures;
using Conformance.Mocks;
using Conformance.Spec;
using Conformance.Spec.Contracts;

namespace Conformance.Steps.Running;

/// <summary>What all scenarios of a run share: the standard and role, the target's surfaces, the neighbours that the harness plays, and the people's origin.</summary>
public sealed record RunSetting
{
    private Patience? patience;
    private ProductSurfaces? surfaces;

    public required Standard Standard { get; init; }

    public required RoleContracts Role { get; init; }

    /// <summary>The target, through the surfaces that its profile describes and the run asks for.</summary>
    public required TargetSession Target { get; init; }

    public required PersonFactory People { get; init; }

    public required EvidenceFolder Evidence { get; init; }

    /// <summary>Numbers given so far, to whomever.</summary>
    public NumberLedger Numbers { get; } = new();

    /// <summary>Where settings that are changed are noted first, so that they are put back after a kill too; null where that is not asked for.</summary>
    public SettingsJournal? SettingsJournal { get; init; }

    /// <summary>Where everything that the run writes is noted; null where the run has no folder.</summary>
    public CreationLedger? Ledger { get; init; }

    /// <summary>What belongs to the run in what the target shows; null where nothing is masked.</summary>
    public ForeignRecords? Foreign { get; init; }

    /// <summary>The neighbours; null where the run needs none.</summary>
    public MockHost? Neighbours { get; init; }

    /// <summary>Those that are observed and not played.</summary>
    public IReadOnlySet<string> Observed { get; init; } = new HashSet<string>();

    /// <summary>Those that are roles of the same package, by name: nobody plays them.</summary>
    public IReadOnlyDictionary<string, RoleContracts> Package { get; init; } = new Dictionary<string, RoleContracts>();

    public required TimeProvider Time { get; init; }

    /// <summary>How long what was stored may take to become visible before it counts as missing.</summary>
    public TimeSpan SeeDeadline => Target.Profile.See.Deadline;

    /// <summary>The same for preparations, as far as the target has earned it.</summary>
    public Patience Patience => patience ??= new Patience(SeeDeadline);

    /// <summary>Where the target shows what it can do.</summary>
    public ProductSurfaces Surfaces => LazyInitializer.EnsureInitialized(ref surfaces, () => new ProductSurfaces(Target));

    /// <summary>Pause between two looks.</summary>
    public TimeSpan SeeInterval => Target.Profile.See.Interval;

    /// <summary>団体コード, six digits.</summary>
    public required string Municipality { get; init; }

    /// <summary>業務ID in whose name the harness acts, and another one.</summary>
    public required string Business { get; init; }

    public required string OtherBusiness { get; init; }

    /// <summary>操作者ID of the operators, at least two.</summary>
    public required IReadOnlyList<string> Operators { get; init; }

    /// <summary>Whether any surface of the target offers the exchange.</summary>
    public bool Offers(string exchange) => Target.Api?.Offers(exchange) == true || Target.Ui?.Offers(exchange) == true;

    /// <summary>The date that the target believes to be today: the test clock's, where it was set.</summary>
    public DateOnly Today => TargetDate ?? DateOnly.FromDateTime(Now.DateTime);

    /// <summary>Set by a scenario that runs alone.</summary>
    public DateOnly? TargetDate { get; set; }

    /// <summary>Japan Standard Time, in which dates and times of operations are written.</summary>
    public DateTimeOffset Now => JapanTime.Of(Time.GetUtcNow());
}
