using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Conformance.Mocks.Tests;

/// <summary>Builders for what goes through マイナポータル and the registry of accounts.</summary>
internal static class SomePortal
{
    public static BankAccount Account(string number = "1234567") => new("0001", "123", "1", number, "ｻﾄｳ ｲﾁﾛｳ");

    public static Dictionary<string, string> Applicant(string name = "佐藤　一郎") => new()
    {
        ["kojinbango"] = "123456789018",
        ["shimei"] = name,
        ["shimei_furigana"] = "サトウ　イチロウ",
        ["seinengappi"] = "1990-04-02",
        ["seibetsu"] = "1",
        ["jusho"] = "東京都千代田区霞が関一丁目",
    };

    public static PortalApplication Application(string procedure = "nintei", string name = "佐藤　一郎") => new()
    {
        Procedure = procedure,
        Applicant = Applicant(name),
        Items = new JsonObject { ["jidoninzu"] = "2", ["jido"] = new JsonArray(new JsonObject { ["shimei"] = "佐藤　二郎" }) },
        UseRegisteredAccount = true,
    };

    /// <summary>A municipal system: a token for <paramref name="scope"/> and a session.</summary>
    public static async Task<HttpClient> Municipality(MockHost host)
    {
        var caller = Some.Caller(host, $"{NeighbourScopes.PortalRead} {NeighbourScopes.PortalWrite}");
        var (_, login) = await caller.SendAsync("/pittari/v1/login", new JsonObject());
        caller.DefaultRequestHeaders.Add("X-Session", login.Text("session"));
        return caller;
    }

    public static HttpClient Bare(MockHost host) => new() { BaseAddress = host.BaseAddress };

    public static async Task<(int Status, JsonObject Body)> FetchAsync(this HttpClient caller, string path)
    {
        using var response = await caller.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return await response.ReadAsync();
    }

    public static async Task<(int Status, JsonObject Body)> ReplaceAsync(this HttpClient caller, string path, JsonNode body)
    {
        using var content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json"));
        using var response = await caller.PutAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return await response.ReadAsync();
    }

    public static IReadOnlyList<JsonObject> Objects(this JsonObject body, string member) => [.. body[member]!.AsArray().Select(node => node!.AsObject())];
}
