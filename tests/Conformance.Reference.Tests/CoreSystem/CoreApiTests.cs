using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Conformance.Reference.Tests.CoreSystem;

public sealed class CoreApiTests
{
    [Fact]
    public async Task Everything_wrong_with_an_entry_is_told_at_once_and_nothing_is_sent()
    {
        await using var core = await CoreInstance.StartAsync();
        var (status, body) = await core.PostAsync("toroku-fuban", Some.Entry(
            ("shimei", ""), ("shimei_furigana", "ｻﾄｳ"), ("seinengappi", "1964-02-30"), ("jusho_yubinbango", "100001"), ("seibetsu", "7"),
            ("jusho_todofuken", "とても長い県")));
        status.Should().Be(HttpStatusCode.BadRequest);
        CoreInstance.Codes(body).Should().BeEquivalentTo("E0001", "E0002", "E0002", "E0003", "E0002", "E0003");
        core.Neighbour.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task Characters_outside_the_BMP_count_once_and_variation_selectors_not_at_all()
    {
        await using var core = await CoreInstance.StartAsync();
        var entry = Some.Entry(("jusho_todofuken", "𠮷葛\U000E0100野県"), ("seinengappi", "1950-00-00"), ("seinengappi_fushofuragu", "1"));
        var (status, body) = await core.PostAsync("toroku-fuban", entry);
        status.Should().Be(HttpStatusCode.OK, body.ToJsonString());
        core.Neighbour.Of(FakeNeighbour.Numbering)[0]["jusho_todofuken"].Should().Be(entry["jusho_todofuken"]);
        core.Neighbour.Of(FakeNeighbour.Numbering)[0]["seinengappi"].Should().Be("1950-00-00");
    }

    [Theory]
    [InlineData("not json", "K0001")]
    [InlineData("[]", "K0001")]
    [InlineData("""{"shimei":1}""", "E0002")]
    [InlineData("""{"shimei":"佐藤　一郎","shimei":"佐藤　一郎"}""", "K0001")]
    public async Task A_body_that_is_no_entry_is_refused(string body, string code)
    {
        await using var core = await CoreInstance.StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await core.Api.PostAsync(new Uri("/api/toroku-fuban", UriKind.Relative), content);
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        CoreInstance.Codes(JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject()).Should().Equal(code);
    }

    [Fact]
    public async Task Without_the_token_nothing_is_answered()
    {
        await using var core = await CoreInstance.StartAsync();
        core.Api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "another");
        var (status, body) = await core.PostAsync("daicho", new Dictionary<string, string>());
        status.Should().Be(HttpStatusCode.Unauthorized);
        CoreInstance.Codes(body).Should().Equal("K0004");
    }

    [Fact]
    public async Task Partial_match_concerns_the_name_only()
    {
        await using var core = await CoreInstance.StartAsync();
        await core.PostAsync("shokai", new Dictionary<string, string>
        {
            ["shimei"] = "佐藤",
            ["seinengappi"] = "1964-07-01",
            ["itchi"] = "bubun",
        });
        core.Neighbour.Of(FakeNeighbour.Inquiry)[0].Conditions.Should().BeEquivalentTo(new Dictionary<string, (string, string)>
        {
            ["shimei"] = ("佐藤", "bubun"),
            ["seinengappi"] = ("1964-07-01", "kanzen"),
        });
    }

    [Fact]
    public async Task A_change_leaves_what_is_not_given_and_clears_what_is_given_blank()
    {
        await using var core = await CoreInstance.StartAsync();
        await core.PostAsync("toroku-fuban", Some.Entry(("jusho_katagaki", "虎ノ門ハイツ１０１号")));
        var number = core.Neighbour.LastNumber;
        await core.PostAsync("henko", new Dictionary<string, string> { ["atenabango"] = number, ["jusho_katagaki"] = "", ["jusho_choaza"] = "麹町一丁目" });

        var record = (await core.LedgerAsync(number)).Single();
        (record["jusho_katagaki"]!.ToString(), record["jusho_choaza"]!.ToString(), record["shimei"]!.ToString())
            .Should().Be(("", "麹町一丁目", "佐藤　一郎"));
        var sent = core.Neighbour.Of(FakeNeighbour.Reception, "henko").Single();
        (sent["jusho_katagaki"], sent["jusho_choaza"], sent["shimei"]).Should().Be(("", "麹町一丁目", null));
    }

    [Fact]
    public async Task The_answer_about_the_latest_state_replaces_the_items_unless_told_not_to()
    {
        await using var core = await CoreInstance.StartAsync();
        await core.PostAsync("toroku-fuban", Some.Entry());
        var number = core.Neighbour.LastNumber;
        core.Neighbour.Candidates.Add(Some.Candidate(number, Some.Entry(("jusho_choaza", "永田町一丁目"))));

        var asked = new Dictionary<string, string> { ["atenabango"] = number };
        await core.PostAsync("saishin-kakunin", new Dictionary<string, string>(asked) { ["koshin"] = "0" });
        (await core.LedgerAsync(number)).Single()["jusho_choaza"]!.ToString().Should().Be("霞が関二丁目");

        var (_, body) = await core.PostAsync("saishin-kakunin", asked);
        (await core.LedgerAsync(number)).Single()["jusho_choaza"]!.ToString().Should().Be("永田町一丁目");
        body["result"]![0]!["torokuzumi"]!.ToString().Should().Be("1");
    }

    [Fact]
    public async Task A_record_is_tied_once_and_a_principal_stays_one_while_another_is_tied_to_it()
    {
        await using var core = await CoreInstance.StartAsync();
        var numbers = new List<string>();
        for (var person = 0; person < 3; person++)
        {
            await core.PostAsync("toroku-fuban", Some.Entry());
            numbers.Add(core.Neighbour.LastNumber);
        }

        (await Link(numbers[0], numbers[2])).Should().Be(HttpStatusCode.OK);
        (await Link(numbers[1], numbers[2])).Should().Be(HttpStatusCode.OK);
        (await Link(numbers[0], numbers[1])).Should().Be(HttpStatusCode.BadRequest, "it is tied already");
        (await Link(numbers[2], numbers[2])).Should().Be(HttpStatusCode.BadRequest, "it is itself");
        (await core.PostAsync("nayose-kaijo", Pair(numbers[0], numbers[1]))).Status.Should().Be(HttpStatusCode.BadRequest, "it is tied elsewhere");
        core.Neighbour.Of(FakeNeighbour.Reception).Should().HaveCount(2, "what is refused is not sent");

        await core.PostAsync("nayose-kaijo", Pair(numbers[0], ""));
        (await core.LedgerAsync(numbers[2])).Single()["nayosekubun"]!.ToString().Should().Be("先");
        await core.PostAsync("nayose-kaijo", Pair(numbers[1], numbers[2]));
        (await core.LedgerAsync(numbers[2])).Single()["nayosekubun"]!.ToString().Should().Be("なし");

        async Task<HttpStatusCode> Link(string source, string target) => (await core.PostAsync("nayose", Pair(source, target))).Status;
    }

    [Fact]
    public async Task Who_became_a_resident_is_no_longer_worked_on()
    {
        await using var core = await CoreInstance.StartAsync();
        await core.PostAsync("toroku-fuban", Some.Entry());
        var number = core.Neighbour.LastNumber;
        var tie = new Dictionary<string, string> { ["atenabango"] = number, ["juminatenabango"] = "100000000000009" };
        CoreInstance.Codes((await core.PostAsync("jumin-nayose", tie)).Body).Should().Equal("K0002");

        await core.PostAsync("jumin", Some.Entry(("juminatenabango", "100000000000009")));
        (await core.PostAsync("jumin-nayose", tie)).Status.Should().Be(HttpStatusCode.OK);
        CoreInstance.Codes((await core.PostAsync("henko", Some.Entry(("atenabango", number)))).Body).Should().Equal("K0003");
    }

    [Fact]
    public async Task Many_people_registered_at_once_get_a_record_each()
    {
        await using var core = await CoreInstance.StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => core.PostAsync("toroku-fuban", Some.Entry())));
        var numbers = answers.Select(answer => answer.Body["result"]![0]!["atenabango"]!.ToString()).ToList();
        numbers.Should().OnlyHaveUniqueItems().And.HaveCount(16);
        var (_, ledger) = await core.PostAsync("daicho", new Dictionary<string, string> { ["shimei"] = "佐藤" });
        ledger["result"]!.AsArray().Select(record => record!["atenabango"]!.ToString()).Should().BeEquivalentTo(numbers);
    }

    [Fact]
    public async Task The_description_lists_every_operation()
    {
        await using var core = await CoreInstance.StartAsync();
        var document = JsonNode.Parse(await core.Api.GetStringAsync(new Uri("/openapi.json", UriKind.Relative)))!;
        document["openapi"]!.ToString().Should().Be("3.0.3");
        document["paths"]!.AsObject().Select(path => path.Key).Should().BeEquivalentTo(
            "/api/shokai", "/api/toroku-sentaku", "/api/toroku-fuban", "/api/henko", "/api/motojumin", "/api/jumin", "/api/jumin-nayose",
            "/api/saishin-kakunin", "/api/nayose", "/api/nayose-kaijo", "/api/daicho");
        (await core.Api.GetStringAsync(new Uri("/health", UriKind.Relative))).Should().Contain("ok");
    }

    [Fact]
    public async Task The_variant_with_extra_members_has_them_beside_the_usual_ones()
    {
        await using var core = await CoreInstance.StartAsync(variant: "CV01-extra-members");
        var (_, body) = await core.PostAsync("toroku-fuban", Some.Entry());
        body["seihin"].Should().NotBeNull();
        body["result"]![0]!.AsObject().Should().ContainKeys("atenabango", "gyomuid", "biko");
    }

    private static Dictionary<string, string> Pair(string source, string target) => new()
    {
        ["nayosemotoatenabango"] = source,
        ["nayosesakiatenabango"] = target,
    };
}
