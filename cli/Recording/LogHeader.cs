using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Recording;

/// <summary>Which run a log belongs to.</summary>
/// <param name="Id">Of the run; makes its people new, and the same again when it goes on.</param>
/// <param name="Plan">SHA-256 over the features and over all scenarios that the whole run has, in order, with the durations that parts are balanced by:
/// parts of one run have the same.</param>
/// <param name="Planned">How many scenarios the whole run has, each counted once per surface.</param>
/// <param name="Part">Such as <c>2/5</c>; null for a whole run.</param>
/// <param name="Partial">Why it is not the whole run; null where it is.</param>
internal sealed record LogHeader(
    string Id, int Seed, string Standard, string Edition, string Role, MunicipalityClass Class, string Product, string ProductVersion,
    IReadOnlyList<string> Drivers, string Plan, int Planned, string? Part, string? Partial, DateTimeOffset Started)
{
    /// <summary>What the run was made with.</summary>
    public RunInputs? Inputs { get; init; }

    /// <summary>Systems that were observed and not played.</summary>
    public IReadOnlyList<string> Observed { get; init; } = [];

    /// <summary>The edition of the interface, where several run side by side.</summary>
    public InterfaceEdition? Interface { get; init; }

    /// <summary>Linkages of the role that are inside one package.</summary>
    public IReadOnlyList<PackageLink> Package { get; init; } = [];

    /// <summary>How many scenarios this part or selection has; null in logs of versions that did not record it.</summary>
    public int? Mine { get; init; }

    /// <summary>The build of the target at the beginning; null where the profile does not say how it is read.</summary>
    public string? Build { get; init; }

    /// <summary>Unit to how many of its scenarios the filter leaves out; null where it leaves out nothing.</summary>
    public IReadOnlyDictionary<string, int>? Filtered { get; init; }

    /// <summary>The same with those that are left to other parts, or to no run.</summary>
    public IReadOnlyDictionary<string, int>? LeftOut { get; init; }

    /// <summary>Units that the profile declares not applicable, with its reasons.</summary>
    public IReadOnlyDictionary<string, string> NotApplicable { get; init; } = new Dictionary<string, string>();

    /// <summary>標準オプション functions that the profile declares.</summary>
    public IReadOnlyList<string> Declares { get; init; } = [];

    public string? DeclaresReason { get; init; }

    internal DeclaredFunctions DeclaredFunctions => new(Declares.ToHashSet(StringComparer.Ordinal), DeclaresReason);
}
