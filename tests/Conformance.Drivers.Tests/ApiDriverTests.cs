using Conformance.Drivers.Api;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Tests.Miniatures;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace Conformance.Drivers.Tests;

public sealed class ApiDriverTests
{
    private const string Numbered = """{"metadata":{"title":"付番","detail":"登録が完了しました。","more":1},"_links":{},"result":[{"atenabango":"123456789123456","rirekibango":1,"nayosesaki":null,"extra":[1]}]}""";

    private static readonly Dictionary<string, InterfaceDefinition> Interfaces =
        new() { ["付番"] = InterfaceReader.Read(Some.Data("fuban.yaml")).Single() };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_interface_of_the_standard_needs_no_mapping()
    {
        await using var product = await MiniatureApi.AnsweringAsync(200, Numbered);
        await using var session = Open("付番: standard", product.Address);

        var seen = await session.Api!.PerformAsync(Some.Call("付番", ("氏名", "佐藤　一郎"), ("処理区分", "0"), ("代表宛名フラグ", "0"), ("氏名_フリガナ", null)), Stop);

        var asked = product.Journal.Should().ContainSingle().Which;
        asked.Method.Should().Be("POST");
        asked.Target.Should().Be("/app_submit/v10/jutogaishaatenabangofuban");
        asked.Headers["Content-Type"].Should().Be("application/json");
        asked.Body.Should().Be("""{"shorikubun":"0","shimei":"佐藤　一郎","shimei_furigana":null,"daihyoatenafuragu":0}""");
        seen.Outcome.Should().Be(Outcome.Accepted);
        seen.Status.Should().Be(200);
        seen.SchemaErrors.Should().BeEmpty();
        seen.Records.Should().ContainSingle().Which.Should().Equal(new Dictionary<string, string?>
        {
            ["宛名番号"] = "123456789123456",
            ["履歴番号"] = "1",
            ["名寄せ先宛名番号"] = null,
            ["extra"] = "[1]",
        });
        var exchange = seen.Exchanges.Should().ContainSingle().Which;
        exchange.Title.Should().Be("POST /app_submit/v10/jutogaishaatenabangofuban");
        exchange.Request.Should().StartWith("POST /app_submit").And.EndWith(asked.Body);
        exchange.Response.Should().StartWith("HTTP/1.1 200").And.EndWith(Numbered);
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_is_sent_as_text()
    {
        await using var product = await MiniatureApi.AnsweringAsync(200, Numbered);
        await using var session = Open("付番: standard", product.Address);

        await session.Api!.PerformAsync(Some.Call("付番", ("代表宛名フラグ", "x")), Stop);

        product.Journal.Single().Body.Should().Be("""{"daihyoatenafuragu":"x"}""");
    }

    [Fact]
    public async Task A_refusal_has_its_errors()
    {
        await using var product = await MiniatureApi.AnsweringAsync(400, """{"title":"付番","detail":"エラーが発生しました。","errors":[{"code":"E0001","message":"宛名番号が設定されていません。"}]}""");
        await using var session = Open("付番: standard", product.Address);

        var seen = await session.Api!.PerformAsync(Some.Call("付番"), Stop);

        seen.Outcome.Should().Be(Outcome.Refused);
        seen.Errors.Should().Equal(new RefusalError("E0001", "宛名番号が設定されていません。"));
        seen.SchemaErrors.Should().BeEmpty();
    }

    [Theory]
    [InlineData(401, """{"title":"付番","detail":"アクセストークンが無効です。"}""", Outcome.Unauthorised)]
    [InlineData(403, """{"title":"付番","detail":"権限がありません。"}""", Outcome.Refused)]
    [InlineData(503, """{"title":"付番","detail":"想定外のエラーが発生しました。"}""", Outcome.Failed)]
    [InlineData(500, "<html>down</html>", Outcome.Failed)]
    public async Task The_status_decides_the_outcome(int status, string body, Outcome outcome)
    {
        await using var product = await MiniatureApi.AnsweringAsync(status, body, body.StartsWith('<') ? "text/html" : "application/json");
        await using var session = Open("付番: standard", product.Address);

        var seen = await session.Api!.PerformAsync(Some.Call("付番"), Stop);

        seen.Outcome.Should().Be(outcome);
        seen.SchemaErrors.Should().HaveCount(status == 403 ? 1 : 0, "a status below 500 that the interface does not describe is a deviation");
    }

    [Theory]
    [InlineData("""{"metadata":{"title":"付番"},"result":[{"atenabango":"12345","rirekibango":"1"}]}""", "application/json",
        "$.result[0].atenabango: at least 15 characters required, 5 found|$.result[0].rirekibango: integer required, \"1\" found")]
    [InlineData("""{"metadata":{},"result":[{"atenabango":"𠮷23456789012345","rirekibango":1000}]}""", "application/json",
        "$.metadata: member title is missing|$.result[0].rirekibango: at most 999 allowed, 1000 found")]
    [InlineData("""{"metadata":{"title":"付番"},"result":[]}""", "text/plain", "Content-Type: application/json required, text/plain found")]
    [InlineData("""{"metadata":{"title":"付番"},"metadata":{"title":"付番"},"result":[]}""", "application/json", "body: JSON required*")]
    [InlineData("<html/>", "text/html", "Content-Type: application/json required, text/html found|body: JSON required*")]
    public async Task Deviations_from_the_schema_are_listed(string body, string contentType, string expected)
    {
        await using var product = await MiniatureApi.AnsweringAsync(200, body, contentType);
        await using var session = Open("付番: standard", product.Address);

        var seen = await session.Api!.PerformAsync(Some.Call("付番"), Stop);

        var patterns = expected.Split('|');
        seen.SchemaErrors.Should().HaveCount(patterns.Length);
        seen.SchemaErrors.Zip(patterns).Should().OnlyContain(p => p.Second.EndsWith('*') ? p.First.StartsWith(p.Second.TrimEnd('*')) : p.First == p.Second);
    }

    [Fact]
    public async Task An_illustrative_layout_is_no_expectation()
    {
        var illustrative = new Dictionary<string, InterfaceDefinition> { ["付番"] = Interfaces["付番"] with { Binding = false } };
        await using var product = await MiniatureApi.AnsweringAsync(200, """{"result":[{"atenabango":"1"}]}""");
        await using var session = Open("付番: standard", product.Address, interfaces: illustrative);

        var seen = await session.Api!.PerformAsync(Some.Call("付番"), Stop);

        seen.SchemaErrors.Should().BeEmpty();
        seen.Records.Single()["宛名番号"].Should().Be("1");
    }

    [Fact]
    public async Task A_mapped_inquiry_writes_its_conditions_and_reads_its_records()
    {
        await using var product = await MiniatureApi.AnsweringAsync(200, """{"hits":{"list":[{"name":"佐藤　一郎","no":"1","x":{"y":"z"}},{"name":"佐藤　二郎","no":"2","x":{"y":null}}]},"total":2}""");
        await using var session = Open(
            """
            items: {氏名: name, 宛名番号: no}
            照会:
              post: /inquiry
              with: {gyomuid: '${business}', size: 10}
              conditions: {in: joken, item: komoku, value: chi, match: itchi, exact: kanzen, partial: bubun}
              read: {records: '$.hits.list[*]', items: {方書: x.y}, 件数: '$.total'}
            """, product.Address);

        var seen = await session.Api!.PerformAsync(
            Some.Call("照会") with
            {
                Conditions = [new SearchCondition("氏名", "佐藤", SearchMatch.Partial), new SearchCondition("kana", "サトウ", SearchMatch.Exact)],
                Business = "010",
            },
            Stop);

        JToken.DeepEquals(JToken.Parse(product.Journal.Single().Body), JToken.Parse(
            """{"joken":[{"komoku":"name","chi":"佐藤","itchi":"bubun"},{"komoku":"kana","chi":"サトウ","itchi":"kanzen"}],"gyomuid":"010","size":10}""")).Should().BeTrue();
        seen.Records.Should().HaveCount(2);
        seen.Records[0].Should().Contain("氏名", "佐藤　一郎").And.Contain("宛名番号", "1").And.Contain("方書", "z").And.Contain("件数", "2");
        seen.Records[1]["方書"].Should().BeNull();
    }

    [Fact]
    public async Task Path_query_and_body_are_written_from_templates()
    {
        await using var product = await MiniatureApi.AnsweringAsync(200, """{"result":[]}""");
        await using var session = Open(
            """
            変更:
              put: /records/{宛名番号}
              items: {氏名: name}
              body: {kubun: henko, data: '${items}', by: 'op-${item:操作者ID}', at: '${item:操作時刻}', dare: '${business}'}
            照会: {get: '/records', conditions: {match: how, exact: eq}}
            """, product.Address);

        await session.Api!.PerformAsync(Some.Call("変更", ("宛名番号", "1/2"), ("氏名", "佐藤"), ("操作者ID", "7")), Stop);
        await session.Api.PerformAsync(Some.Call("照会") with { Conditions = [new SearchCondition("氏名", "佐 藤", SearchMatch.Exact)] }, Stop);

        var asked = product.Journal.ToArray();
        asked[0].Target.Should().StartWith("/records/1%2F2");
        asked[0].Body.Should().Be("""{"kubun":"henko","data":{"name":"佐藤"},"by":"op-7","dare":"001"}""");
        Uri.UnescapeDataString(asked[1].Target).Should().Be("/records?氏名=佐 藤&how=eq");
    }

    [Fact]
    public async Task A_search_that_the_profile_cannot_express_is_a_mismatch()
    {
        await using var session = Open("照会: {get: /records}", new Uri("http://127.0.0.1:1/"));
        var call = Some.Call("照会") with { Conditions = [new SearchCondition("氏名", "佐", SearchMatch.Partial)] };

        // Without a member for the match there is nothing to say it with, and the product's own match is taken.
        await session.Awaiting(s => s.Api!.PerformAsync(call, Stop)).Should().ThrowAsync<TargetUnreachableException>();

        await using var strict = Open("照会: {get: /records, conditions: {match: how, exact: eq}}", new Uri("http://127.0.0.1:1/"));
        await strict.Awaiting(s => s.Api!.PerformAsync(call, Stop)).Should().ThrowAsync<ProfileMismatchException>();
    }

    [Theory]
    [InlineData(404, "text/html", "<h1>not found</h1>")]
    [InlineData(200, "text/html", "<h1>login</h1>")]
    [InlineData(200, "application/json", "{\"data\":[]}")]
    [InlineData(302, "text/html", "")]
    public async Task An_answer_that_the_profile_does_not_describe_is_a_mismatch(int status, string contentType, string body)
    {
        await using var product = await MiniatureApi.AnsweringAsync(status, body, contentType);
        await using var session = Open("照会: {post: /inquiry}", product.Address);

        var thrown = await session.Awaiting(s => s.Api!.PerformAsync(Some.Call("照会"), Stop)).Should().ThrowAsync<ProfileMismatchException>();

        thrown.Which.Exchanges.Should().ContainSingle().Which.Response.Should().EndWith("\n" + body);
    }

    [Fact]
    public async Task An_item_that_the_interface_does_not_have_is_a_mismatch_with_the_nearest_name()
    {
        await using var session = Open("付番: standard", new Uri("http://127.0.0.1:1/"));

        await session.Awaiting(s => s.Api!.PerformAsync(Some.Call("付番", ("氏名_フリカナ", "x")), Stop)).Should().ThrowAsync<ProfileMismatchException>().WithMessage("*氏名_フリガナ*");
    }

    [Fact]
    public async Task What_is_not_mapped_is_not_offered()
    {
        await using var session = Open("付番: standard", new Uri("http://127.0.0.1:1/"));

        session.Api!.Offers("名寄せ").Should().BeFalse();
        (await session.Api.PerformAsync(Some.Call("名寄せ"), Stop)).Outcome.Should().Be(Outcome.NotOffered);
    }

    [Fact]
    public async Task A_refused_connection_says_nothing_about_the_product()
    {
        await using var session = Open("付番: standard", new Uri("http://127.0.0.1:1/"));

        var thrown = await session.Awaiting(s => s.Api!.PerformAsync(Some.Call("付番"), Stop)).Should().ThrowAsync<TargetUnreachableException>();

        thrown.Which.Exchanges.Should().ContainSingle().Which.Request.Should().StartWith("POST ");
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"result\":[")]
    public async Task Garbage_silence_at_the_door_and_half_an_answer_say_nothing_about_the_product(string answer)
    {
        await using var product = new RawServer(answer);
        await using var session = Open("付番: standard", product.Address);

        var thrown = await session.Awaiting(s => s.Api!.PerformAsync(Some.Call("付番"), Stop)).Should().ThrowAsync<TargetUnreachableException>();

        if (answer.StartsWith("HTTP", StringComparison.Ordinal))
        {
            thrown.Which.Exchanges.Single().Response.Should().Contain("{\"result\":[", "the half that came is evidence");
        }
    }

    [Fact]
    public async Task A_product_that_stalls_is_given_up_at_the_deadline()
    {
        await using var product = new RawServer(null);
        await using var session = Open("timeout: 100 ms\n付番: standard", product.Address);

        await session.Awaiting(s => s.Api!.PerformAsync(Some.Call("付番"), Stop)).Should().ThrowAsync<TargetUnreachableException>().WithMessage("*0.1 s*");
    }

    [Fact]
    public async Task A_cancelled_run_is_no_timeout()
    {
        await using var product = new RawServer(null);
        await using var session = Open("付番: standard", product.Address);
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await session.Awaiting(s => s.Api!.PerformAsync(Some.Call("付番"), cancelled.Token)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task The_harness_may_be_the_authorisation_server_and_tokens_never_reach_evidence()
    {
        var tokens = new RecordingTokens();
        await using var product = await MiniatureApi.StartAsync((asked, context) => MiniatureApi.Answer(context, 200, Numbered.Replace("登録", asked.Headers.GetValueOrDefault("Authorization", "登録"), StringComparison.Ordinal)));
        await using var session = Open("付番: standard", product.Address, "{server: harness, method: client_secret_jwt}", tokens);

        var valid = await session.Api!.PerformAsync(Some.Call("付番"), Stop);
        await session.Api.PerformAsync(Some.Call("付番") with { Credential = Credential.None }, Stop);
        await session.Api.PerformAsync(Some.Call("付番") with { Credential = Credential.Expired }, Stop);

        tokens.Scopes.Should().AllBe("031:app_submit/v10/jutogaishaatenabangofuban:Create");
        product.Journal.Select(a => a.Headers.GetValueOrDefault("Authorization")).Should().Equal("Bearer token-Valid-0123", null, "Bearer token-Expired-0123");
        valid.Exchanges.Single().ToString().Should().NotContain("token-Valid-0123").And.Contain(Secrets.Mask);
    }

    [Fact]
    public async Task Secrets_in_headers_come_from_the_environment_and_are_masked()
    {
        await using var product = await MiniatureApi.AnsweringAsync(200, """{"result":[],"echo":"s3cret-tenant"}""");
        await using var session = Open("照会: {post: /x, headers: {X-Tenant: '${env:TENANT}'}}", product.Address, secrets: new Secrets(_ => "s3cret-tenant"));

        var seen = await session.Api!.PerformAsync(Some.Call("照会"), Stop);

        product.Journal.Single().Headers["X-Tenant"].Should().Be("s3cret-tenant");
        seen.Exchanges.Single().ToString().Should().NotContain("s3cret-tenant");
    }

    private static TargetSession Open(
        string api, Uri at, string auth = "{method: none}", ITokenSource? tokens = null, Secrets? secrets = null,
        IReadOnlyDictionary<string, InterfaceDefinition>? interfaces = null) =>
        TargetSession.Open(Some.Profile(api, at: at, auth: auth), new TargetOptions
        {
            Interfaces = interfaces ?? Interfaces,
            Tokens = tokens,
            Secrets = secrets ?? new Secrets(),
        });

    private sealed class RecordingTokens : ITokenSource
    {
        public List<string> Scopes { get; } = [];

        public Task<string?> TokenAsync(Credential credential, string scope, CancellationToken cancellationToken)
        {
            Scopes.Add(scope);
            return Task.FromResult(credential == Credential.None ? null : $"token-{credential}-0123");
        }
    }
}
