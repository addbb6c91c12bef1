using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Tls;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Conformance.Drivers.Api;

/// <summary>
/// Tokens by OAuth 2.0 client credentials (RFC 6749, 4.4), the client authenticated by <c>client_secret_jwt</c> with HS256 (RFC 7523;
/// OpenID Connect Core 1.0, 9) or <c>client_secret_basic</c>. One token per scope is kept until shortly before it expires. Thread-safe.
/// </summary>
public sealed class OAuthTokenSource : ITokenSource, IDisposable
{
    private static readonly TimeSpan LongestWaitForExpiry = TimeSpan.FromMinutes(2);

    private readonly HttpClient _client;
    private readonly Uri _endpoint;
    private readonly string _clientId;
    private readonly string _secret;
    private readonly AuthMethod _method;
    private readonly Secrets _secrets;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, Issued> _valid = new();
    private readonly ConcurrentDictionary<string, Issued> _kept = new();
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <param name="client">Not disposed here.</param>
    /// <param name="endpoint">The token endpoint, which is also the audience of the assertion.</param>
    public OAuthTokenSource(HttpClient client, Uri endpoint, string clientId, string secret, AuthMethod method, Secrets secrets, TimeProvider time)
    {
        _client = client;
        _endpoint = endpoint;
        _clientId = clientId;
        _secret = secret;
        _method = method;
        _secrets = secrets;
        _time = time;
    }

    public async Task<string?> TokenAsync(Credential credential, string scope, CancellationToken cancellationToken)
    {
        switch (credential)
        {
            case Credential.None:
                return null;
            case Credential.Unknown:
                return FixedTokenSource.NeverIssued;
            case Credential.Expired:
                return await ExpiredAsync(scope, cancellationToken).ConfigureAwait(false);
            default:
                return await ValidAsync(scope, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<string> ValidAsync(string scope, CancellationToken cancellationToken)
    {
        if (_valid.TryGetValue(scope, out var cached) && _time.GetUtcNow() < cached.RenewAt)
        {
            return cached.Token;
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_valid.TryGetValue(scope, out cached) && _time.GetUtcNow() < cached.RenewAt)
            {
                return cached.Token;
            }

            var issued = await AskAsync(scope, cancellationToken).ConfigureAwait(false);
            _valid[scope] = issued;
            return issued.Token;
        }
        finally
        {
            _gate.Release();
        }
    }

    // A server cannot be asked for an expired token: one is fetched, kept, and waited for.
    private async Task<string> ExpiredAsync(string scope, CancellationToken cancellationToken)
    {
        if (!_kept.TryGetValue(scope, out var kept))
        {
            kept = await AskAsync(scope, cancellationToken).ConfigureAwait(false);
            _kept[scope] = kept;
        }

        var left = kept.ExpiresAt - _time.GetUtcNow() + TimeSpan.FromSeconds(1);
        if (left > LongestWaitForExpiry)
        {
            throw new ProfileMismatchException(
                $"An expired token cannot be had: {_endpoint} issues tokens that live on for {left.TotalSeconds:0} s. Let the harness be the authorisation server (api.auth.server: harness).");
        }

        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, _time, cancellationToken).ConfigureAwait(false);
        }

        return kept.Token;
    }

    private async Task<Issued> AskAsync(string scope, CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials" };
        if (scope.Length > 0)
        {
            form["scope"] = scope;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, _endpoint);
        var now = _time.GetUtcNow();
        if (_method == AuthMethod.ClientSecretBasic)
        {
            // RFC 6749, 2.3.1: both parts are form-encoded before they are joined.
            var pair = Uri.EscapeDataString(_clientId) + ":" + Uri.EscapeDataString(_secret);
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }
        else
        {
            form["client_id"] = _clientId;
            form["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
            form["client_assertion"] = Assertion(now);
        }

        request.Content = new FormUrlEncodedContent(form);
        string text;
        HttpResponseMessage response;
        try
        {
            response = await _client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TargetUnreachableException($"The authorisation server {_endpoint} does not answer.", e);
        }
        catch (HttpRequestException e)
        {
            var (told, untrusted) = ServerTrust.Explain(e);
            throw new TargetUnreachableException($"The authorisation server {_endpoint} cannot be reached: {told}", e) { Untrusted = untrusted };
        }

        using (response)
        {
            if (!response.IsSuccessStatusCode)
            {
                throw new TargetUnreachableException(
                    $"The authorisation server {_endpoint} gives no token for scope \"{scope}\": {(int)response.StatusCode} {_secrets.Redact(Short(text))}")
                {
                    TokenRefusal = (int)response.StatusCode is >= 400 and < 500 ? Refusal(text) : null,
                };
            }
        }

        try
        {
            var answer = JObject.Parse(text);
            if (answer.Value<string>("access_token") is { Length: > 0 } token)
            {
                _secrets.Register(token);
                var life = TimeSpan.FromSeconds(answer.Value<double?>("expires_in") ?? 300);
                var margin = life < TimeSpan.FromMinutes(5) ? life / 10 : TimeSpan.FromSeconds(30);
                return new Issued(token, now + life - margin, now + life);
            }
        }
        catch (JsonException) { }

        throw new TargetUnreachableException($"The authorisation server {_endpoint} answers without an access_token: {_secrets.Redact(Short(text))}");
    }

    // RFC 6749, 5.2: a JSON object with the member error.
    private static string Refusal(string text)
    {
        try
        {
            return JToken.Parse(text) is JObject answer && answer["error"] is JValue { Value: string error } ? error : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private string Assertion(DateTimeOffset now)
    {
        var header = Encode(Encoding.UTF8.GetBytes("""{"alg":"HS256","typ":"JWT"}"""));
        var claims = Encode(Encoding.UTF8.GetBytes(new JObject
        {
            ["iss"] = _clientId,
            ["sub"] = _clientId,
            ["aud"] = _endpoint.ToString(),
            ["jti"] = RandomNumberGenerator.GetHexString(32, lowercase: true),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(1).ToUnixTimeSeconds(),
        }.ToString(Formatting.None)));
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(_secret), Encoding.ASCII.GetBytes($"{header}.{claims}"));
        return $"{header}.{claims}.{Encode(signature)}";
    }

    private static string Encode(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private static string Short(string text) => text.Length <= 300 ? text : text[..300] + "…";

    private sealed record Issued(string Token, DateTimeOffset RenewAt, DateTimeOffset ExpiresAt);
}
