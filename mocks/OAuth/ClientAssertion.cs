using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Conformance.Mocks;

/// <summary>A signed JWT by which a client shows that it knows its secret: client_secret_jwt, OpenID Connect Core 1.0 section 9 and RFC 7523 section 3.</summary>
internal sealed record ClientAssertion(
    string Algorithm, string? Issuer, string? Subject, IReadOnlyList<string> Audiences, double? Expires, double? NotBefore, string? Id)
{
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private string SignedPart { get; init; } = "";

    private byte[] Signature { get; init; } = [];

    /// <returns>Null where the text is not a JWT.</returns>
    public static ClientAssertion? Parse(string jwt)
    {
        var parts = jwt.Split('.');
        if (parts.Length != 3)
        {
            return null;
        }

        try
        {
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            return new ClientAssertion(
                Text(header.RootElement, "alg") ?? "",
                Text(payload.RootElement, "iss"),
                Text(payload.RootElement, "sub"),
                AudiencesOf(payload.RootElement),
                Number(payload.RootElement, "exp"),
                Number(payload.RootElement, "nbf"),
                Text(payload.RootElement, "jti"))
            {
                SignedPart = $"{parts[0]}.{parts[1]}",
                Signature = Base64Url.DecodeFromChars(parts[2]),
            };
        }
        catch (Exception notAJwt) when (notAJwt is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    public bool IsSignedBy(string secret) => CryptographicOperations.FixedTimeEquals(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(SignedPart)), Signature);

    private static IReadOnlyList<string> AudiencesOf(JsonElement payload) => Member(payload, "aud") switch
    {
        { ValueKind: JsonValueKind.String } one => [one.GetString()!],
        { ValueKind: JsonValueKind.Array } several => [.. several.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)],
        _ => [],
    };

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } member ? member.GetString() : null;

    private static double? Number(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Number } member && member.TryGetDouble(out var number) ? number : null;

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;
}
