using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Reference.Tests.Atena;
using Microsoft.AspNetCore.Builder;

namespace Conformance.Reference.Tests.Office;

/// <summary>An application of the office suite on a port of its own, with miniatures around it, a client for the API and one for screens.
/// Rounds to the neighbours are made by <see cref="RoundAsync"/> only.</summary>
internal sealed class OfficeInstance : IAsyncDisposable
{
    private readonly WebApplication app;

    private OfficeInstance(WebApplication app, FakeSurroundings around, StillClock clock)
    {
        this.app = app;
        Around = around;
        Clock = clock;
        var address = LoopbackHost.Address(app);
        Api = new HttpClient { BaseAddress = address };
        Api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "T");
        Staff = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
    }

    public FakeSurroundings Around { get; }

    public StillClock Clock { get; }

    public HttpClient Api { get; }

    public HttpClient Staff { get; }

    public static async Task<OfficeInstance> StartAsync(ReferenceProduct product, string? fault = null, string? variant = null, params (string Name, string Value)[] settings)
    {
        var around = await FakeSurroundings.StartAsync();
        var clock = new StillClock();
        var all = new Dictionary<string, string>
        {
            ["mynaportal"] = around.Address.AbsoluteUri,
            ["koza"] = around.Address.AbsoluteUri,
            ["jumin"] = around.Address.AbsoluteUri,
            ["object-store"] = around.Address.AbsoluteUri,
            ["token-endpoint"] = new Uri(around.Address, "oauth/token").AbsoluteUri,
            ["interval"] = "3600s",
            ["lift"] = "60s",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        var app = product.Build(new LaunchOptions
        {
            Faults = fault is null ? [] : new HashSet<string> { fault },
            Variants = variant is null ? [] : new HashSet<string> { variant },
            Tokens = ["T"],
            Settings = all,
            Clock = clock,
        });
        await app.StartAsync();
        return new OfficeInstance(app, around, clock);
    }

    /// <summary>Performs an operation of the API.</summary>
    public async Task<(HttpStatusCode Status, JsonObject Body)> PostAsync(string operation, params (string Name, string Value)[] members)
    {
        using var response = await Api.PostAsJsonAsync(new Uri($"/api/{operation}", UriKind.Relative), members.ToDictionary(member => member.Name, member => member.Value));
        return (response.StatusCode, await response.Content.ReadAsStringAsync() is { Length: > 0 } text ? JsonNode.Parse(text)!.AsObject() : []);
    }

    /// <summary>Records of an operation that must be accepted.</summary>
    public async Task<IReadOnlyList<JsonObject>> RowsAsync(string operation, params (string Name, string Value)[] members)
    {
        var (status, body) = await PostAsync(operation, members);
        status.Should().Be(HttpStatusCode.OK, "{0} {1}", operation, body.ToJsonString());
        return [.. body["result"]!.AsArray().Select(row => row!.AsObject())];
    }

    /// <summary>The only record of an operation that must be accepted.</summary>
    public async Task<JsonObject> RowAsync(string operation, params (string Name, string Value)[] members) =>
        (await RowsAsync(operation, members)).Should().ContainSingle().Subject;

    /// <summary>Codes with which an operation is refused.</summary>
    public async Task<IReadOnlyList<string>> RefusalAsync(string operation, params (string Name, string Value)[] members)
    {
        var (status, body) = await PostAsync(operation, members);
        status.Should().NotBe(HttpStatusCode.OK);
        return [.. body["errors"]!.AsArray().Select(error => error!["code"]!.ToString())];
    }

    /// <summary>A whole round to all neighbours, twice, so that what the first one sets off is done too.</summary>
    public async Task RoundAsync()
    {
        await RowsAsync("torikomi");
        await RowsAsync("torikomi");
    }

    /// <summary>What a document says, as its PDF carries it.</summary>
    public async Task<string> PrintedAsync(string number)
    {
        var pdf = Encoding.ASCII.GetString(await PdfAsync(number));
        return string.Join('\n', Regex.Matches(pdf, "ActualText<FEFF([0-9A-F]*)>").Select(match => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match.Groups[1].Value))));
    }

    public Task<byte[]> PdfAsync(string number) => Api.GetByteArrayAsync(new Uri($"/api/chohyo/{number}", UriKind.Relative));

    public Task<string> LogInAsync(string operatorId = "op1") => SubmitAsync("/login", ("sosashaid", operatorId), ("password", "pass"));

    /// <summary>Posts a form as a browser would, and returns the page.</summary>
    public async Task<string> SubmitAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.ToDictionary(field => field.Name, field => field.Value));
        using var response = await Staff.PostAsync(new Uri(path, UriKind.Relative), form);
        return await response.Content.ReadAsStringAsync();
    }

    public async Task<string> PageAsync(string path)
    {
        using var response = await Staff.GetAsync(new Uri(path, UriKind.Relative));
        return await response.Content.ReadAsStringAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        Staff.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await Around.DisposeAsync();
    }
}
