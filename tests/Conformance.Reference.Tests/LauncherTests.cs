using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Conformance.Reference.Tests;

public sealed class LauncherTests
{
    [Fact]
    public async Task It_prints_one_line_serves_and_ends_with_its_input()
    {
        using var deadline = Deadline();
        using var process = Start("--app", "atena", "--stdin-lifetime");
        var line = await process.StandardOutput.ReadLineAsync(deadline.Token);
        line.Should().MatchRegex("^listening http://127\\.0\\.0\\.1:[0-9]+$");

        using var client = new HttpClient();
        (await client.GetStringAsync(new Uri(line!["listening ".Length..] + "/health"), deadline.Token)).Should().Be("ok");
        process.StandardInput.Close();
        await process.WaitForExitAsync(deadline.Token);

        process.ExitCode.Should().Be(0);
        (await process.StandardOutput.ReadToEndAsync(deadline.Token)).Should().BeEmpty();
        (await process.StandardError.ReadToEndAsync(deadline.Token)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("unknown fault 'A99-none'", "--app", "atena", "--fault", "A99-none")]
    [InlineData("unknown variant 'V99'", "--app", "atena", "--variant", "V99")]
    [InlineData("--app must be one of", "--app", "nonsense")]
    [InlineData("--app must be one of", "--port", "0")]
    [InlineData("--port must be 0 to 65535", "--app", "atena", "--port", "70000")]
    [InlineData("unknown option '--colour'", "--app", "atena", "--colour", "red")]
    [InlineData("--interval must be a time such as 200ms or 2s, not 'soon'", "--app", "jumin", "--interval", "soon")]
    [InlineData("--koza must be an http or https address, not 'there'", "--app", "jidoteate", "--koza", "there")]
    [InlineData("--port needs a value", "--app", "atena", "--port")]
    public async Task A_wrong_command_line_ends_with_2_and_says_what_is_wrong(string message, params string[] arguments)
    {
        using var deadline = Deadline();
        using var process = Start(arguments);
        await process.WaitForExitAsync(deadline.Token);

        process.ExitCode.Should().Be(2);
        (await process.StandardError.ReadToEndAsync(deadline.Token)).Should().Contain(message);
    }

    [Fact]
    public async Task A_taken_port_ends_with_2()
    {
        using var deadline = Deadline();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var process = Start("--app", "atena", "--port", $"{((IPEndPoint)listener.LocalEndpoint).Port}");
        await process.WaitForExitAsync(deadline.Token);

        process.ExitCode.Should().Be(2);
    }

    [Theory]
    [InlineData("--faults-json", "id,function,what,app,shows,driver,onScreensOnly")]
    [InlineData("--variants-json", "id,what,permission")]
    public async Task Lists_are_JSON_with_these_members(string option, string members)
    {
        using var deadline = Deadline();
        using var process = Start(option, "--app", "atena");
        var text = await process.StandardOutput.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);

        using var list = JsonDocument.Parse(text);
        list.RootElement.EnumerateArray().Should().NotBeEmpty()
            .And.OnlyContain(entry => string.Join(',', entry.EnumerateObject().Select(member => member.Name)) == members);
    }

    private static CancellationTokenSource Deadline()
    {
        var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        return deadline;
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Conformance.Reference.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
