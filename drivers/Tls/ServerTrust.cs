using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Conformance.Drivers.Api;
using Conformance.Drivers.Network;
using Conformance.Drivers.Profiles;

namespace Conformance.Drivers.Tls;

/// <summary>Whether the certificate of a target is trusted, by the machine's authorities or by those of the profile, and why not.</summary>
internal static class ServerTrust
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="surface"><c>api</c> or <c>ui</c>: where the profile names the authority.</param>
    /// <param name="host">What the certificate has to be for.</param>
    public static SslClientAuthenticationOptions Options(TlsProfile tls, string surface, string host)
    {
        var options = new SslClientAuthenticationOptions
        {
            EnabledSslProtocols = tls.Minimum == "1.3" ? SslProtocols.Tls13 : SslProtocols.Tls12 | SslProtocols.Tls13,

            // What is wrong is told in words that say what to do; nothing is let through.
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) => errors == SslPolicyErrors.None
                ? true
                : throw new AuthenticationException(Describe(tls, surface, host, certificate as X509Certificate2, chain, errors)),
        };
        if (tls.CaFile is { } file)
        {
            var trusted = new X509Certificate2Collection();
            trusted.ImportFromPemFile(file);
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(trusted);
        }

        return options;
    }

    /// <summary>SHA-256 of the public key (SPKI, Base64) of a server whose certificate the authorities of the profile vouch for, under the name of the address.</summary>
    /// <exception cref="TargetUnreachableException">It cannot be reached, or they do not.</exception>
    public static async Task<string> PinAsync(Uri address, TlsProfile tls, NetworkRoute route, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        try
        {
            if (route.IsProxied(address.IdnHost))
            {
                return await PinThroughProxyAsync(address, tls, route, deadline.Token).ConfigureAwait(false);
            }

            using var socket = await route.ConnectAsync(address.IdnHost, address.Port, deadline.Token).ConfigureAwait(false);
            await using var secured = new SslStream(new NetworkStream(socket));
            var options = Options(tls, "ui", address.IdnHost);
            options.TargetHost = address.IdnHost;
            options.LocalCertificateSelectionCallback = (_, host, _, _, _) => route.Certificates.For(host)!;
            await secured.AuthenticateAsClientAsync(options, deadline.Token).ConfigureAwait(false);
            using var leaf = X509CertificateLoader.LoadCertificate(secured.RemoteCertificate!.GetRawCertData());
            return Pin(leaf);
        }
        catch (HttpRequestException e)
        {
            var (told, untrusted) = Explain(e);
            throw new TargetUnreachableException($"{address}: {told}", e) { Untrusted = untrusted };
        }
        catch (AuthenticationException e)
        {
            throw new TargetUnreachableException($"{address}: {e.Message}", e) { Untrusted = true };
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new TargetUnreachableException($"{address}: {e.Message}", e);
        }
    }

    private static string Pin(X509Certificate2 certificate) => Convert.ToBase64String(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));

    // A proxy is asked by the client that knows how; what the server answers to it does not matter.
    private static async Task<string> PinThroughProxyAsync(Uri address, TlsProfile tls, NetworkRoute route, CancellationToken cancellationToken)
    {
        string? pin = null;
        using var handler = HttpLine.Handler(tls, "ui", address.IdnHost, route, direct: false);
        var check = handler.SslOptions.RemoteCertificateValidationCallback!;
        handler.SslOptions.RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
        {
            if (!check(sender, certificate, chain, errors))
            {
                return false;
            }

            using var leaf = X509CertificateLoader.LoadCertificate(certificate!.GetRawCertData());
            pin = Pin(leaf);
            return true;
        };
        using var client = new HttpClient(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return pin!;
    }

    /// <summary>What a failed request says, and whether it failed for want of trust.</summary>
    public static (string Told, bool Untrusted) Explain(Exception e) => e is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: { } inner }
        ? (inner.Message, inner is AuthenticationException)
        : (e.Message, false);

    private static string Describe(TlsProfile tls, string surface, string host, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return $"{host} shows no certificate.";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
                .SelectMany(names => names.EnumerateDnsNames().Concat(names.EnumerateIPAddresses().Select(ip => ip.ToString()))).DefaultIfEmpty(certificate.Subject);
            return $"The certificate is not for {host}, but for {string.Join(", ", names)}. Write one of these names in {surface}.base, or have a certificate issued for this one.";
        }

        var wrong = (chain?.ChainStatus ?? []).Select(status => status.Status).Distinct().ToList();
        if (wrong.Contains(X509ChainStatusFlags.NotTimeValid))
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"The certificate of {host} is valid from {certificate.NotBefore:yyyy-MM-dd} to {certificate.NotAfter:yyyy-MM-dd}, or one above it is out of date. Renew it, or set the clock.");
        }

        var why = string.Join(", ", wrong.Select(status => status.ToString()).DefaultIfEmpty(errors.ToString()));
        return $"The certificate of {host}, issued by {certificate.Issuer}, is not trusted ({why}). "
            + (tls.CaFile is { } file
                ? $"The authorities in {file} did not issue it: put the certificate of the one that did into that file."
                : $"Put the certificate of the authority that issued it into a PEM file and name it in {surface}.tls.ca.");
    }
}
