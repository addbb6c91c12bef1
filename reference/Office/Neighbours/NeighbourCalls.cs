using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.Core;

namespace Conformance.Reference.Office.Neighbours;

/// <summary>Calls to neighbours with a token of the right scope.</summary>
internal sealed class NeighbourCalls(HttpClient http, Tokens tokens)
{
    /// <summary>A call that is answered with a JSON object.</summary>
    /// <exception cref="NeighbourException">No answer, another status than a 2xx, or no JSON object.</exception>
    public async Task<JsonObject> JsonAsync(
        HttpMethod method, Uri neighbour, string path, string scope, JsonNode? body, string? session, CancellationToken cancellationToken)
    {
        var bytes = await BytesAsync(method, neighbour, path, scope, body, session, cancellationToken);
        try
        {
            return JsonNode.Parse(bytes) as JsonObject ?? throw new NeighbourException(200, $"{path}の応答を読み取れません。");
        }
        catch (JsonException)
        {
            throw new NeighbourException(200, $"{path}の応答を読み取れません。");
        }
    }

    /// <summary>A call that is answered with bytes. A token that is not taken is renewed once.</summary>
    /// <exception cref="NeighbourException">No answer, or another status than a 2xx.</exception>
    public async Task<byte[]> BytesAsync(
        HttpMethod method, Uri neighbour, string path, string scope, JsonNode? body, string? session, CancellationToken cancellationToken)
    {
        try
        {
            for (var again = false; ; again = true)
            {
                using var request = new HttpRequestMessage(method, new Uri(neighbour.AbsoluteUri.TrimEnd('/') + path));
                if (await tokens.ForAsync(scope, cancellationToken) is { } token)
                {
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                }

                if (session is not null)
                {
                    request.Headers.Add("X-Session", session);
                }

                request.Content = body is null ? null : new StringContent(body.ToJsonString(JsonText.Plain), Encoding.UTF8, "application/json");
                using var response = await http.SendAsync(request, cancellationToken);
                if (response.StatusCode == HttpStatusCode.Unauthorized && session is null && !again)
                {
                    tokens.Forget(scope);
                    continue;
                }

                return response.IsSuccessStatusCode
                    ? await response.Content.ReadAsByteArrayAsync(cancellationToken)
                    : throw new NeighbourException((int)response.StatusCode, $"{method} {path}の応答は{(int)response.StatusCode}でした。");
            }
        }
        catch (HttpRequestException failure)
        {
            throw new NeighbourException(0, $"{path}に接続できません。{failure.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new NeighbourException(0, $"{path}の応答が時間内にありません。");
        }
    }
}
