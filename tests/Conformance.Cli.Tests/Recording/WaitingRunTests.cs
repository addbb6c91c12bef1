using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Conformance.Drivers.Ui;

namespace Conformance.Cli.Tests.Recording;

/// <summary>Scenarios that wait (待機) for a batch of the reference application of 児童手当, which is started by hand, as at night.</summary>
public sealed partial class WaitingRunTests : IDisposable
{
    private const string Token = "waiting0token0waiting0token0";
    private readonly TemporaryFolder folder = new();
    private readonly string mocks = FreePort();
    private readonly Dictionary<string, string> environment = new()
    {
        ["CONFORMANCE_CLIENT_ID"] = "waiting0client0waiting0client000", ["CONFORMANCE_CLIENT_SECRET"] = new string('7', 48), ["CONFORMANCE_DEMO_CORE_TOKEN"] = Token,
        ["CONFORMANCE_DEMO_OPERATOR_1"] = "op1:pass", ["CONFORMANCE_DEMO_OPERATOR_2"] = "op2:pass", ["CONFORMANCE_DEMO_OPERATOR_3"] = "view1:pass",
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("api")]
    [InlineData("ui")]
    public async Task A_run_that_holds_goes_on_once_the_batch_has_run_and_waits_again_while_it_has_not(string driver)
    {
        Assert.SkipUnless(driver == "api" || BrowserFinder.Find() is not null, "No browser is installed.");
        await using var reference = await ReferenceAsync();
        await using var program = Start(driver, "--hold", "3m");
        await program.LineAsync(line => line.StartsWith("バッチを待っています", StringComparison.Ordinal));
        Scenario().Should().Be(("inconclusive", "待機: 「申請取込」 has to run first."));

        await program.EnterAsync();
        await program.LineAsync(line => Scenario().Reason?.Contains("has not run", StringComparison.Ordinal) == true && line.StartsWith("バッチを待っています", StringComparison.Ordinal));

        await RunBatchAsync();
        await program.EnterAsync();
        var result = await program.EndAsync();

        // Of the whole standard one scenario was run, so the run says nothing yet; the scenario does.
        result.ExitCode.Should().Be(3, result.Output + result.Errors);
        Scenario().Should().Be(("conforms", null));
        Some.Result(folder["out"]).GetProperty("run").TryGetProperty("waiting", out _).Should().BeFalse("nothing waits any more");
    }

    [Fact]
    public async Task What_was_prepared_in_a_process_that_ended_is_said_to_be_gone_and_blamed_on_nobody()
    {
        await using var reference = await ReferenceAsync();
        await using (var first = Start("api"))
        {
            (await first.EndAsync()).ExitCode.Should().Be(5);
        }

        var status = await ConformanceProgram.RunAsync("status", folder["out"]);
        status.ExitCode.Should().Be(5, status.Output + status.Errors);
        status.Output.Should().Contain("待機").And.Contain("申請取込").And.Contain("×1").And.Contain("--continue");

        await using var second = ConformanceProgram.Start(environment, "run", "--continue", folder["out"], "--mocks-port", mocks);
        var result = await second.EndAsync();

        result.ExitCode.Should().Be(3, result.Output + result.Errors);
        Scenario().Verdict.Should().Be("inconclusive");
        Scenario().Reason.Should().Contain("--hold");
    }

    private ConformanceProgram Start(string driver, params string[] more) => ConformanceProgram.Start(
        environment, ["run", "--profile", folder["027.profile.yaml"], "--driver", driver, "--filter", "jidoteate.児手-2.1.1.arrives", "--mocks-port", mocks, "--out", folder["out"], .. more]);

    private (string? Verdict, string? Reason) Scenario()
    {
        var scenario = Some.Result(folder["out"]).GetProperty("scenarios")[0];
        return (scenario.GetProperty("verdict").GetString(), scenario.GetProperty("reason").GetString());
    }

    // It takes in what there is only when told to: its own rounds are an hour apart.
    private async Task<ConformanceProgram> ReferenceAsync()
    {
        var around = $"http://127.0.0.1:{mocks}";
        var reference = ConformanceProgram.Start(environment, "reference", "serve", "--app", "jidoteate", "--port", "0", "--token", Token, "--interval", "3600s",
            "--mynaportal", around, "--koza", around, "--jumin", around, "--token-endpoint", around + "/oauth/token");
        var address = (await reference.LineAsync(line => line.StartsWith("address", StringComparison.Ordinal))).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        await File.WriteAllTextAsync(folder["target"], address);
        var profile = await File.ReadAllTextAsync(Path.Combine(ConformanceProgram.Home, "cli", "Demo", "027.profile.yaml"));
        folder.Write("027.profile.yaml", StartOfIntake().Replace(profile, "").Replace("${target}", address, StringComparison.Ordinal) + "batches: {申請取込: 待機}\n");
        return reference;
    }

    private async Task RunBatchAsync()
    {
        using var client = new HttpClient { BaseAddress = new Uri(await File.ReadAllTextAsync(folder["target"])) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var answer = await client.PostAsJsonAsync("api/torikomi", new { });
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^  申請取込: .*\n", RegexOptions.Multiline)]
    private static partial Regex StartOfIntake();
}
