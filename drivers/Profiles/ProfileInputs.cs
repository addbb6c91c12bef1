namespace Conformance.Drivers.Profiles;

/// <summary>What a caller knows when it loads a profile.</summary>
public sealed record ProfileInputs
{
    /// <summary>Values of <c>${name}</c> in the profile, such as <c>port</c>.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Value of every other <c>${name}</c>, for those who only read a profile and call nobody; null: such a name is a problem.</summary>
    public string? AnyOther { get; init; }

    /// <summary>Exchanges of the standard; null where they are not known, and any name is taken.</summary>
    public IReadOnlySet<string>? Exchanges { get; init; }
}
