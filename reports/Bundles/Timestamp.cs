using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Conformance.Spec;

namespace Conformance.Reports.Bundles;

/// <summary>A time-stamping authority's word for when a signature existed (RFC 3161, over HTTP by its section 3.4).</summary>
public static class Timestamp
{
    private const string Query = "application/timestamp-query";

    // Extended key usage of such authorities, RFC 3161 section 2.3.
    private static readonly Oid Stamping = new("1.3.6.1.5.5.7.3.8");

    /// <returns>The token, DER.</returns>
    /// <exception cref="BadInputException">CF7107: no answer, or one that is no timestamp of this.</exception>
    public static async Task<byte[]> RequestAsync(HttpClient client, Uri authority, byte[] signature, CancellationToken cancellationToken)
    {
        var request = Rfc3161TimestampRequest.CreateFromData(signature, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(8), requestSignerCertificates: true);
        try
        {
            using var body = new ByteArrayContent(request.Encode());
            body.Headers.ContentType = new MediaTypeHeaderValue(Query);
            using var answer = await client.PostAsync(authority, body, cancellationToken);
            answer.EnsureSuccessStatusCode();
            return request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(cancellationToken), out _).AsSignedCms().Encode();
        }
        catch (Exception e) when (e is HttpRequestException or CryptographicException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new BadInputException(new Problem("CF7107", authority.ToString(), 0, 0, "The time-stamping authority gave no timestamp: " + e.Message, "Check the address, or leave --timestamp out."));
        }
    }

    /// <returns>When the authority saw the signature.</returns>
    /// <exception cref="BrokenBundleException">Not of this signature, or not by an authority that is trusted.</exception>
    internal static DateTimeOffset Check(byte[] token, byte[] signature, X509Certificate2Collection authorities)
    {
        if (!Rfc3161TimestampToken.TryDecode(token, out var decoded, out var used) || used != token.Length)
        {
            throw Refused("no timestamp token");
        }

        if (!decoded.VerifySignatureForData(signature, out var signer))
        {
            throw Refused("of something else");
        }

        if (authorities.Count == 0)
        {
            throw Refused("there is a timestamp, and no certificate of an authority was given (--timestamp-ca)");
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.ExtraStore.AddRange(decoded.AsSignedCms().Certificates);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = decoded.TokenInfo.Timestamp.UtcDateTime;
        chain.ChainPolicy.ApplicationPolicy.Add(Stamping);
        chain.ChainPolicy.DisableCertificateDownloads = true;
        return chain.Build(signer) ? decoded.TokenInfo.Timestamp : throw Refused("by an authority that is not trusted: " + signer.Subject);
    }

    private static BrokenBundleException Refused(string detail) => new(BundleFolder.Timestamp, BundleFault.Timestamp, detail);
}
