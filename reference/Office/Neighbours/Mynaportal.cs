using System.Text.Json.Nodes;
using Conformance.Reference.Office.Faults;

namespace Conformance.Reference.Office.Neighbours;

/// <summary>ぴったりサービス, as 申請管理 sees it: log in, list, take, fetch, tell the state.</summary>
internal sealed class Mynaportal(NeighbourCalls calls, Uri address, Behaviour behaviour, OfficeClock clock)
{
    private const string Read = "pittari:read";
    private const string Write = "pittari:write";

    private string? session;

    /// <summary>Every application of these procedures: number, procedure, state.</summary>
    /// <exception cref="NeighbourException">It does not answer, or not so that it can be read.</exception>
    public async Task<IReadOnlyList<JsonObject>> ListAsync(CancellationToken cancellationToken)
    {
        var size = behaviour.Varies(OfficeVariants.SmallPages) ? 2 : 100;
        var all = new List<JsonObject>();
        for (var page = 1; ; page++)
        {
            var answer = await AskAsync(HttpMethod.Get, $"/pittari/v1/applications?page={page}&size={size}", Read, null, cancellationToken);
            all.AddRange((answer["applications"] as JsonArray ?? []).OfType<JsonObject>());
            if (Number(answer["pages"]) <= page)
            {
                return all;
            }
        }
    }

    /// <summary>Takes the 受付番号. The same answer however often it is asked.</summary>
    /// <exception cref="NeighbourException">409 withdrawn.</exception>
    public Task<JsonObject> TakeAsync(string number, CancellationToken cancellationToken) =>
        AskAsync(HttpMethod.Post, $"/pittari/v1/applications/{Uri.EscapeDataString(number)}/take", Read, new JsonObject(), cancellationToken);

    public Task<JsonObject> FetchAsync(string number, CancellationToken cancellationToken) =>
        AskAsync(HttpMethod.Get, $"/pittari/v1/applications/{Uri.EscapeDataString(number)}", Read, null, cancellationToken);

    public async Task<byte[]> AttachmentAsync(string number, string id, CancellationToken cancellationToken) => await calls.BytesAsync(
        HttpMethod.Get, address, $"/pittari/v1/applications/{Uri.EscapeDataString(number)}/attachments/{Uri.EscapeDataString(id)}", Read, null,
        await SessionAsync(cancellationToken), cancellationToken);

    /// <summary>Tells the applicant how far it is.</summary>
    /// <param name="state">uketsuke, shinsachu, kanryo, kyakka or torisage.</param>
    public async Task TellAsync(string number, string state, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["jotai"] = state, ["nichiji"] = clock.Stamp };
        if (behaviour.Varies(OfficeVariants.StatusWithRemark))
        {
            body["bikou"] = "自治体の窓口で処理しています。";
        }

        await AskAsync(HttpMethod.Put, $"/pittari/v1/applications/{Uri.EscapeDataString(number)}/status", Write, body, cancellationToken);
    }

    private async Task<JsonObject> AskAsync(HttpMethod method, string path, string scope, JsonNode? body, CancellationToken cancellationToken)
    {
        try
        {
            return await calls.JsonAsync(method, address, path, scope, body, await SessionAsync(cancellationToken), cancellationToken);
        }
        catch (NeighbourException refused) when (refused.Status == 401)
        {
            // The session has run out: once more with a new one.
            session = null;
            return await calls.JsonAsync(method, address, path, scope, body?.DeepClone(), await SessionAsync(cancellationToken), cancellationToken);
        }
    }

    private async Task<string> SessionAsync(CancellationToken cancellationToken) => session ??=
        (await calls.JsonAsync(HttpMethod.Post, address, "/pittari/v1/login", Read, new JsonObject(), null, cancellationToken))["session"]?.ToString()
            ?? throw new NeighbourException(200, "ログインの応答にsessionがありません。");

    private static int Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : 1;
}
