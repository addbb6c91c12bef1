using System.Net;

namespace Conformance.Mocks.Tests;

public sealed class FaultTests : WithMocks
{
    [Fact]
    public async Task A_status_strikes_one_persons_requests_as_often_as_wanted()
    {
        host.Faults.Inject(new Fault(AtenaOperations.Number) { Containing = Some.Named("佐藤　一郎"), Status = 503, Body = "<html></html>", Times = 1 });

        (await StatusAsync("鈴木　花子")).Should().Be(HttpStatusCode.OK);
        (await StatusAsync("佐藤　一郎")).Should().Be(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync("佐藤　一郎")).Should().Be(HttpStatusCode.OK);
        host.Journal.Entries.Select(entry => entry.Fault).Should().Equal(null, "status 503", null);
        (await FoundAsync("佐藤　一郎")).Should().Be(1, "what was struck took no effect");
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_reset_closes_the_connection_before_or_after_the_effect(bool takesEffect, int found)
    {
        using (host.Faults.Inject(new Fault(AtenaOperations.Number) { Reset = true, TakesEffect = takesEffect }))
        {
            await FluentActions.Awaiting(() => StatusAsync("佐藤　一郎")).Should().ThrowAsync<HttpRequestException>();
        }

        host.Journal.Entries.Should().NotBeEmpty().And.OnlyContain(entry => entry.ResponseStatus == null && entry.Fault == "reset");
        (await FoundAsync("佐藤　一郎")).Should().BeGreaterThanOrEqualTo(found).And.BeLessThanOrEqualTo(found * 2);
        (await StatusAsync("鈴木　花子")).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_delayed_answer_is_journalled_before_it_is_sent()
    {
        using var withdrawn = host.Faults.Inject(new Fault(AtenaOperations.Number) { Delay = TimeSpan.FromMinutes(10) });
        using var impatient = new CancellationTokenSource();
        using var content = new StringContent(Some.Registration().ToJsonString());

        var call = core.PostAsync(new Uri(Some.NumberPath, UriKind.Relative), content, impatient.Token);
        var entry = await host.Journal.WaitForAsync(entry => entry.Operation == AtenaOperations.Number, Some.Deadline, TestContext.Current.CancellationToken);

        entry!.ResponseStatus.Should().Be(200);
        entry.Fault.Should().Be("delay 600000 ms");
        call.IsCompleted.Should().BeFalse();
        await impatient.CancelAsync();
        await FluentActions.Awaiting(() => call).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_fault_can_be_in_force_from_the_start_and_strike_the_authorisation_server()
    {
        await using var down = await Some.Host(new MockHostOptions { Faults = [new Fault(OAuthOperations.Token) { Status = 500 }] });
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")]);

        using var response = await http.PostAsync(down.Authorisation.TokenEndpoint, form, TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task Half_an_answer_breaks_off_in_its_body()
    {
        host.Faults.Inject(new Fault(AtenaOperations.Number) { HalfAnswer = true, Times = 1 });

        await FluentActions.Awaiting(() => StatusAsync("佐藤　一郎")).Should().ThrowAsync<HttpRequestException>();

        host.Journal.Entries[0].Fault.Should().Be("half an answer");
        (await FoundAsync("佐藤　一郎")).Should().Be(1, "the request took effect");
    }

    [Fact]
    public async Task An_answer_can_be_of_the_wrong_type_and_a_token_can_count_as_expired_once()
    {
        host.Faults.Inject(new Fault(AtenaOperations.Number) { ExpiredToken = true, Times = 1 });
        host.Faults.Inject(new Fault(AtenaOperations.Inquiry) { WrongContentType = "text/html" });

        (await StatusAsync("佐藤　一郎")).Should().Be(HttpStatusCode.Unauthorized);
        host.Journal.Entries[0].Reasons.Should().ContainSingle().Which.Should().Contain("expired");
        (await StatusAsync("佐藤　一郎")).Should().Be(HttpStatusCode.OK);
        using var content = new StringContent(Some.Inquiry("shimei", "佐藤　一郎").ToJsonString());
        using var response = await core.PostAsync(new Uri(Some.InquiryPath, UriKind.Relative), content, TestContext.Current.CancellationToken);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
    }

    [Fact]
    public async Task Lists_come_twice_and_in_reverse()
    {
        using var municipality = await SomePortal.Municipality(host);
        var numbers = new[] { host.Mynaportal.Apply(SomePortal.Application()), host.Mynaportal.Apply(SomePortal.Application()) };
        host.Faults.Inject(new Fault(Fault.Any) { Duplicates = true, OutOfOrder = true, Times = 1 });

        var (_, list) = await municipality.FetchAsync("/pittari/v1/applications");

        list.Objects("applications").Select(row => row.Text("uketsukebango")).Should().Equal(numbers[1], numbers[1], numbers[0], numbers[0]);
    }

    private async Task<HttpStatusCode> StatusAsync(string name)
    {
        using var content = new StringContent(Some.Registration(name).ToJsonString());
        using var response = await core.PostAsync(new Uri(Some.NumberPath, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private async Task<int> FoundAsync(string name)
    {
        var (_, body) = await core.SendAsync(Some.InquiryPath, Some.Inquiry("shimei", name));
        return body["result"]!.AsArray().Count;
    }
}
