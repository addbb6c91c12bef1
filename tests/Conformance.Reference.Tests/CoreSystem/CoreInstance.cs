using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.Core;
using Microsoft.AspNetCore.Builder;

namespace Conformance.Reference.Tests.CoreSystem;

/// <summary>A core system on a port of its own beside a fake neighbour, with a client for its API and one for its screens.</summary>
internal sealed class CoreInstance : IAsyncDisposable
{
    public const string ClientId = "0123456789abcdefghijklmnopqrstuv";
    public const string ClientSecret = "a-secret-of-more-than-thirty-two-characters";

    private readonly WebApplication app;

    private CoreInstance(WebApplication app, FakeNeighbour neighbour)
    {
        this.app = app;
        Neighbour = neighbour;
        var address = LoopbackHost.Address(app);
        Api = new HttpClient { BaseAddress = address };
        Api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", CoreOptions.DefaultApiToken);
        Staff = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
    }

    public FakeNeighbour Neighbour { get; }

    public HttpClient Api { get; }

    public HttpClient Staff { get; }

    public static async Task<CoreInstance> StartAsync(string? fault = null, string? variant = null, TimeSpan? timeout = null)
    {
        var neighbour = await FakeNeighbour.StartAsync();
        var app = CoreApp.Build(new CoreOptions
        {
            Fault = fault,
            Variant = variant,
            Neighbour = neighbour.Address,
            TokenEndpoint = new Uri(neighbour.Address, "token"),
            ClientId = ClientId,
            ClientSecret = ClientSecret,
            NeighbourTimeout = timeout ?? TimeSpan.FromSeconds(30),
        });
        await app.StartAsync();
        return new CoreInstance(app, neighbour);
    }

    /// <summary>Performs an operation of the API.</summary>
    public async Task<(HttpStatusCode Status, JsonObject Body)> PostAsync(string operation, IReadOnlyDictionary<string, string> members)
    {
        using var response = await Api.PostAsJsonAsync(new Uri($"/api/{operation}", UriKind.Relative), members);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }

    /// <summary>Records of 業務DB with that number.</summary>
    public async Task<IReadOnlyList<JsonObject>> LedgerAsync(string number)
    {
        var (_, body) = await PostAsync("daicho", new Dictionary<string, string> { ["atenabango"] = number });
        return [.. body["result"]!.AsArray().Select(record => record!.AsObject())];
    }

    /// <summary>Error codes of an answer.</summary>
    public static IEnumerable<string> Codes(JsonObject body) => body["errors"]!.AsArray().Select(error => error!["code"]!.ToString());

    /// <summary>Logs a member of staff in and returns the page that follows.</summary>
    public Task<string> LogInAsync(string operatorId = "op1", string password = "pass") =>
        SubmitAsync("/login", new() { ["sosashaid"] = operatorId, ["password"] = password });

    /// <summary>Posts a form as a browser would, and returns the page.</summary>
    public async Task<string> SubmitAsync(string path, Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var response = await Staff.PostAsync(new Uri(path, UriKind.Relative), form);
        return await response.Content.ReadAsStringAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        Staff.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await Neighbour.DisposeAsync();
    }
}
