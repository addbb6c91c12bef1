using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Conformance.Reference.Tests.CoreSystem;

public sealed class CoreNeighbourTests
{
    private const string Refusal = """{"title":"t","detail":"d","_links":{},"errors":[{"code":"E0004","message":"相関が違います。"}]}""";

    [Fact]
    public async Task It_authenticates_with_an_assertion_signed_by_its_secret()
    {
        await using var core = await CoreInstance.StartAsync();
        await core.PostAsync("toroku-fuban", Some.Entry());

        var form = core.Neighbour.TokenRequests.Single();
        form["grant_type"].Should().Be("client_credentials");
        form["scope"].Should().Be("031:app_submit/v10/jutogaishaatenabangofuban:Create");
        form["client_assertion_type"].Should().Be("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.Should().NotContainKey("client_secret");

        var parts = form["client_assertion"].Split('.');
        var signature = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(CoreInstance.ClientSecret), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"));
        Base64Url.DecodeFromChars(parts[2]).Should().Equal(signature);
        JsonNode.Parse(Base64Url.DecodeFromChars(parts[0]))!["alg"]!.ToString().Should().Be("HS256");
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!;
        claims["iss"]!.ToString().Should().Be(CoreInstance.ClientId);
        claims["sub"]!.ToString().Should().Be(CoreInstance.ClientId);
        claims["aud"]!.ToString().Should().Be(new Uri(core.Neighbour.Address, "token").AbsoluteUri);
        claims["jti"]!.ToString().Should().HaveLength(32);
        (claims["exp"]!.GetValue<long>() - claims["iat"]!.GetValue<long>()).Should().Be(60);
    }

    [Fact]
    public async Task Each_call_bears_a_token_of_its_own_scope_asked_for_once()
    {
        await using var core = await CoreInstance.StartAsync();
        await core.PostAsync("shokai", Some.Entry());
        await core.PostAsync("shokai", Some.Entry());
        await core.PostAsync("toroku-fuban", Some.Entry());
        core.Neighbour.Calls.Select(call => call.Scope).Should().Equal(
            "031:app_submit/v10/jutogaishaatenakihonjohosyokai:Read",
            "031:app_submit/v10/jutogaishaatenakihonjohosyokai:Read",
            "031:app_submit/v10/jutogaishaatenabangofuban:Create");
        core.Neighbour.TokenRequests.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_token_that_is_no_longer_taken_is_renewed()
    {
        await using var core = await CoreInstance.StartAsync();
        await core.PostAsync("shokai", Some.Entry());
        core.Neighbour.ExpireTokens();
        (await core.PostAsync("shokai", Some.Entry())).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_variant_with_a_basic_credential_sends_no_assertion()
    {
        await using var core = await CoreInstance.StartAsync(variant: "CV05-client-secret-basic");
        await core.PostAsync("shokai", Some.Entry());
        var form = core.Neighbour.TokenRequests.Single();
        form.Should().NotContainKey("client_assertion");
        form["authorization"].Should().Be(
            "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{CoreInstance.ClientId}:{CoreInstance.ClientSecret}")));
    }

    [Fact]
    public async Task A_refusal_is_passed_on_and_nothing_is_registered()
    {
        await using var core = await CoreInstance.StartAsync();
        core.Neighbour.Answer = _ => (400, Refusal);
        var (status, body) = await core.PostAsync("toroku-sentaku", Some.Entry(("atenabango", "200000000000001")));
        status.Should().Be(HttpStatusCode.BadRequest);
        CoreInstance.Codes(body).Should().Equal("E0004");
        body["errors"]![0]!["message"]!.ToString().Should().Contain("相関が違います。");
        (await core.LedgerAsync("200000000000001")).Should().BeEmpty();
    }

    [Theory]
    [InlineData(503, "<html>保守中</html>", "N0001")]
    [InlineData(200, "<html>", "N0002")]
    [InlineData(200, """{"result":[]}""", "N0002")]
    [InlineData(200, """{"result":[{"rirekibango":1}]}""", "N0002")]
    [InlineData(400, "<html>", "N0002")]
    [InlineData(401, "{}", "N0003")]
    public async Task A_neighbour_that_fails_or_is_not_understood_is_told_apart_from_a_refusal(int status, string body, string code)
    {
        await using var core = await CoreInstance.StartAsync();
        core.Neighbour.Answer = _ => (status, body);
        var answer = await core.PostAsync("toroku-fuban", Some.Entry());
        answer.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        CoreInstance.Codes(answer.Body).Should().Equal(code);
    }

    [Fact]
    public async Task While_the_neighbour_is_down_a_change_is_refused_and_the_record_stays()
    {
        await using var core = await CoreInstance.StartAsync();
        await core.PostAsync("toroku-fuban", Some.Entry());
        var number = core.Neighbour.LastNumber;
        await core.Neighbour.StopAsync();

        var (status, body) = await core.PostAsync("henko", new Dictionary<string, string> { ["atenabango"] = number, ["shimei"] = "佐藤　二郎" });
        status.Should().Be(HttpStatusCode.ServiceUnavailable);
        CoreInstance.Codes(body).Should().ContainSingle().Which.Should().BeOneOf("N0001", "N0003");
        (await core.LedgerAsync(number)).Single()["shimei"]!.ToString().Should().Be("佐藤　一郎");
    }

    [Fact]
    public async Task Without_a_token_staff_are_told_so()
    {
        await using var core = await CoreInstance.StartAsync();
        core.Neighbour.TokenStatus = 401;
        var (status, body) = await core.PostAsync("shokai", Some.Entry());
        status.Should().Be(HttpStatusCode.ServiceUnavailable);
        CoreInstance.Codes(body).Should().Equal("N0003");
    }

    [Fact]
    public async Task A_number_that_is_already_in_use_is_not_taken()
    {
        await using var core = await CoreInstance.StartAsync();
        core.Neighbour.Answer = call => call.Path == FakeNeighbour.Numbering ? (200, """{"result":[{"atenabango":"200000000000001"}]}""") : null;
        await core.PostAsync("toroku-fuban", Some.Entry());
        var (status, _) = await core.PostAsync("toroku-fuban", Some.Entry(("shimei", "別人　太郎")));
        status.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await core.LedgerAsync("200000000000001")).Single()["shimei"]!.ToString().Should().Be("佐藤　一郎");
    }

    [Theory]
    [InlineData(null, 8)]
    [InlineData("CV06-seconds-omitted", 5)]
    public async Task The_time_of_the_operation_has_seconds_except_in_the_variant(string? variant, int length)
    {
        await using var core = await CoreInstance.StartAsync(variant: variant);
        await core.PostAsync("toroku-fuban", Some.Entry());
        core.Neighbour.Of(FakeNeighbour.Numbering)[0]["sosajikoku"].Should().HaveLength(length);
    }

    [Fact]
    public async Task The_variant_that_sends_the_whole_record_sends_unchanged_items_too()
    {
        await using var core = await CoreInstance.StartAsync(variant: "CV04-whole-record-sent");
        await core.PostAsync("toroku-fuban", Some.Entry());
        await core.PostAsync("henko", new Dictionary<string, string> { ["atenabango"] = core.Neighbour.LastNumber, ["jusho_choaza"] = "麹町一丁目" });
        var sent = core.Neighbour.Of(FakeNeighbour.Reception, "henko").Single();
        (sent["shimei"], sent["jusho_choaza"]).Should().Be(("佐藤　一郎", "麹町一丁目"));
    }
}
