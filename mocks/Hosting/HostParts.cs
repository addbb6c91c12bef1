namespace Conformance.Mocks;

/// <summary>What a host is made of besides the server.</summary>
internal sealed record HostParts
{
    public required TimeProvider Time { get; init; }

    public required Journal Journal { get; init; }

    public required FaultPlan Faults { get; init; }

    public required AuthorisationServer Authorisation { get; init; }

    public required AtenaFunction Atena { get; init; }

    /// <summary>Layouts of the target, for calls to it that no official text lays out.</summary>
    public IReadOnlyList<AtenaLayout> Layouts { get; init; } = [];

    public required Mynaportal Mynaportal { get; init; }

    public required AccountRegistry Accounts { get; init; }

    public required ResidentRegistry Residents { get; init; }

    public required ObjectStore Objects { get; init; }

    public required StubBoard Stubs { get; init; }

    public IReadOnlyList<ObservedNeighbour> Observed { get; init; } = [];

    /// <summary>In the order in which they are asked whether a path is theirs.</summary>
    public IReadOnlyList<INeighbour> Neighbours => [Authorisation, Layouts.Count == 0 ? Atena : new LaidOutAtena(Atena, Layouts), Mynaportal, Accounts, Residents, Objects];

    public static HostParts Of(MockHostOptions options)
    {
        var authorisation = new AuthorisationServer(options.OAuth, options.TimeProvider);
        var tokens = new TokenCheck(authorisation, options.NeedsToken);
        var journal = new Journal(options.Journal, options.TimeProvider);
        var portal = new Mynaportal(tokens, options.TimeProvider, options.PortalSession);
        var faults = new FaultPlan();
        foreach (var fault in options.Faults)
        {
            faults.Inject(fault);
        }

        return new HostParts
        {
            Time = options.TimeProvider,
            Journal = journal,
            Faults = faults,
            Authorisation = authorisation,
            Atena = new AtenaFunction(options.Atena, authorisation, options.TimeProvider),
            Layouts = options.Atena.Layouts,
            Mynaportal = portal,
            Accounts = new AccountRegistry(tokens, portal, options.TimeProvider),
            Residents = new ResidentRegistry(tokens, journal, options.TimeProvider),
            Objects = new ObjectStore(options.Objects, options.TimeProvider),
            Stubs = StubsOf(options),
            Observed = options.Observed,
        };
    }

    /// <exception cref="Conformance.Spec.BadInputException">A mapping that cannot be read.</exception>
    private static StubBoard StubsOf(MockHostOptions options)
    {
        var stubs = new StubBoard(options.TimeProvider);
        foreach (var path in options.Stubs)
        {
            stubs.Load(path);
        }

        return stubs;
    }
}
