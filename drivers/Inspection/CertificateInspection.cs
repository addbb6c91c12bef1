using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Tls;

namespace Conformance.Drivers.Inspection;

/// <summary>Shakes hands with a server, looks at its certificate, and says no more.</summary>
public static class CertificateInspection
{
    private const X509ChainStatusFlags Dates = X509ChainStatusFlags.NotTimeValid | X509ChainStatusFlags.NotTimeNested;

    // Whether an authority has withdrawn it cannot be asked from everywhere, and no call of a run asks it.
    private const X509ChainStatusFlags Revocation = X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;

    /// <exception cref="TargetUnreachableException">No connection, or the two sides agree on no version of TLS.</exception>
    public static async Task<CertificateSight> LookAsync(Uri address, TlsProfile tls, string surface, CancellationToken cancellationToken)
    {
        CertificateSight? seen = null;
        var options = ServerTrust.Options(tls, surface, address.IdnHost);
        options.TargetHost = address.IdnHost;
#pragma warning disable CA5359 // Nothing is sent over this connection: it is opened to see the certificate, good or bad, and closed.
        options.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
        {
            seen = certificate is X509Certificate2 leaf ? Sight(leaf, chain, errors) : null;
            return true;
        };
#pragma warning restore CA5359
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(address.IdnHost, address.Port, cancellationToken).ConfigureAwait(false);
            await using var secured = new SslStream(socket.GetStream());
            await secured.AuthenticateAsClientAsync(options, cancellationToken).ConfigureAwait(false);
            return seen is { } sight
                ? sight with { Protocol = secured.SslProtocol.ToString() }
                : throw new TargetUnreachableException($"{address.Host} shows no certificate.") { Untrusted = true };
        }
        catch (AuthenticationException e)
        {
            throw new TargetUnreachableException(e.Message, e) { Untrusted = true };
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new TargetUnreachableException(e.Message, e);
        }
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
