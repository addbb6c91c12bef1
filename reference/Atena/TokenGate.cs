using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Conformance.Reference.Atena;

/// <summary>Decides whether a request may come in: asks the authorisation server (RFC 7662) every time, and remembers nothing.</summary>
internal sealed class TokenGate(LaunchOptions options, Behaviour behaviour, HttpClient client)
{
    /// <summary>Whether the request bears a valid access token.</summary>
    /// <exception cref="HttpRequestException">The authorisation server does not answer as it should.</exception>
    public async Task<bool> AdmitsAsync(HttpRequest request, CancellationToken cancellation)
    {
        var header = request.Headers.Authorization.ToString();
        var token = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : "";
        if (token.Length == 0)
        {
            return behaviour.Shows(AtenaFaults.NoTokenAccepted);
        }

        return options.Tokens.Contains(token)
            || behaviour.Shows(AtenaFaults.ExpiredTokenAccepted)
            || (options.Setting("introspection") is { } address && await IsActiveAsync(new Uri(address), token, cancellation));
    }

    private async Task<bool> IsActiveAsync(Uri address, string token, CancellationToken cancellation)
    {
        using var form = new FormUrlEncodedContent([new("token", token), new("token_type_hint", "access_token")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (options.Setting("introspection-client") is { } id)
        {
            // RFC 6749, 2.3.1: both parts are form-encoded before they are joined.
            var pair = $"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(options.Setting("introspection-secret") ?? "")}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }

        using var response = await client.SendAsync(request, cancellation);
        response.EnsureSuccessStatusCode();
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellation));
        return answer.RootElement.ValueKind == JsonValueKind.Object
            && answer.RootElement.TryGetProperty("active", out var active) && active.ValueKind == JsonValueKind.True;
    }
}
