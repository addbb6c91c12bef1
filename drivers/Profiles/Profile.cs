using Conformance.Drivers.Network;
using Conformance.Spec;

namespace Conformance.Drivers.Profiles;

/// <summary>
/// 対象プロファイル (<c>*.profile.yaml</c>): one product under test, and how each exchange is performed on its surfaces. The format is
/// described in <c>docs/profile.md</c> and <c>schemas/profile.schema.json</c>.
/// </summary>
public sealed record Profile
{
    /// <summary>Path as the user gave it.</summary>
    public required string File { get; init; }

    public required ProductIdentity Product { get; init; }

    /// <summary>業務ID of the standard, such as 031.</summary>
    public required string Standard { get; init; }

    /// <summary>版 of the standard document, such as 2.1.</summary>
    public required string Edition { get; init; }

    /// <summary>Lanes that the product plays. Never empty.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>団体区分 for which the product is set up.</summary>
    public required MunicipalityClass Class { get; init; }

    public required TargetEnvironment Environment { get; init; }

    public required Declaration Declares { get; init; }

    /// <summary>What the product has besides the functions of the standard, and says so.</summary>
    public IReadOnlyList<Addition> Additions { get; init; } = [];

    /// <summary>適用対象外: function ID to the reason why it does not apply.</summary>
    public IReadOnlyDictionary<string, string> NotApplicable { get; init; } = new Dictionary<string, string>();

    /// <summary>Linkages between roles of this profile that are inside one package.</summary>
    public IReadOnlyList<InternalLink> Package { get; init; } = [];

    /// <summary>What the edition of the interface under <c>api</c> is called; null where no other runs beside it.</summary>
    public string? Interface { get; init; }

    /// <summary>Editions of the interface that run beside it during a change-over.</summary>
    public IReadOnlyList<ParallelEdition> Parallel { get; init; } = [];

    /// <summary>The editions of a role's interface, the profile's own first.</summary>
    public IReadOnlyList<ProfileEdition> EditionsOf(string role)
    {
        var beside = Parallel.Where(edition => edition.Roles.Contains(role)).ToList();
        return [new(this, beside.Count > 0 ? Interface : null, null), .. beside.Select(edition => new ProfileEdition(As(edition), edition.Interface, edition))];
    }

    /// <summary>The profile as an edition beside its own is described: with that edition of the standard, and its API.</summary>
    public Profile As(ParallelEdition edition) => this with { Edition = edition.Edition, Api = edition.Api };

    /// <summary>The profile as one edition of a role's interface is described by it; as it is where that edition is not known.</summary>
    public Profile In(string role, string? edition) => EditionsOf(role).FirstOrDefault(one => one.Name == edition)?.Profile ?? this;

    /// <summary>The profile as far as one edition of the interface needs the environment: what only the others need may be missing.</summary>
    /// <param name="beside">Null for the profile's own edition.</param>
    public Profile Needing(string? beside) => this with { LateTexts = [.. LateTexts.Where(late => late.Surface != Surfaces.Api || late.Edition == beside)] };

    /// <summary>業務ID in whose name calls are made unless a call says otherwise; null where that does not matter.</summary>
    public string? Business { get; init; }

    /// <summary>操作者ID of staff, for exchanges that name one: two with all rights, and where there is one, one who may only inquire.</summary>
    public IReadOnlyList<string> Operators { get; init; } = [];

    /// <summary>How long a stored record may take to become visible.</summary>
    public Visibility See { get; init; } = new();

    /// <summary>How far the clock of the target may be from ours.</summary>
    public ClockTolerance Clock { get; init; } = new();

    /// <summary>Where the played systems listen, and how the product lays out its calls to them.</summary>
    public NeighbourProfile Neighbours { get; init; } = new();

    /// <summary>Periods that the target was configured with, such as that of 一時解除, by name.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Waits { get; init; } = new Dictionary<string, TimeSpan>();

    /// <summary>What the target does by itself, by exchange.</summary>
    public IReadOnlyDictionary<string, BatchPlan> Batches { get; init; } = new Dictionary<string, BatchPlan>();

    /// <summary>Where the files of データ出力 are, by exchange.</summary>
    public IReadOnlyDictionary<string, OutputPlan> Outputs { get; init; } = new Dictionary<string, OutputPlan>();

    /// <summary>How the hosts of the product are reached.</summary>
    public NetworkProfile Network { get; init; } = new();

    public ApiProfile? Api { get; init; }

    public UiProfile? Ui { get; init; }

    /// <summary>Texts that may name environment variables, so that all missing ones can be told at once.</summary>
    internal IReadOnlyList<LateText> LateTexts { get; init; } = [];
}
