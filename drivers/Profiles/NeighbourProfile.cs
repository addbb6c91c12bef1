namespace Conformance.Drivers.Profiles;

/// <summary><c>neighbours:</c>: where the systems that the harness plays listen, and how the product lays out its calls to them.</summary>
public sealed record NeighbourProfile
{
    /// <summary>IP address to listen on; null for the loopback.</summary>
    public string? Host { get; init; }

    /// <summary>Null for the default.</summary>
    public int? Port { get; init; }

    /// <summary>Address by which the product reaches them; null for that they listen on.</summary>
    public Uri? Address { get; init; }

    /// <summary>Systems that are not played but observed: the product's calls to them are passed on and read.</summary>
    public IReadOnlyDictionary<string, ObservedSystem> Observed { get; init; } = new Dictionary<string, ObservedSystem>();

    /// <summary>Folder in which files are laid and picked up in place of an object storage; null where that is played.</summary>
    public string? FileDrop { get; init; }

    /// <summary>Played system to its calls, in the order of the file.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<NeighbourExchange>> Systems { get; init; } = new Dictionary<string, IReadOnlyList<NeighbourExchange>>();
}

/// <summary>A system that no played one may replace.</summary>
/// <param name="At">Where it is; what the product sends to the harness is passed on there.</param>
/// <param name="Paths">Beginnings of the paths that are its, where they are not those of the played system of this name.</param>
public sealed record ObservedSystem(Uri At, IReadOnlyList<string> Paths);

/// <summary>One call of the product to a played system, as the product lays it out. Members are named by plain paths (<c>person.name</c>).</summary>
public sealed record NeighbourExchange
{
    public required string Name { get; init; }

    public required SourcePosition At { get; init; }

    /// <summary>GET, POST, PUT, PATCH or DELETE.</summary>
    public required string Method { get; init; }

    /// <summary>From the root; <c>{宛名番号}</c> stands for the item's value.</summary>
    public required string Path { get; init; }

    public string? Scope { get; init; }

    /// <summary>Member to value, where calls share method and path.</summary>
    public IReadOnlyDictionary<string, string> When { get; init; } = new Dictionary<string, string>();

    /// <summary>Item name to member.</summary>
    public IReadOnlyDictionary<string, string> Items { get; init; } = new Dictionary<string, string>();

    public ConditionLayout? Conditions { get; init; }

    /// <summary>Member with the list of records, empty where the list is the whole answer; null for the envelope of the standard.</summary>
    public string? Records { get; init; }

    /// <summary>Further members of an answer.</summary>
    public IReadOnlyDictionary<string, string> With { get; init; } = new Dictionary<string, string>();

    /// <summary>Item name to member of a record, where it is not that of the request.</summary>
    public IReadOnlyDictionary<string, string> AnswerItems { get; init; } = new Dictionary<string, string>();

    /// <summary>Null for the standard's.</summary>
    public ApiRefusal? Refused { get; init; }
}
