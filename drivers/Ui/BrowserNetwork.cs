using Conformance.Drivers.Network;
using Conformance.Drivers.Profiles;
using Microsoft.Playwright;

namespace Conformance.Drivers.Ui;

/// <summary>The network of a profile in the words of a browser.</summary>
internal static class BrowserNetwork
{
    public static IEnumerable<string> Arguments(NetworkRoute route) => route.Profile.Hosts.Count == 0 ? [] :
        [$"--host-resolver-rules={string.Join(", ", route.Profile.Hosts.Select(host => $"MAP {host.Key} {(host.Value.Contains(':', StringComparison.Ordinal) ? $"[{host.Value}]" : host.Value)}"))}"];

    public static Proxy? Proxy(NetworkRoute route, Secrets secrets) => route.Profile.Proxy is not { } proxy ? null : new Proxy
    {
        Server = proxy.Address.RevealAddress(secrets).GetLeftPart(UriPartial.Authority),
        Username = proxy.User?.RevealUnregistered(secrets),
        Password = proxy.Password?.Reveal(secrets),
        Bypass = proxy.Except.Count == 0 ? null : string.Join(',', proxy.Except),
    };

    /// <summary>For the host of the screens, and for every other that is named in full.</summary>
    public static IReadOnlyList<ClientCertificate> Certificates(NetworkRoute route, Uri address)
    {
        var origins = route.Profile.Certificates.Select(certificate => certificate.Host.Text).Where(host => !host.Contains('*', StringComparison.Ordinal) && !host.Contains('/', StringComparison.Ordinal) && host != address.IdnHost)
            .Select(host => new Uri($"https://{host}/")).Prepend(address).Where(origin => origin.Scheme == Uri.UriSchemeHttps);
        return [.. origins.Select(origin => (Origin: origin, Pfx: route.Certificates.Pkcs12For(origin.IdnHost))).Where(one => one.Pfx is not null)
            .Select(one => new ClientCertificate { Origin = one.Origin.GetLeftPart(UriPartial.Authority), Pfx = one.Pfx })];
    }
}
