using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Conformance.Spec;

namespace Conformance.Mocks.Tests;

public sealed class AtenaLayoutTests
{
    private static readonly AtenaLayout Search = new()
    {
        Operation = AtenaOperations.Inquiry,
        Method = "POST",
        Path = "/persons/search",
        Items = new Dictionary<string, string> { ["氏名"] = "person.name", ["生年月日"] = "person.birthday", ["業務ID"] = "business", ["宛名番号"] = "no" },
        Conditions = new AtenaConditionLayout { In = "where", Item = "field", Value = "equals", Match = "how", Exact = "all", Partial = "part" },
        Answer = new AtenaAnswerLayout { Records = "data.list", With = new Dictionary<string, string> { ["code"] = "0" }, Items = new Dictionary<string, string> { ["履歴番号"] = "version" } },
        Refused = new AtenaRefusalLayout { Status = 422, Errors = "problems", Code = "id", Message = "text" },
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_search_in_the_targets_own_words_finds_the_person_and_is_answered_in_them()
    {
        await using var host = await Some.Host(Laid(Search));
        var number = host.Atena.Register(Some.Person("佐藤　一郎"));
        using var caller = Some.Caller(host);

        var (status, body) = await caller.SendAsync("/persons/search", Where("person.name", "佐藤", "part"));

        status.Should().Be(200);
        body.Text("code").Should().Be("0");
        var person = body["data"]!["list"]!.AsArray().Should().ContainSingle().Which!.AsObject();
        person.Text("no").Should().Be(number);
        person["person"]!.AsObject().Text("birthday").Should().Be("1964-07-01");
        person["version"]!.GetValue<int>().Should().Be(1);
        person.ContainsKey("shimei").Should().BeFalse();
    }

    [Fact]
    public async Task The_journal_has_the_items_by_their_names_and_the_body_as_it_came()
    {
        await using var host = await Some.Host(Laid(Search));
        using var caller = Some.Caller(host);

        await caller.SendAsync("/persons/search", Where("person.name", "佐藤　一郎", "all"));

        var entry = host.Journal.Entries.Should().ContainSingle().Which;
        entry.Operation.Should().Be(AtenaOperations.Inquiry);
        entry.Path.Should().Be("/persons/search");
        entry.Body.Should().Contain("\"where\"");
        entry.Items.Should().Contain("業務ID", "001");
        entry.Conditions.Should().Equal(new RequestedCondition("氏名", "佐藤　一郎", false));
        entry.Remarks.Should().BeEmpty();
    }

    [Fact]
    public async Task A_refusal_has_the_targets_shape_too()
    {
        await using var host = await Some.Host(Laid(Search));
        using var caller = Some.Caller(host);

        var (status, body) = await caller.SendAsync("/persons/search", Where("nonsense", "x", "all"));

        status.Should().Be(422);
        body["problems"]!.AsArray()[0]!.AsObject().Text("id").Should().Be("E0002");
    }

    [Fact]
    public async Task Calls_that_share_a_path_are_told_apart_by_a_member()
    {
        AtenaLayout Update(string operation, string kind) => new()
        {
            Operation = operation,
            Method = "PUT",
            Path = "/persons/{宛名番号}",
            When = new Dictionary<string, string> { ["kind"] = kind },
            Items = new Dictionary<string, string> { ["氏名"] = "name" },
        };
        await using var host = await Some.Host(Laid(Update(AtenaOperations.Change, "U"), Update(AtenaOperations.Deletion, "D")));
        var number = host.Atena.Register(Some.Person());
        using var caller = Some.Caller(host);
        JsonObject Body(string kind) => Some.Reception("", number).Without("shorikubun").Without("atenabango").With("kind", kind).With("name", "鈴木　一郎");

        using var changed = await caller.PutAsJsonAsync($"/persons/{number}", Body("U"), Stop);
        using var neither = await caller.PutAsJsonAsync($"/persons/{number}", Body("X"), Stop);
        using var deleted = await caller.PutAsJsonAsync($"/persons/{number}", Body("D"), Stop);
        using var wrong = await caller.PostAsJsonAsync($"/persons/{number}", Body("U"), Stop);

        changed.StatusCode.Should().Be(HttpStatusCode.OK);
        neither.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        deleted.StatusCode.Should().Be(HttpStatusCode.OK);
        wrong.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        wrong.Content.Headers.Allow.Should().Equal("PUT");
        host.Atena.History(number).Should().HaveCount(3);
        host.Atena.History(number)[1].Items.Should().Contain("氏名", "鈴木　一郎");
        host.Journal.Entries.Select(entry => entry.Operation).Should().Equal(AtenaOperations.Change, AtenaOperations.Reception, AtenaOperations.Deletion, AtenaOperations.Change);
    }

    [Fact]
    public async Task Conditions_may_be_parameters_of_a_query()
    {
        var layout = Search with { Method = "GET", Path = "/persons", Conditions = new AtenaConditionLayout { Match = "how", Exact = "all", Partial = "part" } };
        await using var host = await Some.Host(Laid(layout));
        var number = host.Atena.Register(Some.Person("佐藤　花子"));
        using var caller = Some.Caller(host);

        using var found = await caller.GetAsync($"/persons?person.name={Uri.EscapeDataString("佐藤")}&how=part&business=001", Stop);
        using var nobody = await caller.GetAsync($"/persons?person.name={Uri.EscapeDataString("佐藤")}&business=001", Stop);

        (await found.ReadAsync()).Body["data"]!["list"]!.AsArray().Select(one => one!["no"]!.GetValue<string>()).Should().Contain(number);
        (await nobody.ReadAsync()).Body["data"]!["list"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task The_scope_is_the_targets_own_where_it_has_one()
    {
        await using var host = await Some.Host(Laid(Search with { Scope = "031:persons/search:Read" }));
        using var right = Some.Caller(host, "031:persons/search:Read");
        using var wrong = Some.Caller(host, Some.InquiryScope);

        (await right.SendAsync("/persons/search", Where("person.name", "x", "all"))).Status.Should().Be(200);
        (await wrong.SendAsync("/persons/search", Where("person.name", "x", "all"))).Status.Should().Be(403);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[1]")]
    [InlineData("{\"where\": 1}")]
    [InlineData("{\"where\": [null, 1, {}]}")]
    [InlineData("{\"a\": 1, \"a\": 2}")]
    [InlineData("{\"person\": {\"name\": {\"x\": [\"\\ud800\"]}}}")]
    public async Task Garbage_is_refused_and_never_fails(string body)
    {
        await using var host = await Some.Host(Laid(Search));
        using var caller = Some.Caller(host);

        using var answer = await caller.PostAsync("/persons/search", new StringContent(body), Stop);

        ((int)answer.StatusCode).Should().BeLessThan(500);
        host.Journal.Entries.Should().ContainSingle().Which.Failure.Should().BeNull();
    }

    [Fact]
    public async Task All_that_is_wrong_with_layouts_is_told_at_once()
    {
        var act = () => Some.Host(Laid(
            Search with { Operation = "付番" },
            Search with { Items = new Dictionary<string, string> { ["名まえ"] = "name" }, Path = "/other" },
            Search with { Path = "/oauth/token" },
            Search));

        (await act.Should().ThrowAsync<BadInputException>()).Which.Problems.Select(problem => problem.Code)
            .Should().BeEquivalentTo("CF6841", "CF6842", "CF6843", "CF6843");
    }

    [Theory]
    [InlineData("0.0.0.0", "127.0.0.1")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    public async Task It_listens_where_it_is_told_to(string host, string reachable)
    {
        await using var played = await Some.Host(new MockHostOptions { Host = host });
        using var caller = new HttpClient();

        played.BaseAddress.Host.Should().Be(reachable);
        (await caller.GetAsync(new Uri(played.BaseAddress, "/__admin/health"), Stop)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_address_told_to_a_target_may_be_another_than_the_one_it_listens_on()
    {
        await using var host = await Some.Host(new MockHostOptions { PublicAddress = new Uri("http://harness.example:8031/") });

        host.Authorisation.TokenEndpoint.Should().Be(new Uri("http://harness.example:8031/oauth/token"));
        host.Description(showSecrets: false).Should().Contain("http://harness.example:8031/oauth/introspect");
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("203.0.113.7")]
    public async Task An_address_that_the_machine_does_not_have_is_told_plainly(string host)
    {
        var act = () => Some.Host(new MockHostOptions { Host = host });

        (await act.Should().ThrowAsync<BadInputException>()).WithMessage("CF6844*");
    }

    private static MockHostOptions Laid(params AtenaLayout[] layouts) => new() { Atena = new AtenaOptions { Layouts = layouts } };

    private static JsonObject Where(string field, string value, string how) => new()
    {
        ["business"] = "001",
        ["where"] = new JsonArray(new JsonObject { ["field"] = field, ["equals"] = value, ["how"] = how }),
    };
}
