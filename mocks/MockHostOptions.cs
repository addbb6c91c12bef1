using Conformance.Spec;

namespace Conformance.Mocks;

/// <summary>Settings of a <see cref="MockHost"/>.</summary>
public sealed record MockHostOptions
{
    /// <summary>IP address to listen on; 0.0.0.0 or :: for all of the machine's. Nothing else than the loopback is protected from the network.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>Address by which a target reaches the host, where it is another than that it listens on: behind a name or a proxy. Null: the same.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>Port; 0: a free one. Where it is taken, a free one is used and <see cref="MockHost.Notice"/> says so.</summary>
    public int Port { get; init; }

    /// <summary>HTTPS (TLS 1.2 or later) with a certificate of a test CA that is made for this host alone; see
    /// <see cref="MockHost.CertificateAuthorityPem"/>.</summary>
    public bool Https { get; init; }

    /// <summary>Where a standalone host writes the test CA's certificate (PEM), for a target to trust; null: nowhere.</summary>
    public string? CertificateAuthorityFile { get; init; }

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    public OAuthOptions OAuth { get; init; } = new();

    public AtenaOptions Atena { get; init; } = new();

    public ObjectStoreOptions Objects { get; init; } = new();

    /// <summary>Files or folders of stub mappings that are in force from the start.</summary>
    public IReadOnlyList<string> Stubs { get; init; } = [];

    /// <summary>Systems that are observed and not played.</summary>
    public IReadOnlyList<ObservedNeighbour> Observed { get; init; } = [];

    /// <summary>How long a session of マイナポータル's municipal side lasts.</summary>
    public TimeSpan PortalSession { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>False: マイナポータル, the registry of accounts and 住民記録 ask for no access token. A trial by hand only.</summary>
    public bool NeedsToken { get; init; } = true;

    public JournalOptions Journal { get; init; } = new();

    /// <summary>Faults in force from the start; further ones through <see cref="MockHost.Faults"/>.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>Largest request body; longer ones are answered 413 and journalled without their body.</summary>
    public int LargestBody { get; init; } = 4 * 1024 * 1024;

    /// <exception cref="BadInputException">Everything that is wrong with the options.</exception>
    internal void Check()
    {
        const string place = "mocks";
        var problems = OAuth.Clients.SelectMany(client => client.Problems(place)).ToList();
        problems.AddRange(OAuth.Clients.GroupBy(client => client.ClientId).Where(same => same.Count() > 1).Select(same =>
            new Problem("CF6805", place, 0, 0, $"The client ID '{same.Key}' is registered {same.Count()} times.", "Give every client its own.")));
        if (!System.Net.IPAddress.TryParse(Host, out _))
        {
            problems.Add(new Problem("CF6844", place, 0, 0, $"「{Host}」 is no IP address.", "Use one of this machine, or 0.0.0.0 for all of them."));
        }

        problems.AddRange(LaidOutAtena.Problems(Atena.Layouts));
        if (Port is < 0 or > 65535)
        {
            problems.Add(new Problem("CF6806", place, 0, 0, $"{Port} is no port.", "Use 1 to 65535, or 0 for a free one."));
        }

        if (Atena.FirstSerial is < 0 or > 99_999_999_999_999)
        {
            problems.Add(new Problem("CF6807", place, 0, 0, $"{Atena.FirstSerial} has more than 14 digits or is negative.", "Use 14 digits at most."));
        }

        if (Journal.Capacity < 1)
        {
            problems.Add(new Problem("CF6808", place, 0, 0, $"A journal of {Journal.Capacity} entries holds nothing.", "Use 1 or more."));
        }

        if (Objects.Buckets.Count == 0 || Objects.Buckets.Any(bucket => bucket.Length == 0 || bucket.Contains('/', StringComparison.Ordinal)))
        {
            problems.Add(new Problem("CF6809", place, 0, 0, "The object storage has no bucket, or one whose name is no name.", "Name one or more, such as renkei."));
        }

        if (problems.Count > 0)
        {
            throw new BadInputException(problems);
        }
    }
}
