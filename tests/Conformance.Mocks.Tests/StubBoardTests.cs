using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Spec;

namespace Conformance.Mocks.Tests;

/// <summary>What stubs do here besides what WireMock does.</summary>
public sealed class StubBoardTests : IAsyncLifetime
{
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    private readonly string folder = Directory.CreateTempSubdirectory("conformance-stubs-").FullName;
    private MockHost host = null!;
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        host = await Some.Host();
        http = new HttpClient { BaseAddress = host.BaseAddress };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_stub_overrides_a_neighbour_and_the_request_stays_the_neighbours()
    {
        using var core = Some.Caller(host);
        var id = host.Stubs.Add($$$"""{"request": {"method": "POST", "urlPath": "{{{Some.NumberPath}}}", "bodyPatterns": [{"matchesJsonPath": {"expression": "$.shimei", "equalTo": "佐藤　一郎"}}]}, "response": {"status": 503, "body": "busy"}}""")[0];

        (await StatusAsync(core, "佐藤　一郎")).Should().Be(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(core, "鈴木　花子")).Should().Be(HttpStatusCode.OK);

        var entry = host.Journal.Entries[0];
        (entry.Stub, entry.Neighbour, entry.Operation).Should().Be((id, "住登外者宛名番号管理機能", AtenaOperations.Number));
        entry.Mentions("氏名", "佐藤　一郎").Should().BeTrue();
        host.Stubs.Remove(id).Should().BeTrue();
        (await StatusAsync(core, "佐藤　一郎")).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_folder_is_loaded_with_its_body_files_and_outlives_a_reset()
    {
        Directory.CreateDirectory(Path.Combine(folder, "mappings"));
        Directory.CreateDirectory(Path.Combine(folder, "__files"));
        await File.WriteAllTextAsync(Path.Combine(folder, "mappings", "a.json"), """{"request": {"url": "/a"}, "response": {"bodyFileName": "a.txt"}}""", Now);
        await File.WriteAllTextAsync(Path.Combine(folder, "mappings", "b.json"), """{"mappings": [{"request": {"url": "/b"}, "response": {"body": "b"}}, {"request": {"url": "/up"}, "response": {"bodyFileName": "../secret.txt"}}]}""", Now);
        await File.WriteAllTextAsync(Path.Combine(folder, "__files", "a.txt"), "内容", Now);
        await File.WriteAllTextAsync(Path.Combine(folder, "secret.txt"), "secret", Now);

        host.Stubs.Load(folder).Should().HaveCount(3);
        host.Stubs.Add("""{"request": {"url": "/c"}}""");
        host.Stubs.Reset();

        (await http.GetStringAsync("/a", Now)).Should().Be("内容");
        (await http.GetStringAsync("/b", Now)).Should().Be("b");
        using var gone = await http.GetAsync("/c", Now);
        gone.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var outside = await http.GetAsync("/up", Now);
        outside.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task An_invalid_file_is_refused_with_position_and_remedy_and_nothing_of_the_folder_is_in_force()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "good.json"), """{"request": {"url": "/good"}}""", Now);
        await File.WriteAllTextAsync(Path.Combine(folder, "bad.json"), """
            {
              "request": {
                "url": "/bad", "urlPatern": "/x",
                "headers": {"X": {"equalsTo": "1"}}
              },
              "response": {"status": 99, "fault": "NONE"},
              "newScenarioState": "x"
            }
            """, Now);
        await File.WriteAllTextAsync(Path.Combine(folder, "broken.json"), "{\n  \"request\": }", Now);

        var problems = FluentActions.Invoking(() => host.Stubs.Load(folder)).Should().Throw<BadInputException>().Which.Problems;

        problems.Select(problem => (Path.GetFileName(problem.File), problem.Code, problem.Line)).Should().BeEquivalentTo(
        [
            ("bad.json", "CF6822", 3), ("bad.json", "CF6822", 4), ("bad.json", "CF6822", 6), ("bad.json", "CF6822", 6), ("bad.json", "CF6822", 7), ("broken.json", "CF6821", 2),
        ]);
        problems.Should().OnlyContain(problem => problem.Column > 0 && problem.Remedy.Length > 0);
        problems.Should().Contain(problem => problem.Fact.StartsWith("/request/urlPatern: ", StringComparison.Ordinal) && problem.Column == 20);
        host.Stubs.Count.Should().Be(0);
        FluentActions.Invoking(() => host.Stubs.Load(Path.Combine(folder, "none"))).Should().Throw<BadInputException>().Which.Problems[0].Code.Should().Be("CF6823");
    }

    [Theory]
    [InlineData("""{"request": {"url": "/a", "bodyPatterns": [{"equalToJson": "{"}]}}""", "/request/bodyPatterns/0/equalToJson")]
    [InlineData("""{"request": {"bodyPatterns": [{"matchesJsonPath": "$.["}]}}""", "/request/bodyPatterns/0/matchesJsonPath")]
    [InlineData("""{"request": {"bodyPatterns": [{"matchesXPath": "//["}]}}""", "/request/bodyPatterns/0/matchesXPath")]
    [InlineData("""{"request": {"bodyPatterns": [{"equalToXml": "<a"}]}}""", "/request/bodyPatterns/0/equalToXml")]
    [InlineData("""{"request": {"bodyPatterns": [{"and": []}]}}""", "/request/bodyPatterns/0/and")]
    [InlineData("""{"request": {"headers": {"a/b": {"matches": "["}}}}""", "/request/headers/a~1b/matches")]
    [InlineData("""{"request": {"multipartPatterns": []}}""", "/request/multipartPatterns")]
    [InlineData("""{"request": {"url": "/a", "pathParameters": {"a": {"equalTo": "1"}}}}""", "/request/pathParameters")]
    [InlineData("""{"response": {"base64Body": "?"}}""", "/response/base64Body")]
    [InlineData("""{"response": {"body": "a", "jsonBody": 1}}""", "/response")]
    [InlineData("""{"response": {"proxyBaseUrl": "nowhere"}}""", "/response/proxyBaseUrl")]
    [InlineData("""{"response": {"transformers": ["other"]}}""", "/response/transformers/0")]
    [InlineData("""{"response": {"delayDistribution": {"type": "uniform", "lower": 5, "upper": 1}}}""", "/response/delayDistribution")]
    [InlineData("""{"priority": "high"}""", "/priority")]
    [InlineData("""{"response": {"status": 100}}""", "/response/status")]
    [InlineData("""{"response": {"headers": {"a b": "1"}}}""", "/response/headers/a b")]
    [InlineData("""{"serveEventListeners": [{"name": "webhook"}]}""", "/serveEventListeners")]
    [InlineData("[]", "")]
    public async Task What_is_wrong_is_told_by_its_pointer_in_process_and_over_http(string mapping, string place)
    {
        FluentActions.Invoking(() => host.Stubs.Add(mapping)).Should().Throw<BadInputException>()
            .Which.Problems.Should().ContainSingle().Which.Fact.Should().StartWith(place.Length == 0 ? "/: " : place + ": ");

        using var content = new StringContent(mapping);
        using var response = await http.PostAsync(new Uri("/__admin/mappings", UriKind.Relative), content, Now);
        var (status, body) = await response.ReadAsync();

        status.Should().Be(422);
        body["errors"]!.AsArray().Should().ContainSingle().Which!["source"]!["pointer"]!.GetValue<string>().Should().Be(place);
    }

    [Fact]
    public async Task Of_many_at_once_one_moves_a_scenario()
    {
        host.Stubs.Add("""{"scenarioName": "once", "requiredScenarioState": "Started", "newScenarioState": "done", "request": {"url": "/once"}, "response": {"body": "first"}}""");
        host.Stubs.Add("""{"scenarioName": "once", "requiredScenarioState": "done", "request": {"url": "/once"}, "response": {"body": "later"}}""");

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => http.GetStringAsync("/once", Now)));

        answers.Count(answer => answer == "first").Should().Be(1);
        host.Stubs.StateOf("once").Should().Be("done");
    }

    [Fact]
    public async Task A_request_is_passed_on_and_the_answer_back()
    {
        await using var behind = await Some.Host();
        behind.Stubs.Add("""{"request": {"url": "/real/x?y=1", "headers": {"X-Added": {"equalTo": "1"}, "X-Gone": {"absent": true}}, "bodyPatterns": [{"equalTo": "本文"}]}, "response": {"status": 418, "body": "背後", "headers": {"X-Behind": "b"}}}""");
        host.Stubs.Add($$$"""{"request": {"urlPattern": "/front/.*"}, "response": {"proxyBaseUrl": "{{{behind.BaseAddress.AbsoluteUri.TrimEnd('/')}}}", "proxyUrlPrefixToRemove": "/front", "additionalProxyRequestHeaders": {"X-Added": "1"}, "removeProxyRequestHeaders": ["X-Gone"]}}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/front/real/x?y=1") { Content = new StringContent("本文") };
        request.Headers.Add("X-Gone", "1");

        using var response = await http.SendAsync(request, Now);

        ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Now)).Should().Be((418, "背後"));
        response.Headers.GetValues("X-Behind").Should().Equal("b");
    }

    [Fact]
    public async Task What_is_passed_on_to_nobody_is_a_bad_gateway()
    {
        host.Stubs.Add("""{"request": {"url": "/x"}, "response": {"proxyBaseUrl": "http://127.0.0.1:1"}}""");

        using var response = await http.GetAsync("/x", Now);

        response.StatusCode.Should().Be(HttpStatusCode.BadGateway);
    }

    [Fact]
    public async Task What_somebody_removes_over_http_is_hidden_there_and_stays_evidence()
    {
        await http.GetAsync("/x", Now);

        using var reset = await http.PostAsync(new Uri("/__admin/reset", UriKind.Relative), null, Now);

        (await http.GetStringAsync("/__admin/requests", Now)).Should().Contain("\"total\":0");
        host.Journal.Entries.Should().ContainSingle().Which.Removed.Should().BeTrue();
        host.Journal.Unclaimed().Should().ContainSingle();
    }

    [Fact]
    public async Task Recorded_framing_headers_and_Japanese_ones_do_no_harm()
    {
        host.Stubs.Add("""{"request": {"url": "/x"}, "response": {"body": "abc", "headers": {"Content-Length": "99", "Transfer-Encoding": "chunked", "X-Name": "日本"}}}""");

        using var response = await http.GetAsync("/x", Now);

        (await response.Content.ReadAsStringAsync(Now)).Should().Be("abc");
        Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(response.Headers.GetValues("X-Name").Single())).Should().Be("日本");
    }

    [Fact]
    public async Task Who_finds_nobody_is_told_the_nearest_stub()
    {
        host.Stubs.Add("""{"name": "orders", "request": {"method": "GET", "url": "/orders"}}""");
        host.Stubs.Add("""{"name": "other", "request": {"method": "GET", "url": "/completely/else"}}""");

        using var response = await http.GetAsync("/order", Now);

        (await response.Content.ReadAsStringAsync(Now)).Should().Contain("The nearest stub is orders");
    }

    [Fact]
    public async Task Faults_and_neighbours_can_be_prepared_over_http()
    {
        using var core = Some.Caller(host, NeighbourScopes.Accounts);
        async Task<int> SendAsync(HttpMethod method, string path, string body)
        {
            using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            using var response = await http.SendAsync(request, Now);
            return (int)response.StatusCode;
        }

        (await SendAsync(HttpMethod.Put, "/__admin/neighbours/koza/1", SomePortal.Account().ToJson().ToJsonString())).Should().Be(200);
        (await SendAsync(HttpMethod.Put, "/__admin/neighbours/koza/1", """{"kozabango":"1"}""")).Should().Be(422);
        (await SendAsync(HttpMethod.Post, "/__admin/neighbours/jumin/ido", """{"idobango":"1"}""")).Should().Be(201);
        (await SendAsync(HttpMethod.Post, "/__admin/neighbours/jumin/koseki", "{}")).Should().Be(404);
        (await SendAsync(HttpMethod.Post, "/__admin/neighbours/jumin/tenshutsushomei", """{"shimei":"x"}""")).Should().Be(422);
        (await SendAsync(HttpMethod.Post, "/__admin/faults", $$"""{"operation":"{{AccountOperations.Inquiry}}","status":503,"times":1}""")).Should().Be(201);
        (await SendAsync(HttpMethod.Post, "/__admin/faults", """{"operation":"x","stattus":503}""")).Should().Be(422);
        var inquiry = new JsonObject { ["gyomuid"] = "027", ["atenabango"] = "1" };

        using var struck = await core.PostAsync(new Uri("/dantainai/v1/koza-shokai", UriKind.Relative), new StringContent(inquiry.ToJsonString()), Now);
        struck.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await core.SendAsync("/dantainai/v1/koza-shokai", inquiry)).Status.Should().Be(202);
        (await http.GetStringAsync("/__admin/neighbours/koza/1", Now)).Should().Contain("\"gyomuid\":\"027\"");
        (await SendAsync(HttpMethod.Delete, "/__admin/faults/1", "")).Should().Be(200);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient core, string name)
    {
        using var content = new StringContent(Some.Registration(name).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        using var response = await core.PostAsync(new Uri(Some.NumberPath, UriKind.Relative), content, Now);
        return response.StatusCode;
    }
}
