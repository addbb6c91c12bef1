using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Conformance.Spec;

namespace Conformance.Mocks.Tests;

public sealed class MockHostTests
{
    [Fact]
    public async Task A_taken_port_is_no_obstacle_and_is_said()
    {
        await using var first = await Some.Host();
        await using var second = await Some.Host(new MockHostOptions { Port = first.BaseAddress.Port });

        second.BaseAddress.Port.Should().NotBe(first.BaseAddress.Port);
        second.Notice.Should().Contain($"{first.BaseAddress.Port} is taken").And.Contain($"{second.BaseAddress.Port}");
        first.Notice.Should().BeNull();
        using var core = Some.Caller(second);
        (await core.SendAsync(Some.NumberPath, Some.Registration())).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_port_that_is_free_again_can_be_had_again()
    {
        var first = await Some.Host();
        var port = first.BaseAddress.Port;
        await first.DisposeAsync();

        await using var second = await Some.Host(new MockHostOptions { Port = port });

        second.BaseAddress.Port.Should().Be(port);
    }

    [Fact]
    public async Task Everything_wrong_with_the_options_is_told_at_once()
    {
        var start = () => MockHost.StartAsync(
            new MockHostOptions
            {
                Port = 70_000,
                Journal = new JournalOptions { Capacity = 0 },
                Atena = new AtenaOptions { FirstSerial = -1 },
                OAuth = new OAuthOptions
                {
                    Clients = [new("short", "short", "1", ["no scope"]), Some.Client, Some.Client],
                },
            },
            TestContext.Current.CancellationToken);

        (await start.Should().ThrowAsync<BadInputException>()).Which.Problems.Select(problem => problem.Code)
            .Should().Equal("CF6801", "CF6802", "CF6803", "CF6804", "CF6805", "CF6806", "CF6807", "CF6808");
    }

    [Fact]
    public async Task Https_is_trusted_by_who_trusts_the_test_authority_and_by_nobody_else()
    {
        await using var host = await Some.Host(new MockHostOptions { Https = true });
        host.BaseAddress.Scheme.Should().Be("https");
        using var authority = X509Certificate2.CreateFromPem(host.CertificateAuthorityPem);
        using var trusting = new SocketsHttpHandler();
        trusting.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, CustomTrustStore = { authority },
        };

        using var trusted = new HttpClient(trusting);
        (await trusted.GetStringAsync(new Uri(host.BaseAddress, "/__admin/health"), TestContext.Current.CancellationToken)).Should().Contain("healthy");
        (await trusted.GetStringAsync($"https://localhost:{host.BaseAddress.Port}/__admin/health", TestContext.Current.CancellationToken)).Should().Contain("healthy");
        using var stranger = new HttpClient();
        await FluentActions.Awaiting(() => stranger.GetStringAsync(new Uri(host.BaseAddress, "/__admin/health"), TestContext.Current.CancellationToken))
            .Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task The_journal_is_readable_over_http_latest_first()
    {
        await using var host = await Some.Host();
        using var core = Some.Caller(host);
        await core.SendAsync(Some.NumberPath, Some.Registration());
        await core.SendAsync(Some.InquiryPath, Some.Inquiry("shimei", "佐藤　一郎"));
        host.Journal.TryClaim(1, "scenario");

        var (_, all) = await GetAsync(core, "/__admin/requests?limit=1");
        var (_, unclaimed) = await GetAsync(core, "/__admin/requests?unclaimed=true");

        all["meta"]!["total"]!.GetValue<int>().Should().Be(2);
        var latest = all["requests"]!.AsArray().Should().ContainSingle().Subject!;
        latest["conformance"]!["operation"]!.GetValue<string>().Should().Be("照会");
        latest["request"]!["url"]!.GetValue<string>().Should().Be(Some.InquiryPath);
        latest["response"]!["status"]!.GetValue<int>().Should().Be(200);
        latest["wasMatched"]!.GetValue<bool>().Should().BeTrue();
        unclaimed["requests"]!.AsArray().Should().ContainSingle().Which!["conformance"]!["sequence"]!.GetValue<int>().Should().Be(2);
    }

    [Fact]
    public async Task Health_tells_what_the_journal_lost()
    {
        await using var host = await Some.Host(new MockHostOptions { Journal = new JournalOptions { Capacity = 1 } });
        using var core = Some.Caller(host);
        await core.SendAsync(Some.NumberPath, Some.Registration());
        await core.SendAsync(Some.NumberPath, Some.Registration());

        var (status, body) = await GetAsync(core, "/__admin/health");

        (status, body.Text("status")).Should().Be((200, "healthy"));
        body["journal"]!["dropped"]!.GetValue<int>().Should().Be(1);
        body["journal"]!["unclaimedGone"]!.GetValue<int>().Should().Be(1);
    }

    [Theory]
    [InlineData("/__admin/requests?limit=many", HttpStatusCode.BadRequest)]
    [InlineData("/__admin/requests?since=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/__admin/nothing", HttpStatusCode.NotFound)]
    public async Task Admin_requests_that_cannot_be_understood_are_refused(string path, HttpStatusCode status)
    {
        await using var host = await Some.Host();
        using var http = new HttpClient { BaseAddress = host.BaseAddress };

        using var response = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(status);
        host.Journal.Entries.Should().BeEmpty();
    }

    [Fact]
    public async Task A_path_that_nobody_answers_at_is_404_and_unclaimed()
    {
        await using var host = await Some.Host();
        using var core = Some.Caller(host);

        using var response = await core.GetAsync(new Uri("/app_submit/v11/other?access_token=secret&a=b", UriKind.Relative), TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        var unclaimed = host.Journal.Unclaimed().Should().ContainSingle().Subject;
        (unclaimed.Entry.Neighbour, unclaimed.Entry.Operation).Should().Be(("", "不明"));
        unclaimed.Entry.Path.Should().Be("/app_submit/v11/other?access_token=[redacted]&a=b");
    }

    [Fact]
    public async Task Credentials_sent_to_a_wrong_path_stay_out_of_the_journal()
    {
        await using var host = await Some.Host();
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("client_secret", "very secret"), KeyValuePair.Create("scope", "x")]);

        using var response = await http.PostAsync(new Uri(host.BaseAddress, "/token"), form, TestContext.Current.CancellationToken);

        host.Journal.Entries.Should().ContainSingle().Which.Body.Should().Be("client_secret=[redacted]&scope=x");
    }

    [Fact]
    public async Task A_request_that_breaks_off_is_journalled()
    {
        await using var host = await Some.Host();
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(IPAddress.Loopback, host.BaseAddress.Port, TestContext.Current.CancellationToken);
            var head = $"POST {Some.NumberPath} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{{";
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        }

        var entry = await host.Journal.WaitForAsync(_ => true, Some.Deadline, TestContext.Current.CancellationToken);

        entry!.Path.Should().Be(Some.NumberPath);
        entry.Operation.Should().Be("不明");
        entry.Reasons.Should().ContainSingle();
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_and_journalled()
    {
        await using var host = await Some.Host(new MockHostOptions { LargestBody = 1000 });
        using var core = Some.Caller(host);
        using var content = new StringContent(new string('x', 1001), Encoding.UTF8, "application/json");

        using var response = await core.PostAsync(new Uri(Some.NumberPath, UriKind.Relative), content, TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        host.Journal.Entries.Should().ContainSingle().Which.ResponseStatus.Should().Be(413);
    }

    [Fact]
    public async Task Standalone_prints_addresses_and_a_made_up_client_and_ends_when_told()
    {
        using var output = new Announcement();
        using var stop = new CancellationTokenSource();

        var running = MockHost.RunStandaloneAsync(new MockHostOptions(), output, stop.Token);
        var text = await output.Said.WaitAsync(Some.Deadline, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await running;

        text.Should().Contain("http://127.0.0.1:").And.Contain("/oauth/token").And.Contain(Some.NumberPath).And.MatchRegex("client +[0-9A-Za-z]{32}  secret [0-9A-Za-z]{48} ");
    }

    [Fact]
    public async Task Given_secrets_are_not_printed()
    {
        await using var host = await Some.Host();

        host.Description(showSecrets: false).Should().Contain(Some.Client.ClientId).And.NotContain(Some.Client.Secret);
    }

    [Fact]
    public async Task The_host_is_reached_on_the_loopback_only()
    {
        await using var host = await Some.Host();
        var elsewhere = Array.Find(await Dns.GetHostAddressesAsync(Dns.GetHostName(), TestContext.Current.CancellationToken),
            address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
        if (elsewhere is null)
        {
            Assert.Skip("This machine has no other address than the loopback.");
        }

        using var socket = new TcpClient();
        await FluentActions.Awaiting(() => socket.ConnectAsync(elsewhere, host.BaseAddress.Port, TestContext.Current.CancellationToken).AsTask())
            .Should().ThrowAsync<SocketException>();
    }

    private static async Task<(int Status, System.Text.Json.Nodes.JsonObject Body)> GetAsync(HttpClient http, string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return await response.ReadAsync();
    }

    private sealed class Announcement : StringWriter
    {
        private readonly TaskCompletionSource<string> said = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Said => said.Task;

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            said.TrySetResult(ToString());
            return Task.CompletedTask;
        }
    }
}
