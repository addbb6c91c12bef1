using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Conformance.Drivers.Profiles;
using Conformance.Spec;

namespace Conformance.Drivers.Network;

/// <summary>The client certificates of a profile, opened. Which of them a host is shown is decided by its name alone.</summary>
public sealed class ClientCertificates : IDisposable
{
    private readonly IReadOnlyList<(ClientCertificateProfile Profile, X509Certificate2 Certificate)> all;

    private ClientCertificates(IReadOnlyList<(ClientCertificateProfile, X509Certificate2)> all) => this.all = all;

    /// <exception cref="BadInputException">CF5022: one cannot be opened or has no private key; CF5023: one is out of date.</exception>
    public static ClientCertificates Open(NetworkProfile network, string profile, Secrets secrets, TimeProvider time)
    {
        var problems = new List<Problem>();
        var opened = new List<(ClientCertificateProfile, X509Certificate2)>();
        foreach (var wanted in network.Certificates)
        {
            void Wrong(string code, string fact, string remedy) => problems.Add(new Problem(code, profile, wanted.At.Line, wanted.At.Column, fact, remedy));
            try
            {
                var certificate = Load(wanted, secrets);
                opened.Add((wanted, certificate));
                var now = time.GetUtcNow().UtcDateTime;
                if (!certificate.HasPrivateKey)
                {
                    Wrong("CF5022", $"{wanted.File} holds no private key.", "Name the key's PEM file under key:, or give a PKCS#12 file.");
                }
                else if (now > certificate.NotAfter.ToUniversalTime() || now < certificate.NotBefore.ToUniversalTime())
                {
                    Wrong("CF5023", string.Create(CultureInfo.InvariantCulture, $"The client certificate {wanted.File} for {wanted.Host} is valid from {certificate.NotBefore.ToUniversalTime():yyyy-MM-dd} to {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd} only."), "Have it renewed by whoever issued it, or set the clock.");
                }
            }
            catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
            {
                Wrong("CF5022", $"The client certificate {wanted.File} cannot be opened: {e.Message}", "Check the password, and that it is PKCS#12 (.p12, .pfx) or PEM with its key.");
            }
        }

        var certificates = new ClientCertificates(opened);
        if (problems.Count == 0)
        {
            return certificates;
        }

        certificates.Dispose();
        throw new BadInputException(problems);
    }

    /// <summary>Null where the host is shown none.</summary>
    public X509Certificate2? For(string host) => all.FirstOrDefault(one => one.Profile.Host.Fits(host)).Certificate;

    /// <summary>The same as PKCS#12 without a password, for a browser.</summary>
    internal byte[]? Pkcs12For(string host) => For(host)?.Export(X509ContentType.Pkcs12);

    public bool Any => all.Count > 0;

    public void Dispose()
    {
        foreach (var (_, certificate) in all)
        {
            certificate.Dispose();
        }
    }

    private static X509Certificate2 Load(ClientCertificateProfile wanted, Secrets secrets)
    {
        var password = wanted.Password?.Reveal(secrets);
        if (wanted.IsPkcs12)
        {
            return X509CertificateLoader.LoadPkcs12FromFile(wanted.File, password, X509KeyStorageFlags.Exportable);
        }

        using var pem = password is null
            ? X509Certificate2.CreateFromPemFile(wanted.File, wanted.KeyFile)
            : X509Certificate2.CreateFromEncryptedPemFile(wanted.File, password, wanted.KeyFile);

        // A key that came from PEM lives in memory only, which TLS on Windows does not take.
        return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }
}
