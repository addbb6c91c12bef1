using System.Security.Cryptography;
using System.Text;

namespace Conformance.Mocks;

/// <summary>Tells which client is calling, by client_secret_jwt or client_secret_basic. Thread-safe.</summary>
internal sealed class ClientAuthentication(IReadOnlyList<RegisteredClient> clients, TimeProvider time)
{
    /// <summary>Tolerated difference between the clocks of client and server.</summary>
    public static readonly TimeSpan Leeway = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();

    /// <summary>(client, jti) to the moment from which the assertion is expired anyway.</summary>
    private readonly Dictionary<(string Client, string Id), double> used = [];

    public RegisteredClient? Find(string? clientId) => clients.FirstOrDefault(client => client.ClientId == clientId);

    /// <param name="audiences">What the assertion's <c>aud</c> may be.</param>
    public Result Authenticate(MockRequest request, IReadOnlyDictionary<string, string> form, IReadOnlySet<string> audiences)
    {
        var basic = request.Header("Authorization") is { } header && header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)
            ? header["Basic ".Length..].Trim()
            : null;
        var assertion = form.GetValueOrDefault("client_assertion");
        return (basic, assertion) switch
        {
            (not null, not null) => new Result.Refused("invalid_request", "Two client authentications in one request (RFC 6749 section 2.3)."),
            (not null, null) => Basic(basic),
            (null, not null) => Jwt(assertion, form, audiences),
            _ when form.ContainsKey("client_secret") => new Result.Refused("invalid_client",
                "client_secret_post is not among the methods of the standard: client_secret_jwt, provisionally client_secret_basic."),
            _ => new Result.Absent(),
        };
    }

    private Result Basic(string credentials)
    {
        string[] parts;
        try
        {
            parts = Encoding.UTF8.GetString(Convert.FromBase64String(credentials)).Split(':', 2);
        }
        catch (FormatException)
        {
            return new Result.Refused("invalid_client", "The Basic credentials are not Base64.");
        }

        // RFC 6749 section 2.3.1 form-encodes both parts before; many clients do not. Either is taken.
        return parts.Length == 2
            && Find(parts[0]) is { } client
            && (Same(client.Secret, parts[1]) || Same(client.Secret, Uri.UnescapeDataString(parts[1].Replace('+', ' '))))
                ? new Result.Known(client)
                : new Result.Refused("invalid_client", "Unknown client or wrong secret.");
    }

    private Result Jwt(string jwt, IReadOnlyDictionary<string, string> form, IReadOnlySet<string> audiences)
    {
        if (form.GetValueOrDefault("client_assertion_type") != ClientAssertion.Type)
        {
            return new Result.Refused("invalid_request", $"client_assertion_type is not {ClientAssertion.Type}.");
        }

        if (ClientAssertion.Parse(jwt) is not { } assertion)
        {
            return new Result.Refused("invalid_client", "client_assertion is not a JWT.");
        }

        if (assertion.Algorithm != "HS256")
        {
            return new Result.Refused("invalid_client", $"alg is '{assertion.Algorithm}', not HS256.");
        }

        if (Find(assertion.Subject) is not { } client)
        {
            return new Result.Refused("invalid_client", "sub is no registered client.");
        }

        if (!assertion.IsSignedBy(client.Secret))
        {
            return new Result.Refused("invalid_client", "The signature does not verify with the client's secret.");
        }

        return Claims(assertion, client, form, audiences) is { } reason
            ? new Result.Refused("invalid_client", reason)
            : new Result.Known(client);
    }

    /// <returns>What is wrong with the claims; null where nothing is, and then the jti is used up.</returns>
    private string? Claims(ClientAssertion assertion, RegisteredClient client, IReadOnlyDictionary<string, string> form, IReadOnlySet<string> audiences)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
        return assertion switch
        {
            _ when assertion.Issuer != client.ClientId => "iss is not the client ID.",
            _ when form.TryGetValue("client_id", out var named) && named != client.ClientId => "client_id is not the subject of the assertion.",
            _ when !assertion.Audiences.Any(audiences.Contains) =>
                $"aud is '{string.Join(' ', assertion.Audiences)}', not one of: {string.Join(' ', audiences)}.",
            { Expires: null } => "exp is missing.",
            { Expires: { } expires } when expires + Leeway.TotalSeconds <= now => "The assertion has expired.",
            { NotBefore: { } start } when start - Leeway.TotalSeconds > now => "nbf is in the future.",
            { Id: null or "" } => "jti is missing.",
            { Id: { } id, Expires: { } expires } when !TryUse(client.ClientId, id, expires + Leeway.TotalSeconds, now) =>
                "jti was used before (replay).",
            _ => null,
        };
    }

    private bool TryUse(string client, string id, double until, double now)
    {
        lock (gate)
        {
            if (used.Count >= 1024)
            {
                foreach (var old in used.Where(entry => entry.Value <= now).Select(entry => entry.Key).ToList())
                {
                    used.Remove(old);
                }
            }

            return used.TryAdd((client, id), until);
        }
    }

    private static bool Same(string left, string right) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(left)), SHA256.HashData(Encoding.UTF8.GetBytes(right)));

    public abstract record Result
    {
        private Result() { }

        public sealed record Known(RegisteredClient Client) : Result;

        /// <summary>No credentials at all.</summary>
        public sealed record Absent : Result;

        /// <param name="Error">Error code of RFC 6749 section 5.2.</param>
        public sealed record Refused(string Error, string Reason) : Result;
    }
}
