using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Conformance.Drivers.Api;
using Conformance.Drivers.Network;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Tls;

namespace Conformance.Drivers.Inspection;

/// <summary>Shakes hands with a server, looks at its certificate, and says no more.</summary>
public static class CertificateInspection
{
    private const X509ChainStatusFlags Dates = X509ChainStatusFlags.NotTimeValid | X509ChainStatusFlags.NotTimeNested;

    // Whether an authority has withdrawn it cannot be asked from everywhere, and no call of a run asks it.
    private const X509ChainStatusFlags Revocation = X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;

    /// <param name="direct">Past the proxy.</param>
    /// <exception cref="TargetUnreachableException">No connection, or the two sides agree on no version of TLS.</exception>
    public static async Task<CertificateSight> LookAsync(Uri address, TlsProfile tls, string surface, NetworkRoute route, bool direct, CancellationToken cancellationToken)
    {
        CertificateSight? seen = null;
        var protocol = "";
        bool Look(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
        {
            seen = certificate is X509Certificate2 leaf ? Sight(leaf, chain, errors) : null;
            return errors == SslPolicyErrors.None;
        }

        try
        {
            if (route.IsProxied(address.IdnHost) && !direct)
            {
                await ThroughProxyAsync(address, tls, surface, route, Look, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                var options = ServerTrust.Options(tls, surface, address.IdnHost);
                options.TargetHost = address.IdnHost;
                options.RemoteCertificateValidationCallback = Look;
                options.LocalCertificateSelectionCallback = (_, host, _, _, _) => route.Certificates.For(host)!;
                using var socket = await route.ConnectAsync(address.IdnHost, address.Port, cancellationToken).ConfigureAwait(false);
                await using var secured = new SslStream(new NetworkStream(socket));
                await secured.AuthenticateAsClientAsync(options, cancellationToken).ConfigureAwait(false);
                protocol = secured.SslProtocol.ToString();
            }
        }
        catch (Exception e) when (seen is not null && (e is AuthenticationException or HttpRequestException or IOException))
        {
            // It was seen and is not one to trust; that is told by what it is.
        }
        catch (AuthenticationException e)
        {
            throw new TargetUnreachableException(e.Message, e) { Untrusted = true };
        }
        catch (Exception e) when (e is IOException or SocketException or HttpRequestException)
        {
            var (told, untrusted) = ServerTrust.Explain(e);
            throw new TargetUnreachableException(told, e) { Untrusted = untrusted };
        }

        return seen is { } sight ? sight with { Protocol = protocol } : throw new TargetUnreachableException($"{address.Host} shows no certificate.") { Untrusted = true };
    }

    // A proxy is asked by the client that knows how; what the server answers to it does not matter.
    private static async Task ThroughProxyAsync(Uri address, TlsProfile tls, string surface, NetworkRoute route, RemoteCertificateValidationCallback look, CancellationToken cancellationToken)
    {
        using var handler = HttpLine.Handler(tls, surface, address.IdnHost, route, direct: false);
        handler.SslOptions.RemoteCertificateValidationCallback = look;
        using var client = new HttpClient(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
    }

    private static CertificateSight Sight(X509Certificate2 leaf, X509Chain? chain, SslPolicyErrors errors)
    {
        var all = chain?.ChainElements.Select(element => element.Certificate).ToList() is { Count: > 0 } elements ? elements : [leaf];
        var names = leaf.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(extension => extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(ip => ip.ToString()))).ToList();
        var wrong = (chain?.ChainStatus ?? []).Select(status => status.Status & ~Dates & ~Revocation).Where(status => status != X509ChainStatusFlags.NoError)
            .Select(status => status.ToString()).Distinct().ToList();
        return new CertificateSight(
            leaf.Subject, leaf.Issuer, names.Count > 0 ? names : [leaf.Subject],
            new DateTimeOffset(all.Max(certificate => certificate.NotBefore.ToUniversalTime())), new DateTimeOffset(all.Min(certificate => certificate.NotAfter.ToUniversalTime())),
            wrong, errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch), "");
    }
}
