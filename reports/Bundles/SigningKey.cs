using System.Security.Cryptography;
using Conformance.Spec;

namespace Conformance.Reports.Bundles;

/// <summary>An ECDSA key on the curve P-256, from PEM.</summary>
public sealed class SigningKey : IDisposable
{
    // 1.2.840.10045.3.1.7, RFC 5480 section 2.1.1.1.
    private const string P256 = "1.2.840.10045.3.1.7";
    private readonly ECDsa key;

    private SigningKey(ECDsa key)
    {
        this.key = key;
        Id = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>SHA-256 of the public key (SubjectPublicKeyInfo, DER) in hexadecimal.</summary>
    public string Id { get; }

    public static SigningKey New() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <param name="name">Where the text came from, for problems.</param>
    /// <param name="password">Of an encrypted PKCS#8 key; null where it is not encrypted.</param>
    /// <exception cref="BadInputException">CF7101: no private key on P-256, or the password is wrong.</exception>
    public static SigningKey Private(string pem, string name, string? password = null)
    {
        var key = ECDsa.Create();
        try
        {
            if (password is null)
            {
                key.ImportFromPem(pem);
            }
            else
            {
                key.ImportFromEncryptedPem(pem, password);
            }

            var parameters = key.ExportParameters(includePrivateParameters: true);
            if (parameters.Curve.Oid.Value == P256)
            {
                CryptographicOperations.ZeroMemory(parameters.D);
                return new SigningKey(key);
            }
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            // Said below: what the library says of a wrong key differs per system.
        }

        key.Dispose();
        throw new BadInputException(new Problem("CF7101", name, 0, 0, "This is no private ECDSA key on P-256 in PEM that can be opened.",
            "Make one with `conformance bundle key --out FILE`; give the password of an encrypted key in CONFORMANCE_KEY_PASSWORD."));
    }

    /// <exception cref="BadInputException">CF7102: no public key on P-256.</exception>
    public static SigningKey Public(string pem, string name)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == P256)
            {
                return new SigningKey(key);
            }
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            // Said below.
        }

        key.Dispose();
        throw new BadInputException(new Problem("CF7102", name, 0, 0, "This is no public ECDSA key on P-256 in PEM.", "Give the file that `conformance bundle key` wrote beside the private key."));
    }

    public string PrivatePem() => key.ExportPkcs8PrivateKeyPem() + "\n";

    public string PublicPem() => key.ExportSubjectPublicKeyInfoPem() + "\n";

    /// <returns>ASN.1 DER, as OpenSSL writes it.</returns>
    internal byte[] Sign(ReadOnlySpan<byte> content) => key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    internal bool Verifies(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
    {
        try
        {
            return key.VerifyData(content, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    public void Dispose() => key.Dispose();
}
