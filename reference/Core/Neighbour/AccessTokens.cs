using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.Core.Work;

namespace Conformance.Reference.Core.Neighbour;

/// <summary>Access tokens by client credentials grant, one per scope, kept until shortly before they expire.</summary>
internal sealed class AccessTokens(HttpClient http, CoreOptions options)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, (string Value, DateTimeOffset Until)> held = new(StringComparer.Ordinal);

    /// <exception cref="RefusedWorkException">N0003: the authorisation server gives none.</exception>
    public async Task<string> ForAsync(string scope, CancellationToken cancellationToken)
    {
        if (held.TryGetValue(scope, out var token) && token.Until > options.TimeProvider.GetUtcNow())
        {
            return token.Value;
        }

        try
        {
            using var request = Ask(scope);
            using var response = await http.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw Missing($"認可サーバの応答は{(int)response.StatusCode}でした");
            }

            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
            var value = answer?["access_token"]?.GetValue<string>() ?? throw Missing("認可サーバの応答にアクセストークンがありません");
            var lifetime = TimeSpan.FromSeconds(answer["expires_in"]?.GetValue<double>() ?? 60);
            held[scope] = (value, options.TimeProvider.GetUtcNow() + lifetime - Margin);
            return value;
        }
        catch (Exception exception) when (exception is HttpRequestException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Missing("認可サーバに接続できません");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException and not RefusedWorkException
            or FormatException)
        {
            throw Missing("認可サーバの応答を読み取れません");
        }
    }

    /// <summary>Forgets a token that was not taken.</summary>
    public void Forget(string scope) => held.TryRemove(scope, out _);

    private HttpRequestMessage Ask(string scope)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["scope"] = scope };
        var request = new HttpRequestMessage(HttpMethod.Post, options.TokenEndpoint);
        if (options.Shows(CoreVariants.BasicCredential))
        {
            var pair = $"{Uri.EscapeDataString(options.ClientId)}:{Uri.EscapeDataString(options.ClientSecret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }
        else
        {
            form["client_id"] = options.ClientId;
            form["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
            form["client_assertion"] = ClientAssertion.Sign(
                options.ClientId, options.ClientSecret, options.TokenEndpoint, options.TimeProvider.GetUtcNow());
        }

        request.Content = new FormUrlEncodedContent(form);
        return request;
    }

    private static RefusedWorkException Missing(string why) =>
        new([new WorkError("N0003", $"アクセストークンを取得できません。{why}。")], failed: true);
}
