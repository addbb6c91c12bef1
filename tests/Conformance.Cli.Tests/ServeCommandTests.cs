using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Conformance.Cli.Tests;

public sealed class ServeCommandTests : IDisposable
{
    private readonly TcpListener taken = new(IPAddress.Loopback, 0);
    private readonly HttpClient client = new();

    public ServeCommandTests() => taken.Start();

    private string Port => ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task Mocks_find_another_port_where_theirs_is_taken_and_end_with_Ctrl_C()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGINT to send on Windows.");
        await using var program = ConformanceProgram.Start("mocks", "serve", "--port", Port);
        var health = await program.LineAsync(line => line.StartsWith("health", StringComparison.Ordinal));

        using var answer = await client.GetAsync(Address(health));
        program.Interrupt();
        var result = await program.EndAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        result.Output.Should().Contain($"Port {Port} is taken");
        result.ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task The_secret_of_a_client_that_was_given_is_not_printed()
    {
        const string secret = "a-secret-that-nobody-else-may-see-0123456789";
        await using var program = ConformanceProgram.Start(
            new Dictionary<string, string> { ["CONFORMANCE_CLIENT_ID"] = "0123456789abcdef0123456789abcdef", ["CONFORMANCE_CLIENT_SECRET"] = secret }, "mocks", "serve", "--port", "0");

        (await program.LineAsync(line => line.StartsWith("client", StringComparison.Ordinal))).Should().Contain("0123456789abcdef0123456789abcdef").And.NotContain(secret);
    }

    [Theory]
    [InlineData("atena", "op")]
    [InlineData("core", "")]
    public async Task A_reference_application_serves_its_screens_until_Ctrl_C_also_where_its_port_is_taken(string app, string screens)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGINT to send on Windows.");
        await using var program = ConformanceProgram.Start("reference", "serve", "--app", app, "--port", Port);
        var address = Address(await program.LineAsync(line => line.StartsWith("screens", StringComparison.Ordinal)));

        var page = await client.GetStringAsync(address);
        program.Interrupt();
        var result = await program.EndAsync();

        address.AbsolutePath.Should().Be("/" + screens);
        page.Should().Contain("<html");
        result.Errors.Should().Contain($"Port {Port} is taken");
        result.ExitCode.Should().Be(0);
        await client.Invoking(http => http.GetStringAsync(address)).Should().ThrowAsync<HttpRequestException>("the child has ended too");
    }

    [Fact]
    public async Task The_reference_accepts_the_token_that_was_given_for_trying_and_no_other()
    {
        await using var program = ConformanceProgram.Start("reference", "serve", "--token", "for-trying");
        var address = Address(await program.LineAsync(line => line.StartsWith("address", StringComparison.Ordinal)));

        (await InquireAsync(address, "for-trying")).Should().NotBe(HttpStatusCode.Unauthorized);
        (await InquireAsync(address, "another")).Should().Be(HttpStatusCode.Unauthorized);
    }

    public void Dispose()
    {
        taken.Dispose();
        client.Dispose();
    }

    private async Task<HttpStatusCode> InquireAsync(Uri address, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "app_submit/v10/jutogaishaatenakihonjohosyokai")) { Content = new StringContent("{}", null, "application/json") };
        request.Headers.Authorization = new("Bearer", token);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private static Uri Address(string line) => new(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]);
}
