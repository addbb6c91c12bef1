using System.Security.Cryptography;
using System.Text;

namespace Conformance.Mocks;

/// <summary>AWS Signature Version 4, in the Authorization header or in the query of a presigned address. The clock of the caller is not checked.</summary>
internal sealed class SignatureCheck(string accessKey, string secretKey)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    public static bool IsSigned(MockRequest request) =>
        request.Header("Authorization")?.StartsWith(Algorithm, StringComparison.Ordinal) == true
        || request.Query.Contains("X-Amz-Signature=", StringComparison.Ordinal);

    /// <returns>Code and message of the refusal as S3 words them; null where the signature is right.</returns>
    public (string Code, string Message)? Refuse(MockRequest request)
    {
        var presigned = request.Query.Contains("X-Amz-Signature=", StringComparison.Ordinal);
        var given = presigned ? FromQuery(request) : FromHeader(request.Header("Authorization"));
        if (!given.TryGetValue("Credential", out var credential) || !given.TryGetValue("SignedHeaders", out var signed)
            || !given.TryGetValue("Signature", out var signature))
        {
            return ("AccessDenied", "The request is not signed (AWS Signature Version 4).");
        }

        var scope = credential.Split('/');
        if (scope.Length != 5)
        {
            return ("AuthorizationHeaderMalformed", $"The credential '{credential}' is not key/date/region/service/aws4_request.");
        }

        if (scope[0] != accessKey)
        {
            return ("InvalidAccessKeyId", $"The access key '{scope[0]}' is not known here.");
        }

        var time = presigned ? given.GetValueOrDefault("Date", "") : request.Header("X-Amz-Date") ?? "";
        var hash = presigned ? "UNSIGNED-PAYLOAD" : request.Header("X-Amz-Content-SHA256") ?? Hash(request.Content.Span);
        if (hash.Length == 64 && hash != Hash(request.Content.Span))
        {
            return ("XAmzContentSHA256Mismatch", "The body is not what its hash says.");
        }

        var canonical = string.Join('\n',
            request.Method, Path(request.Path), Query(request.Query), Headers(request, signed), signed, hash);
        var text = string.Join('\n', Algorithm, time, string.Join('/', scope[1..]), Hash(Encoding.UTF8.GetBytes(canonical)));
        var expected = Convert.ToHexStringLower(Hmac(Key(scope), text));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(signature))
            ? null
            : ("SignatureDoesNotMatch", "The signature does not fit the request and the secret key.");
    }

    private byte[] Key(string[] scope) =>
        Hmac(Hmac(Hmac(Hmac(Encoding.UTF8.GetBytes("AWS4" + secretKey), scope[1]), scope[2]), scope[3]), scope[4]);

    private static Dictionary<string, string> FromHeader(string? header) =>
        header is null || !header.StartsWith(Algorithm, StringComparison.Ordinal)
            ? []
            : header[Algorithm.Length..].Split(',').Select(part => part.Trim().Split('=', 2)).Where(part => part.Length == 2)
                .GroupBy(part => part[0]).ToDictionary(same => same.Key, same => same.First()[1]);

    private static Dictionary<string, string> FromQuery(MockRequest request) =>
        request.Parameters().Where(parameter => parameter.Key.StartsWith("X-Amz-", StringComparison.Ordinal))
            .ToDictionary(parameter => parameter.Key["X-Amz-".Length..], parameter => parameter.Value);

    /// <summary>Percent-encoded once, whatever the caller left plain.</summary>
    private static string Path(string path) => string.Join('/', path.Split('/').Select(segment => Uri.EscapeDataString(Uri.UnescapeDataString(segment))));

    private static string Query(string query) => string.Join('&', query.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('=', 2))
        .Select(part => (Name: Encode(part[0]), Value: part.Length == 2 ? Encode(part[1]) : ""))
        .Where(part => part.Name != "X-Amz-Signature")
        .OrderBy(part => part.Name, StringComparer.Ordinal).ThenBy(part => part.Value, StringComparer.Ordinal)
        .Select(part => $"{part.Name}={part.Value}"));

    private static string Encode(string text) => Uri.EscapeDataString(Uri.UnescapeDataString(text.Replace("+", "%20", StringComparison.Ordinal)));

    private static string Headers(MockRequest request, string signed) => string.Concat(signed.Split(';')
        .Select(name => $"{name}:{string.Join(' ', (request.Header(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))}\n"));

    private static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
