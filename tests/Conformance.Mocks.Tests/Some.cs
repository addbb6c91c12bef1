using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Conformance.Mocks.Tests;

/// <summary>Builders with every parameter defaulted.</summary>
internal static class Some
{
    public const string NumberScope = "031:app_submit/v10/jutogaishaatenabangofuban:Create";
    public const string InquiryScope = "031:app_submit/v10/jutogaishaatenakihonjohosyokai:Read";
    public const string NumberPath = "/app_submit/v10/jutogaishaatenabangofuban";
    public const string InquiryPath = "/app_submit/v10/jutogaishaatenakihonjohosyokai";
    public const string ReceptionPath = "/illustrative/jutogaishaatenakihonjohojushin";
    public const string InheritancePath = "/illustrative/jutogaishaatenakihonjohohikitsugi";

    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    public static RegisteredClient Client { get; } = new(
        "CoreSystem0123456789abcdefABCDEF", "a secret of more than 32 characters: +&=%/", "001", [NumberScope, InquiryScope]);

    public static Task<MockHost> Host(MockHostOptions? options = null) => MockHost.StartAsync(
        (options ?? new MockHostOptions()) with { OAuth = (options?.OAuth ?? new OAuthOptions()) with { Clients = [Client] } },
        TestContext.Current.CancellationToken);

    /// <summary>A client of the host with a valid token.</summary>
    public static HttpClient Caller(MockHost host, string scope = NumberScope + " " + InquiryScope)
    {
        var caller = new HttpClient { BaseAddress = host.BaseAddress };
        caller.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", host.Authorisation.Issue(Client.ClientId, scope, TimeSpan.FromMinutes(5)).Value);
        return caller;
    }

    /// <summary>A 付番依頼 that nothing is wrong with.</summary>
    public static JsonObject Registration(string name = "佐藤　一郎") => new()
    {
        ["shorikubun"] = "0",
        ["shikuchosonkodo"] = "131016",
        ["shimei"] = name,
        ["shimei_furigana"] = "サトウ　イチロウ",
        ["seibetsu"] = "1",
        ["seinengappi"] = "1964-07-01",
        ["jusho_todofuken"] = "東京都",
        ["gyomuid"] = "001",
        ["nayosemotofuragu"] = "0",
        ["tagyomusanshofukafuragu"] = "0",
        ["sosashaid"] = "123456",
        ["sosanengappi"] = "2026-11-01",
        ["sosajikoku"] = "09:00:00",
    };

    public static JsonObject With(this JsonObject body, string member, JsonNode? value)
    {
        body[member] = value;
        return body;
    }

    public static JsonObject Without(this JsonObject body, string member)
    {
        body.Remove(member);
        return body;
    }

    public static JsonObject Reception(string kind, string number, string operatorId = "123456") => new()
    {
        ["shorikubun"] = kind,
        ["shikuchosonkodo"] = "131016",
        ["atenabango"] = number,
        ["gyomuid"] = "001",
        ["sosashaid"] = operatorId,
        ["sosanengappi"] = "2026-11-02",
        ["sosajikoku"] = "10:00",
    };

    public static JsonObject Inquiry(string item, string value, bool partial = false, string business = "001") => new()
    {
        ["gyomuid"] = business,
        ["joken"] = new JsonArray(new JsonObject { ["komoku"] = item, ["chi"] = value, ["itchi"] = partial ? "bubun" : "kanzen" }),
    };

    public static Dictionary<string, string> Person(string name = "佐藤　一郎") => new()
    {
        ["氏名"] = name,
        ["生年月日"] = "1964-07-01",
        ["性別"] = "1",
        ["業務ID"] = "001",
    };

    public static Dictionary<string, string> Named(string name) => new() { ["氏名"] = name };

    public static async Task<(int Status, JsonObject Body)> SendAsync(this HttpClient caller, string path, JsonNode body)
    {
        using var response = await caller.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        return await response.ReadAsync();
    }

    public static async Task<(int Status, JsonObject Body)> ReadAsync(this HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, (JsonObject)JsonNode.Parse(text)!);
    }

    public static IReadOnlyList<JsonObject> Result(this JsonObject body) => [.. body["result"]!.AsArray().Select(node => node!.AsObject())];

    public static string Text(this JsonObject body, string member) => body[member]!.GetValue<string>();

    public static IReadOnlyList<(string Code, string Message)> Errors(this JsonObject body) =>
        [.. body["errors"]!.AsArray().Select(error => (error!["code"]!.GetValue<string>(), error["message"]!.GetValue<string>()))];

    /// <summary>A client assertion (client_secret_jwt); every claim can be bent.</summary>
    public static string Assertion(
        MockHost host, string id, string? audience = null, string? issuer = null, string? secret = null, string algorithm = "HS256",
        DateTimeOffset? expires = null, Action<JsonObject>? bend = null)
    {
        var payload = new JsonObject
        {
            ["iss"] = issuer ?? Client.ClientId,
            ["sub"] = Client.ClientId,
            ["aud"] = audience ?? host.Authorisation.TokenEndpoint.AbsoluteUri,
            ["exp"] = (expires ?? TimeProvider.System.GetUtcNow().AddMinutes(1)).ToUnixTimeSeconds(),
            ["jti"] = id,
        };
        bend?.Invoke(payload);
        var header = new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT" };
        var signed = $"{Encode(header)}.{Encode(payload)}";
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret ?? Client.Secret), Encoding.ASCII.GetBytes(signed));
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
