using System.Text.Json.Nodes;
using Conformance.Spec;

namespace Conformance.Mocks.Tests;

public sealed class AccountRegistryTests : IAsyncLifetime
{
    private const string Person = "000000000000019";

    private MockHost host = null!;
    private HttpClient core = null!;

    public async ValueTask InitializeAsync()
    {
        host = await Some.Host();
        core = Some.Caller(host, NeighbourScopes.Accounts);
    }

    public async ValueTask DisposeAsync()
    {
        core.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_registered_account_is_told_later()
    {
        host.Accounts.Register(Person, SomePortal.Account());
        var number = await AskAsync();

        (await ResultAsync(number)).Text("jotai").Should().Be("shorichu");
        var result = await ResultAsync(number);

        (result.Text("jotai"), result.Text("torokuumu")).Should().Be(("kanryo", "1"));
        result["koza"]!["kozabango"]!.GetValue<string>().Should().Be("1234567");
        host.Accounts.Inquiries(Person).Should().ContainSingle().Which.Answered.Should().BeTrue();
    }

    [Fact]
    public async Task Who_has_registered_nothing_or_has_closed_it_has_no_account()
    {
        host.Accounts.PollsUntilAnswered = 0;
        host.Accounts.Register("closed", SomePortal.Account());
        host.Accounts.Close("closed");

        foreach (var person in new[] { Person, "closed" })
        {
            var result = await ResultAsync(await AskAsync(person));
            (result.Text("torokuumu"), result["koza"]).Should().Be(("0", null));
        }
    }

    [Fact]
    public async Task A_change_after_the_inquiry_is_in_the_feed_and_in_the_next_inquiry_only()
    {
        host.Accounts.PollsUntilAnswered = 0;
        host.Accounts.Register(Person, SomePortal.Account("1111111"));
        var first = await AskAsync();
        await ResultAsync(first);

        host.Accounts.Change(Person, SomePortal.Account("2222222"));
        var (_, changes) = await core.FetchAsync("/dantainai/v1/koza-henko");

        changes.Objects("henko").Should().ContainSingle().Which.Text("atenabango").Should().Be(Person);
        (await core.FetchAsync($"/dantainai/v1/koza-henko?since={changes.Text("cursor")}")).Body.Objects("henko").Should().BeEmpty();
        (await ResultAsync(first))["koza"]!["kozabango"]!.GetValue<string>().Should().Be("1111111", "a result stays what it was");
        (await ResultAsync(await AskAsync()))["koza"]!["kozabango"]!.GetValue<string>().Should().Be("2222222");
    }

    [Fact]
    public async Task A_change_of_whom_nobody_asked_about_is_told_to_nobody()
    {
        host.Accounts.Change("stranger", SomePortal.Account());

        (await core.FetchAsync("/dantainai/v1/koza-henko")).Body.Objects("henko").Should().BeEmpty();
    }

    [Fact]
    public async Task Without_the_persons_will_the_inquiry_ends_in_an_error()
    {
        host.Accounts.PollsUntilAnswered = 0;
        host.Accounts.Register(Person, SomePortal.Account());
        var unwilling = host.Mynaportal.Apply(SomePortal.Application() with { UseRegisteredAccount = false });
        var willing = host.Mynaportal.Apply(SomePortal.Application());

        (await ResultAsync(await AskAsync(application: unwilling)))["error"]!["code"]!.GetValue<string>().Should().Be("K0403");
        (await ResultAsync(await AskAsync(application: willing))).Text("torokuumu").Should().Be("1");
        host.Accounts.RefuseConsent(Person);
        (await ResultAsync(await AskAsync())).Text("jotai").Should().Be("error");
    }

    [Fact]
    public async Task An_account_can_be_prepared_for_an_application_whose_person_has_no_number_yet()
    {
        host.Accounts.PollsUntilAnswered = 0;
        var application = host.Mynaportal.Apply(SomePortal.Application());
        host.Accounts.Register(application, SomePortal.Account());

        var result = await ResultAsync(await AskAsync("000000000000999", application));

        result.Text("torokuumu").Should().Be("1");
        host.Accounts.Inquiries(application).Should().ContainSingle().Which.Person.Should().Be("000000000000999");
    }

    [Fact]
    public async Task The_network_is_down_for_one_person_or_for_all_until_it_is_up_again()
    {
        using (host.Accounts.TakeDown(Person, TimeSpan.FromMinutes(10)))
        {
            using var content = new StringContent(Inquiry(Person, null).ToJsonString());
            using var response = await core.PostAsync(new Uri("/dantainai/v1/koza-shokai", UriKind.Relative), content, TestContext.Current.CancellationToken);
            ((int)response.StatusCode, response.Headers.RetryAfter!.Delta).Should().Be((503, TimeSpan.FromMinutes(10)));
            (await core.SendAsync("/dantainai/v1/koza-shokai", Inquiry("other", null))).Status.Should().Be(202);
        }

        (await core.SendAsync("/dantainai/v1/koza-shokai", Inquiry(Person, null))).Status.Should().Be(202);
        using (host.Accounts.TakeDown())
        {
            (await core.FetchAsync("/dantainai/v1/koza-henko")).Status.Should().Be(503);
        }
    }

    [Theory]
    [InlineData("""{"gyomuid":"27","atenabango":"1"}""")]
    [InlineData("""{"gyomuid":"027"}""")]
    [InlineData("nonsense")]
    public async Task An_inquiry_that_cannot_be_understood_is_refused(string body)
    {
        using var content = new StringContent(body);
        using var response = await core.PostAsync(new Uri("/dantainai/v1/koza-shokai", UriKind.Relative), content, TestContext.Current.CancellationToken);

        (await response.ReadAsync()).Status.Should().Be(400);
    }

    [Fact]
    public async Task An_integrated_number_in_an_inquiry_is_remarked()
    {
        var inquiry = Inquiry(Person, null);
        inquiry["togoatenabango"] = "1";

        await core.SendAsync("/dantainai/v1/koza-shokai", inquiry);

        host.Journal.Entries[^1].Remarks.Should().ContainSingle().Which.Should().Contain("togoatenabango");
    }

    [Fact]
    public async Task A_token_for_something_else_and_an_unknown_number_are_refused()
    {
        using var other = Some.Caller(host, NeighbourScopes.PortalRead);

        (await other.FetchAsync("/dantainai/v1/koza-henko")).Status.Should().Be(403);
        (await core.FetchAsync("/dantainai/v1/koza-shokai/K1")).Status.Should().Be(404);
        (await core.FetchAsync("/dantainai/v1/koza-henko?since=x")).Status.Should().Be(400);
    }

    [Fact]
    public void An_account_that_is_none_is_refused_at_once() =>
        FluentActions.Invoking(() => host.Accounts.Register(Person, new BankAccount("1", "123", "1", "1234567", "ｱ"))).Should().Throw<BadInputException>()
            .Which.Problems.Should().ContainSingle().Which.File.Should().Be("account.kinyukikankodo");

    private static JsonObject Inquiry(string person, string? application) => new() { ["gyomuid"] = "027", ["atenabango"] = person, ["uketsukebango"] = application };

    private async Task<string> AskAsync(string person = Person, string? application = null)
    {
        var (status, body) = await core.SendAsync("/dantainai/v1/koza-shokai", Inquiry(person, application));
        status.Should().Be(202);
        return body.Text("shokaibango");
    }

    private async Task<JsonObject> ResultAsync(string number)
    {
        var (status, body) = await core.FetchAsync($"/dantainai/v1/koza-shokai/{number}");
        status.Should().Be(200);
        return body;
    }
}
