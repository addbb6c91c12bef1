using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.Core.Neighbour;
using Conformance.Reference.Office.Faults;

namespace Conformance.Reference.Office.Neighbours;

/// <summary>Access tokens by client credentials grant, one per scope, kept until shortly before they expire. By the real clock: the test
/// clock is this application's own.</summary>
internal sealed class Tokens(HttpClient http, OfficeSettings settings, Behaviour behaviour, TimeProvider real)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, (string Value, DateTimeOffset Until)> held = new(StringComparer.Ordinal);

    /// <returns>The token, or null where no authorisation server is set.</returns>
    /// <exception cref="NeighbourException">The authorisation server gives none.</exception>
    public async Task<string?> ForAsync(string scope, CancellationToken cancellationToken)
    {
        if (settings.TokenEndpoint is not { } endpoint)
        {
            return null;
        }

        if (held.TryGetValue(scope, out var token) && token.Until > real.GetUtcNow())
        {
            return token.Value;
        }

        using var request = Ask(endpoint, scope);
        using var response = await http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            var value = response.IsSuccessStatusCode ? JsonNode.Parse(text)?["access_token"]?.GetValue<string>() : null;
            if (value is null)
            {
                throw new NeighbourException((int)response.StatusCode, $"アクセストークンを取得できません（{(int)response.StatusCode}）。");
            }

            var lifetime = TimeSpan.FromSeconds(JsonNode.Parse(text)?["expires_in"]?.GetValue<double>() ?? 60);
            held[scope] = (value, real.GetUtcNow() + lifetime - Margin);
            return value;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new NeighbourException((int)response.StatusCode, "認可サーバの応答を読み取れません。");
        }
    }

    /// <summary>Forgets a token that was not taken.</summary>
    public void Forget(string scope) => held.TryRemove(scope, out _);

    private HttpRequestMessage Ask(Uri endpoint, string scope)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["scope"] = scope };
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        if (behaviour.Varies(OfficeVariants.BasicCredential))
        {
            var pair = $"{Uri.EscapeDataString(settings.ClientId)}:{Uri.EscapeDataString(settings.ClientSecret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }
        else
        {
            form["client_id"] = settings.ClientId;
            form["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
            form["client_assertion"] = ClientAssertion.Sign(settings.ClientId, settings.ClientSecret, endpoint, real.GetUtcNow());
        }

        request.Content = new FormUrlEncodedContent(form);
        return request;
    }
}
