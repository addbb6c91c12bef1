using System.Globalization;

namespace Conformance.Cli.Tests.SharedUse;

/// <summary>Windows, ledger and settings that were left, with the real program on the reference application.</summary>
public sealed class SharedEnvironmentTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly string port = FreePort();
    private ConformanceProgram? reference;
    private Uri? address;

    public async ValueTask InitializeAsync()
    {
        reference = ConformanceProgram.Start("reference", "serve", "--port", "0", "--introspection", $"http://127.0.0.1:{port}/oauth/introspect");
        var line = await reference.LineAsync(candidate => candidate.StartsWith("address", StringComparison.Ordinal));
        address = new Uri(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
    }

    public async ValueTask DisposeAsync()
    {
        await reference!.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("ja", "今は使えません")]
    [InlineData("en", "may not be used now")]
    public async Task A_run_outside_the_window_is_refused_with_when_it_opens_and_sends_nothing(string language, string told)
    {
        Profile("window: ['2020-01-01 09:00-10:00'], owner: 共同検証環境");

        var run = await RunAsync("--lang", language);

        run.ExitCode.Should().Be(3, run.Output + run.Errors);
        run.Errors.Should().Contain(told).And.Contain("共同検証環境");
        Directory.Exists(folder["out"]).Should().BeFalse();
        (await ConformanceProgram.RunAsync("environment", "status", "--profile", folder["p.profile.yaml"])).ExitCode.Should().Be(3);
    }

    [Fact]
    public async Task A_run_that_reaches_the_end_of_the_window_stops_and_can_go_on_later()
    {
        var now = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(9));
        Profile(string.Create(CultureInfo.InvariantCulture, $"window: ['{now.AddMinutes(-5):yyyy-MM-dd HH:mm:ss}-{now.AddSeconds(20):HH:mm:ss}'], rate: 1/s, owner: x"));

        var run = await RunAsync();

        run.ExitCode.Should().Be(130, run.Output + run.Errors);
        run.Errors.Should().Contain("--resume");
        (await ConformanceProgram.RunAsync("status", folder["out"])).Output.Should().Contain("中断");
        (await ConformanceProgram.RunAsync("run", "--resume", folder["out"], "--mocks-port", port)).ExitCode.Should().Be(3, "it is closed");
    }

    [Fact]
    public async Task Everything_that_was_written_is_in_the_ledger()
    {
        Profile("owner: x");
        await RunAsync("--filter", "kanri.0310001.form");

        var ledger = await ConformanceProgram.RunAsync("ledger", folder["out"], "--csv", folder["made.csv"]);

        ledger.ExitCode.Should().Be(0, ledger.Output + ledger.Errors);
        ledger.Output.Should().Contain("付番").And.Contain("受付");
        var rows = await File.ReadAllLinesAsync(folder["made.csv"], TestContext.Current.CancellationToken);
        rows[0].Should().Contain("宛名番号");
        rows.Should().HaveCountGreaterThan(1).And.Contain(row => row.Contains("\"accepted\"", StringComparison.Ordinal));
        (await ConformanceProgram.RunAsync("ledger", folder["nowhere"])).Errors.Should().StartWith("CF6070");
        (await ConformanceProgram.RunAsync("environment", "restore", "--profile", folder["p.profile.yaml"], "--lang", "en")).Errors.Should().Contain("CF5013", "tokens come from a run's own server");
    }

    [Fact]
    public async Task A_setting_that_a_killed_run_left_is_told_and_put_back()
    {
        await using var office = ConformanceProgram.Start("reference", "serve", "--app", "jidoteate", "--port", "0", "--token", "settings0token0settings0token00");
        var target = new Uri((await office.LineAsync(candidate => candidate.StartsWith("address", StringComparison.Ordinal))).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
        var file = folder.Write("027.profile.yaml", File.ReadAllText(Path.Combine(ConformanceProgram.Home, "cli", "Demo", "027.profile.yaml"))
            .Replace("${target}", target.ToString(), StringComparison.Ordinal).Replace("settings: changeable", "settings: restore", StringComparison.Ordinal));
        using var http = new HttpClient { BaseAddress = target };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "settings0token0settings0token00");
        async Task<string> SetAsync(string body)
        {
            using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri("api/settei", UriKind.Relative), content, TestContext.Current.CancellationToken);
            return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }

        (await SetAsync("{\"tsuchinojusho\": \"1\"}")).Should().Contain("\"tsuchinojusho\":\"1\"");
        var loaded = Conformance.Drivers.Profiles.ProfileLoader.Load(file);
        new Conformance.Steps.Running.SettingsJournal(Conformance.Cli.SharedUse.LeftSettings.FileOf(loaded), "killed", TimeProvider.System).Before("設定変更", "tsuchinojusho", "0");
        var environment = new Dictionary<string, string> { ["CONFORMANCE_DEMO_CORE_TOKEN"] = "settings0token0settings0token00", ["CONFORMANCE_DEMO_OPERATOR_1"] = "op1:pass", ["CONFORMANCE_DEMO_OPERATOR_2"] = "op2:pass", ["CONFORMANCE_DEMO_OPERATOR_3"] = "view1:pass" };

        await using var status = ConformanceProgram.Start(environment, "environment", "status", "--profile", file);
        var told = await status.EndAsync();
        told.ExitCode.Should().Be(1, told.Output + told.Errors);
        told.Output.Should().Contain("tsuchinojusho = 0");
        await using var restore = ConformanceProgram.Start(environment, "environment", "restore", "--profile", file);
        var restored = await restore.EndAsync();
        restored.ExitCode.Should().Be(0, restored.Output + restored.Errors);
        (await SetAsync("{}")).Should().Contain("\"tsuchinojusho\":\"0\"");
    }

    private void Profile(string environment) => folder.Write("p.profile.yaml", Some.Profile(address!).Replace("timeout: 1 s", "timeout: 60 s", StringComparison.Ordinal)
        .Replace("environment: {kind: test, owner: conformance, settings: read-only}", $"environment: {{kind: test, {environment}}}", StringComparison.Ordinal));

    private Task<ProgramResult> RunAsync(params string[] arguments) => ConformanceProgram.RunAsync(
        ["run", "--profile", folder["p.profile.yaml"], "--driver", "api", "--mocks-port", port, "--out", folder["out"], .. arguments]);

    private static string FreePort()
    {
        using var reserved = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        reserved.Start();
        return ((System.Net.IPEndPoint)reserved.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
