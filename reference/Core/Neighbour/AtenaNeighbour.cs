using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.Core.Faults;
using Conformance.Reference.Core.Work;

namespace Conformance.Reference.Core.Neighbour;

/// <summary>住登外者宛名番号管理機能, as this system sees it from outside.</summary>
internal sealed class AtenaNeighbour(HttpClient http, AccessTokens tokens, Disturbance disturbance, CoreOptions options)
{
    /// <summary>Sends the message of a step.</summary>
    /// <returns>The records of the answer; null where a seeded fault kept the message back.</returns>
    /// <exception cref="RefusedWorkException">The neighbour refused (its own errors), is down, or is not understood.</exception>
    public async Task<IReadOnlyList<JsonObject>?> SendAsync(
        NeighbourCall call, string step, JsonObject message, CancellationToken cancellationToken)
    {
        if (!disturbance.Sends(step, message))
        {
            return null;
        }

        try
        {
            using var response = await PostAsync(call, message, cancellationToken);
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => Records(call, body),
                HttpStatusCode.BadRequest => throw Refusal(call, body),
                HttpStatusCode.Unauthorized => throw Failure("N0003", call, "アクセストークンが受け付けられませんでした"),
                _ => throw Failure("N0001", call, $"応答は{(int)response.StatusCode}でした"),
            };
        }
        catch (HttpRequestException)
        {
            throw Failure("N0001", call, "接続できません");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failure("N0001", call, "時間内に応答がありません。処理されたかどうかは最新情報で確認してください");
        }
    }

    /// <summary>Posts; a token that is not taken is renewed once, since a call answered with 401 did nothing.</summary>
    private async Task<HttpResponseMessage> PostAsync(NeighbourCall call, JsonObject message, CancellationToken cancellationToken)
    {
        var first = await PostOnceAsync(call, message, cancellationToken);
        if (first.StatusCode != HttpStatusCode.Unauthorized)
        {
            return first;
        }

        first.Dispose();
        tokens.Forget(call.Scope);
        return await PostOnceAsync(call, message, cancellationToken);
    }

    private async Task<HttpResponseMessage> PostOnceAsync(NeighbourCall call, JsonObject message, CancellationToken cancellationToken)
    {
        var address = new Uri($"{options.Neighbour.AbsoluteUri.TrimEnd('/')}/{call.Name}");
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.ForAsync(call.Scope, cancellationToken));
        request.Content = new StringContent(message.ToJsonString(JsonText.Plain), Encoding.UTF8, "application/json");
        return await http.SendAsync(request, cancellationToken);
    }

    private static List<JsonObject> Records(NeighbourCall call, string body)
    {
        try
        {
            if (JsonNode.Parse(body) is JsonObject answer && answer["result"] is JsonArray result)
            {
                return [.. result.OfType<JsonObject>()];
            }
        }
        catch (JsonException)
        {
            // Not JSON: told below, like JSON of another shape.
        }

        throw Failure("N0002", call, "応答を読み取れません");
    }

    private static RefusedWorkException Refusal(NeighbourCall call, string body)
    {
        try
        {
            var errors = (JsonNode.Parse(body)?["errors"] as JsonArray ?? [])
                .Select(error => new WorkError(
                    error?["code"]?.GetValue<string>() ?? "",
                    $"{call.Words}は拒否されました。{error?["message"]?.GetValue<string>()}"))
                .ToList();
            return errors.Count > 0 ? new RefusedWorkException(errors) : new RefusedWorkException("N0002", $"{call.Words}は拒否されました。");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return Failure("N0002", call, "応答を読み取れません");
        }
    }

    private static RefusedWorkException Failure(string code, NeighbourCall call, string why) =>
        new([new WorkError(code, $"住登外者宛名番号管理機能への{call.Words}に失敗しました。{why}。")], failed: true);
}
