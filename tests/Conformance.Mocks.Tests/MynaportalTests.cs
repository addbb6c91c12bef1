using System.Text;
using System.Text.Json.Nodes;
using Conformance.Spec;

namespace Conformance.Mocks.Tests;

public sealed class MynaportalTests : IAsyncLifetime
{
    private MockHost host = null!;
    private HttpClient town = null!;

    public async ValueTask InitializeAsync()
    {
        host = await Some.Host();
        town = await SomePortal.Municipality(host);
    }

    public async ValueTask DisposeAsync()
    {
        town.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task An_application_goes_from_the_list_to_the_state_that_the_resident_sees()
    {
        var number = host.Mynaportal.Apply(SomePortal.Application());

        var (_, list) = await town.FetchAsync("/pittari/v1/applications?status=mishutoku");
        list.Objects("applications").Should().ContainSingle().Which.Text("uketsukebango").Should().Be(number);
        var (_, taken) = await town.SendAsync($"/pittari/v1/applications/{number}/take", new JsonObject());
        var (_, again) = await town.SendAsync($"/pittari/v1/applications/{number}/take", new JsonObject());
        again.ToJsonString().Should().Be(taken.ToJsonString());
        var (_, data) = await town.FetchAsync($"/pittari/v1/applications/{number}");
        (data.Text("tetsuzuki"), data.Text("jotai"), data.Text("kozariyo")).Should().Be(("nintei", "shutokuzumi", "1"));
        data["shinseisha"]!["shimei"]!.GetValue<string>().Should().Be("佐藤　一郎");
        data["komoku"]!["jido"]![0]!["shimei"]!.GetValue<string>().Should().Be("佐藤　二郎");
        data["koza"].Should().BeNull();
        var report = new JsonObject { ["jotai"] = "kanryo", ["nichiji"] = "2026-04-01T09:00:00+09:00", ["bikou"] = "認定しました" };
        (await town.ReplaceAsync($"/pittari/v1/applications/{number}/status", report)).Status.Should().Be(200);

        var state = host.Mynaportal.State(number);
        (state.Status, state.FetchCount).Should().Be(("kanryo", 1));
        state.Reports.Should().ContainSingle().Which.Remark.Should().Be("認定しました");
        using var resident = SomePortal.Bare(host);
        var (_, seen) = await resident.FetchAsync($"/resident/v1/applications/{number}");
        seen.Objects("tsuchi").Should().ContainSingle().Which.Text("jotai").Should().Be("kanryo");
    }

    [Fact]
    public async Task The_list_comes_in_pages_and_narrows()
    {
        var numbers = Enumerable.Range(0, 7).Select(i => host.Mynaportal.Apply(SomePortal.Application(i == 3 ? "genkyo" : "nintei") with
        {
            Municipality = i == 5 ? "141003" : "131016",
        })).ToList();

        var (_, second) = await town.FetchAsync("/pittari/v1/applications?page=2&size=3");
        (second["total"]!.GetValue<int>(), second["pages"]!.GetValue<int>()).Should().Be((7, 3));
        second.Objects("applications").Select(row => row.Text("uketsukebango")).Should().Equal(numbers[3..6]);
        (await NumbersAsync("?procedure=genkyo")).Should().Equal(numbers[3]);
        (await NumbersAsync("?shikuchosonkodo=141003")).Should().Equal(numbers[5]);
        (await NumbersAsync("?from=2000-01-01T00:00:00%2B09:00")).Should().Equal(numbers);
        (await NumbersAsync("?from=2100-01-01T00:00:00Z")).Should().BeEmpty();
        (await NumbersAsync("?page=9")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("procedure=nanika")]
    [InlineData("status=done")]
    [InlineData("from=kinou")]
    [InlineData("page=0")]
    [InlineData("size=201")]
    public async Task A_list_that_is_asked_for_wrongly_is_refused(string query)
    {
        var (status, body) = await town.FetchAsync($"/pittari/v1/applications?{query}");

        status.Should().Be(400);
        body.Errors().Should().ContainSingle().Which.Code.Should().Be("E0002");
        host.Journal.Entries[^1].Reasons.Should().ContainSingle();
    }

    [Fact]
    public async Task An_application_can_be_delivered_twice_later_or_again()
    {
        var twice = host.Mynaportal.Apply(SomePortal.Application() with { Delivery = Delivery.Twice });
        var later = host.Mynaportal.Apply(SomePortal.Application() with { Delivery = Delivery.Later });

        (await NumbersAsync("?status=mishutoku")).Should().Equal(twice, twice);
        await town.SendAsync($"/pittari/v1/applications/{twice}/take", new JsonObject());
        (await NumbersAsync("?status=mishutoku")).Should().Equal(twice);
        await town.SendAsync($"/pittari/v1/applications/{twice}/take", new JsonObject());
        (await NumbersAsync("?status=mishutoku")).Should().BeEmpty();
        host.Mynaportal.Release(later);
        host.Mynaportal.DeliverAgain(twice);
        (await NumbersAsync("?status=mishutoku")).Should().Equal(twice, later);
    }

    [Fact]
    public async Task What_is_withdrawn_after_delivery_shows_as_withdrawn_and_can_no_longer_be_taken()
    {
        var number = host.Mynaportal.Apply(SomePortal.Application());
        await town.SendAsync($"/pittari/v1/applications/{number}/take", new JsonObject());

        host.Mynaportal.Withdraw(number);

        (await NumbersAsync("?status=torisage")).Should().Equal(number);
        (await town.SendAsync($"/pittari/v1/applications/{number}/take", new JsonObject())).Status.Should().Be(409);
        (await town.FetchAsync($"/pittari/v1/applications/{number}")).Body.Text("jotai").Should().Be("torisage");
    }

    [Fact]
    public async Task Attachments_arrive_byte_by_byte()
    {
        byte[] pdf = [0x25, 0x50, 0x44, 0x46, 0x00, 0xFF, 0xFE];
        var number = host.Mynaportal.Apply(SomePortal.Application() with { Attachments = [new PortalAttachment("所得証明.pdf", "application/pdf", pdf)] });

        var (_, data) = await town.FetchAsync($"/pittari/v1/applications/{number}");
        var listed = data.Objects("tempu").Should().ContainSingle().Subject;
        using var response = await town.GetAsync(new Uri($"/pittari/v1/applications/{number}/attachments/{listed.Text("id")}", UriKind.Relative), TestContext.Current.CancellationToken);

        (listed.Text("mei"), listed["size"]!.GetValue<int>()).Should().Be(("所得証明.pdf", 7));
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/pdf");
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().Equal(pdf);
        host.Journal.Entries[^1].ResponseBody.Should().StartWith("[7 bytes, sha256 ");
        (await town.FetchAsync($"/pittari/v1/applications/{number}/attachments/2")).Status.Should().Be(404);
    }

    [Fact]
    public async Task A_malformed_application_is_given_as_it_is()
    {
        var number = host.Mynaportal.Apply(SomePortal.Application() with { RawData = "{\"uketsukebango\":", RawContentType = "text/html" });

        using var response = await town.GetAsync(new Uri($"/pittari/v1/applications/{number}", UriKind.Relative), TestContext.Current.CancellationToken);

        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Be("{\"uketsukebango\":");
        host.Journal.Entries[^1].Prepared.Should().BeTrue();
    }

    [Fact]
    public void A_move_becomes_two_applications_with_one_number_in_common()
    {
        var move = host.Mynaportal.ApplyMove(
            SomePortal.Application("tenshutsu") with { Municipality = "131016" }, SomePortal.Application("tennyu-yoyaku") with { Municipality = "141003" });

        move.LeavingNumber.Should().NotBe(move.EnteringNumber);
        host.Mynaportal.TryFind(move.EnteringNumber, out var entering).Should().BeTrue();
        entering!.Data()["hikkoshibango"]!.GetValue<string>().Should().Be(move.Move);
    }

    [Fact]
    public void An_application_that_cannot_be_is_refused_with_everything_that_is_wrong()
    {
        var apply = () => host.Mynaportal.Apply(new PortalApplication
        {
            Procedure = "kekkon", Applicant = new Dictionary<string, string>(), UseRegisteredAccount = true, Account = new BankAccount("1", "1", "9", "1", ""),
        });

        apply.Should().Throw<BadInputException>().Which.Problems.Select(problem => problem.Code).Distinct().Should().BeEquivalentTo("CF6811", "CF6812", "CF6813");
    }

    [Theory]
    [InlineData("""{"tetsuzuki":"kekkon"}""", "CF6811")]
    [InlineData("{", "E0002")]
    [InlineData("""{"tetsuzuki":1}""", "CF6812")]
    public async Task A_resident_learns_why_an_application_is_refused_and_it_stays_in_the_journal(string body, string code)
    {
        using var resident = SomePortal.Bare(host);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await resident.PostAsync(new Uri("/resident/v1/applications", UriKind.Relative), content, TestContext.Current.CancellationToken);

        var (status, answer) = await response.ReadAsync();
        status.Should().Be(400);
        answer.Errors()[0].Code.Should().Be(code);
        (host.Journal.Entries[^1].Body, host.Journal.Entries[^1].Reasons.Count).Should().Be((body, answer.Errors().Count));
    }

    [Fact]
    public async Task A_resident_can_do_everything_by_hand()
    {
        using var resident = SomePortal.Bare(host);
        var application = new JsonObject
        {
            ["tetsuzuki"] = "nintei",
            ["kozariyo"] = "0",
            ["koza"] = new JsonObject { ["kinyukikankodo"] = "0001", ["tenpokodo"] = "123", ["yokinshubetsu"] = "1", ["kozabango"] = "1234567", ["kozameiginin"] = "ｻﾄｳ" },
            ["shinseisha"] = new JsonObject(SomePortal.Applicant().Select(item => KeyValuePair.Create(item.Key, (JsonNode?)item.Value))),
        };

        var (created, body) = await resident.SendAsync("/resident/v1/applications", application);
        var number = body.Text("uketsukebango");
        using var file = new ByteArrayContent([1, 2, 3]);
        using var attached = await resident.PostAsync(new Uri($"/resident/v1/applications/{number}/attachments?mei=a.bin", UriKind.Relative), file, TestContext.Current.CancellationToken);
        var (moved, move) = await resident.SendAsync("/resident/v1/moves", new JsonObject { ["tenshutsu"] = With("tenshutsu"), ["tennyu"] = With("tennyu-yoyaku") });
        var (_, withdrawn) = await resident.SendAsync($"/resident/v1/applications/{number}/withdraw", new JsonObject());

        (created, (int)attached.StatusCode, moved, withdrawn.Text("jotai")).Should().Be((201, 201, 201, "torisage"));
        (await town.FetchAsync($"/pittari/v1/applications/{number}")).Body.Objects("tempu").Should().ContainSingle();
        (await town.FetchAsync($"/pittari/v1/applications/{move.Text("tennyu")}")).Body.Text("hikkoshibango").Should().Be(move.Text("hikkoshibango"));

        JsonObject With(string procedure)
        {
            var copy = application.DeepClone().AsObject();
            copy["tetsuzuki"] = procedure;
            return copy;
        }
    }

    [Fact]
    public async Task Without_token_scope_or_session_nothing_is_given()
    {
        var number = host.Mynaportal.Apply(SomePortal.Application());
        using var nobody = SomePortal.Bare(host);
        using var reader = Some.Caller(host, NeighbourScopes.PortalRead);

        (await nobody.FetchAsync("/pittari/v1/applications")).Status.Should().Be(401);
        (await reader.FetchAsync("/pittari/v1/applications")).Status.Should().Be(401, "there is no session");
        (await reader.ReplaceAsync($"/pittari/v1/applications/{number}/status", new JsonObject())).Status.Should().Be(403);
        (await town.FetchAsync("/pittari/v1/applications")).Status.Should().Be(200);
        host.Mynaportal.EndSessions();
        (await town.FetchAsync("/pittari/v1/applications")).Status.Should().Be(401);
        host.Journal.Entries.Where(entry => entry.Operation == MynaportalOperations.Login).Should().ContainSingle().Which.ResponseBody.Should().Contain("[redacted]");
    }

    [Theory]
    [InlineData("""{"jotai":"owari","nichiji":"2026-04-01T00:00:00Z"}""", 1)]
    [InlineData("""{"nichiji":"x"}""", 2)]
    [InlineData("[]", 1)]
    public async Task A_report_that_cannot_be_understood_is_refused_and_kept(string body, int errors)
    {
        var number = host.Mynaportal.Apply(SomePortal.Application());

        var (status, answer) = await town.ReplaceAsync($"/pittari/v1/applications/{number}/status", JsonNode.Parse(body)!);

        (status, answer.Errors().Count).Should().Be((400, errors));
        host.Mynaportal.State(number).Reports.Should().BeEmpty();
        host.Journal.Entries[^1].Body.Should().Be(body);
    }

    [Fact]
    public async Task A_request_is_known_by_the_person_whose_application_it_is()
    {
        var number = host.Mynaportal.Apply(SomePortal.Application(name: "鈴木　花子"));
        host.Journal.Introduce(new ScenarioMark("other", new Dictionary<string, string> { ["氏名"] = "田中　太郎" }));
        host.Journal.Introduce(new ScenarioMark("mine", new Dictionary<string, string> { ["氏名"] = "鈴木　花子" }));

        await town.SendAsync($"/pittari/v1/applications/{number}/take", new JsonObject());

        var entry = host.Journal.Entries[^1];
        (entry.Mentions("氏名", "鈴木　花子"), entry.Mentions("受付番号", number), entry.Mentions("氏名", "田中　太郎")).Should().Be((true, true, false));
        host.Journal.Unclaimed().Should().ContainSingle().Which.NearestScenario.Should().Be("mine");
    }

    [Theory]
    [InlineData("/pittari/v1/applications/1/take/more", 404)]
    [InlineData("/pittari/v1/applications/999", 404)]
    [InlineData("/pittari/v1/login", 405)]
    public async Task What_is_not_there_is_said_to_be_so(string path, int status) => (await town.FetchAsync(path)).Status.Should().Be(status);

    private async Task<IReadOnlyList<string>> NumbersAsync(string query)
    {
        var (status, body) = await town.FetchAsync($"/pittari/v1/applications{query}");
        status.Should().Be(200);
        return [.. body.Objects("applications").Select(row => row.Text("uketsukebango"))];
    }
}
