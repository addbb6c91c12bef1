using System.Security.Cryptography;
using System.Text;
using Conformance.Drivers.Api;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Tests.Miniatures;
using Newtonsoft.Json.Linq;

namespace Conformance.Drivers.Tests;

public sealed class OAuthTokenSourceTests
{
    private const string Client = "0123456789ABCDEF0123456789abcdef";
    private const string Secret = "a-client-secret-of-32-characters!";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Client_secret_jwt_signs_an_assertion_for_the_token_endpoint()
    {
        await using var server = await MiniatureApi.AnsweringAsync(200, """{"access_token":"tok-12345","token_type":"Bearer","expires_in":300}""");
        using var client = new HttpClient();
        using var source = Source(client, server, AuthMethod.ClientSecretJwt);

        (await source.TokenAsync(Credential.Valid, "031:x:Create", Stop)).Should().Be("tok-12345");

        var form = Form(server.Journal.Single().Body);
        form["grant_type"].Should().Be("client_credentials");
        form["scope"].Should().Be("031:x:Create");
        form["client_assertion_type"].Should().Be("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        var parts = form["client_assertion"].Split('.');
        var signed = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]));
        System.Buffers.Text.Base64Url.DecodeFromChars(parts[2]).Should().Equal(signed);
        var claims = JObject.Parse(Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1])));
        claims.Value<string>("iss").Should().Be(Client);
        claims.Value<string>("sub").Should().Be(Client);
        claims.Value<string>("aud").Should().Be(server.Address.ToString());
        claims.Value<long>("exp").Should().Be(claims.Value<long>("iat") + 60);
    }

    [Fact]
    public async Task Client_secret_basic_goes_in_the_header()
    {
        await using var server = await MiniatureApi.AnsweringAsync(200, """{"access_token":"tok-12345"}""");
        using var client = new HttpClient();
        using var source = Source(client, server, AuthMethod.ClientSecretBasic);

        await source.TokenAsync(Credential.Valid, "s", Stop);

        var header = server.Journal.Single().Headers["Authorization"];
        Encoding.UTF8.GetString(Convert.FromBase64String(header["Basic ".Length..])).Should().Be(Client + ":" + Uri.EscapeDataString(Secret));
    }

    [Fact]
    public async Task One_token_per_scope_is_kept_until_shortly_before_it_expires()
    {
        var time = new SetTime();
        await using var server = await MiniatureApi.AnsweringAsync(200, """{"access_token":"tok-12345","expires_in":600}""");
        using var client = new HttpClient();
        using var source = Source(client, server, AuthMethod.ClientSecretJwt, time);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => source.TokenAsync(Credential.Valid, "a", Stop)));
        await source.TokenAsync(Credential.Valid, "b", Stop);
        server.Journal.Should().HaveCount(2);

        time.Now += TimeSpan.FromSeconds(571);
        await source.TokenAsync(Credential.Valid, "a", Stop);
        server.Journal.Should().HaveCount(3);
    }

    [Fact]
    public async Task No_token_an_unknown_one_and_an_expired_one_can_be_had()
    {
        var time = new SetTime();
        await using var server = await MiniatureApi.AnsweringAsync(200, """{"access_token":"tok-12345","expires_in":3600}""");
        using var client = new HttpClient();
        using var source = Source(client, server, AuthMethod.ClientSecretJwt, time);

        (await source.TokenAsync(Credential.None, "a", Stop)).Should().BeNull();
        (await source.TokenAsync(Credential.Unknown, "a", Stop)).Should().NotBeNullOrEmpty();
        server.Journal.Should().BeEmpty();
        await source.Awaiting(s => s.TokenAsync(Credential.Expired, "a", Stop)).Should().ThrowAsync<ProfileMismatchException>("an hour is too long to wait");
        time.Now += TimeSpan.FromHours(2);
        (await source.TokenAsync(Credential.Expired, "a", Stop)).Should().Be("tok-12345");
    }

    [Theory]
    [InlineData(401, """{"error":"invalid_client","client_secret":"a-client-secret-of-32-characters!"}""")]
    [InlineData(200, """{"token":"x"}""")]
    [InlineData(200, "<html/>")]
    public async Task A_server_that_gives_no_token_says_nothing_about_the_product(int status, string body)
    {
        await using var server = await MiniatureApi.AnsweringAsync(status, body);
        using var client = new HttpClient();
        using var source = Source(client, server, AuthMethod.ClientSecretJwt);

        var thrown = await source.Awaiting(s => s.TokenAsync(Credential.Valid, "a", Stop)).Should().ThrowAsync<TargetUnreachableException>();

        thrown.Which.Message.Should().NotContain(Secret);
    }

    private static OAuthTokenSource Source(HttpClient client, MiniatureApi server, AuthMethod method, TimeProvider? time = null) =>
        new(client, server.Address, Client, Secret, method, new Secrets(), time ?? TimeProvider.System);

    private static Dictionary<string, string> Form(string body) => body.Split('&').Select(p => p.Split('='))
        .ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1].Replace('+', ' ')));

    private sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
