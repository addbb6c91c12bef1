using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Conformance.Reference.Office.Neighbours;

/// <summary>AWS Signature Version 4 for a request without query, in one piece.</summary>
internal static class S3Signature
{
    private const string Region = "us-east-1";

    /// <summary>Adds x-amz-date, x-amz-content-sha256 and Authorization.</summary>
    /// <param name="now">UTC.</param>
    public static void Sign(HttpRequestMessage request, byte[] body, string key, string secret, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        var stamp = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        request.Headers.TryAddWithoutValidation("x-amz-date", stamp);
        request.Headers.TryAddWithoutValidation("x-amz-content-sha256", hash);

        const string Signed = "host;x-amz-content-sha256;x-amz-date";
        var canonical = $"{request.Method}\n{request.RequestUri!.AbsolutePath}\n\nhost:{request.RequestUri.Authority}\nx-amz-content-sha256:{hash}\nx-amz-date:{stamp}\n\n{Signed}\n{hash}";
        var scope = $"{stamp[..8]}/{Region}/s3/aws4_request";
        var toSign = $"AWS4-HMAC-SHA256\n{stamp}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var derived = new[] { stamp[..8], Region, "s3", "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes("AWS4" + secret), Mac);
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential={key}/{scope},SignedHeaders={Signed},Signature={Convert.ToHexStringLower(Mac(derived, toSign))}");
    }

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
