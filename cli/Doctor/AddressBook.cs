using Conformance.Cli.Doctor.Checks;
using Conformance.Drivers.Profiles;
using Conformance.Verdicts;

namespace Conformance.Cli.Doctor;

/// <summary>The servers that a profile names, each looked at once, however many surfaces are on it.</summary>
internal sealed class AddressBook
{
    private readonly List<(string Place, Uri Address, IReadOnlyList<PreflightFinding> Findings)> places = [];

    /// <summary>What was found, server by server.</summary>
    public IEnumerable<PreflightFinding> Findings => places.DistinctBy(place => place.Address.Authority).SelectMany(place => place.Findings);

    /// <summary>Why nothing can be asked of the server behind a place of the profile; null where all is well or the profile has no such place.</summary>
    public PreflightFinding? Root(string place) => places.FirstOrDefault(known => known.Place == place).Findings?.FirstFailure();

    public static async Task<AddressBook> LookAsync(Examination examination, CancellationToken cancellationToken)
    {
        var book = new AddressBook();
        var api = examination.Profile.Api;
        var wanted = new List<(string Place, LateText Address, TlsProfile Tls, bool Direct)>();
        if (examination.HasApi)
        {
            wanted.Add(("api.base", api!.Base, api.Tls, api.Direct));
        }

        if (examination.HasUi)
        {
            wanted.Add(("ui.base", examination.Profile.Ui!.Base, examination.Profile.Ui.Tls, false));
        }

        if (examination.HasApi && api!.Auth is { Server: { } server, Method: AuthMethod.ClientSecretBasic or AuthMethod.ClientSecretJwt })
        {
            wanted.Add(("api.auth.server", server, api.Tls, api.Direct));
        }

        // What two surfaces share is shaken hands with once, unless they trust different authorities.
        var servers = new Dictionary<(string, TlsProfile, bool), Task<IReadOnlyList<PreflightFinding>>>();
        var open = wanted.Select(one => (one.Place, Address: one.Address.RevealAddress(examination.Secrets), one.Tls, one.Direct)).ToList();
        foreach (var (place, address, tls, direct) in open)
        {
            servers.TryAdd((address.Authority, tls, direct), AddressCheck.LookAsync(address, place, tls, examination.Target!.Route, direct, examination.Time, cancellationToken));
        }

        await Task.WhenAll(servers.Values);
        foreach (var (place, address, tls, direct) in open)
        {
            book.places.Add((place, address, await servers[(address.Authority, tls, direct)]));
        }

        return book;
    }
}
