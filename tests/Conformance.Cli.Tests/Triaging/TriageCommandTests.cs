using System.Text.Json;
using Conformance.Cli.Tests.Miniatures;

namespace Conformance.Cli.Tests.Triaging;

/// <summary>Failures of the reference application, sorted and run again; and a product whose build is replaced.</summary>
public sealed class TriageCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly string port = FreePort();
    private ConformanceProgram? reference;
    private VersionPage? page;

    public async ValueTask InitializeAsync()
    {
        page = await VersionPage.StartAsync();
        reference = ConformanceProgram.Start("reference", "serve", "--port", "0", "--introspection", $"http://127.0.0.1:{port}/oauth/introspect", "--fault", "A44-lost-history");
        var line = await reference.LineAsync(candidate => candidate.StartsWith("address", StringComparison.Ordinal));
        var address = new Uri(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
        folder.Write("acme.profile.yaml", Some.Profile(address).Replace("timeout: 1 s", "timeout: 60 s", StringComparison.Ordinal).Replace("see: {deadline: 5 s", "see: {deadline: 500 ms", StringComparison.Ordinal)
            .Replace($"base: {address}op/", $"base: {page.Address}", StringComparison.Ordinal)
            .Replace("vendor: 架空システム株式会社}", "vendor: 架空システム株式会社, build: {get: /version, on: ui, match: 'Build (.+)<'}}", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await reference!.DisposeAsync();
        await page!.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Failures_are_grouped_listed_as_known_and_run_again_group_by_group()
    {
        (await RunAsync("first", "0310022")).ExitCode.Should().Be(1);

        var sorted = await ConformanceProgram.RunAsync("triage", folder["first"], "--xlsx", folder["sheet.xlsx"]);
        sorted.ExitCode.Should().Be(1, sorted.Output + sorted.Errors);
        sorted.Output.Should().Contain("[1] 新規").And.Contain("--rerun-failed");
        File.Exists(folder["sheet.xlsx"]).Should().BeTrue();
        var group = Triage().GetProperty("groups")[0];
        Some.Result(folder["first"]).GetProperty("run").GetProperty("build").GetString().Should().Be("1");

        var again = await RunAsync("again", null, "--rerun-failed", folder["first"], "--group", group.GetProperty("id").GetString()!);
        again.ExitCode.Should().Be(1, again.Output + again.Errors);
        Some.Result(folder["again"]).GetProperty("scenarios").GetArrayLength().Should().Be(group.GetProperty("scenarios").GetArrayLength());
        (await RunAsync("none", null, "--rerun-failed", folder["first"], "--group", "99")).Errors.Should().StartWith("CF6123");
        (await RunAsync("none", "0310022", "--group", "1")).Errors.Should().StartWith("CF6074");

        folder.Write("known.yaml", "known:\n- {ticket: BUG-1, owner: 佐藤, reason: 次の版, expires: '2099-12-31', match: {unit: '0310022'}}\n- {ticket: BUG-2, owner: 佐藤, reason: 済, expires: '2099-12-31', match: {unit: '9'}}\n");
        var known = await ConformanceProgram.RunAsync("triage", folder["first"], "--known", folder["known.yaml"], "--baseline", folder["again"], "--lang", "en");
        known.ExitCode.Should().Be(0, known.Output + known.Errors);
        known.Output.Should().Contain("BUG-1").And.Contain("No failure fits the entry BUG-2");
        Some.Result(folder["first"]).GetProperty("run").GetProperty("verdict").GetString().Should().Be("nonconforming", "no verdict changes");
        folder.Write("known.yaml", "known:\n- {ticket: BUG-1}\n");
        var refused = await ConformanceProgram.RunAsync("triage", folder["first"], "--known", folder["known.yaml"]);
        refused.ExitCode.Should().Be(2);
        refused.Errors.Should().Contain("CF1202").And.Contain("CF7112");
    }

    [Fact]
    public async Task A_build_that_changes_under_a_run_gives_no_verdict()
    {
        page!.Build = time => time == 1 ? "1" : "2";

        var run = await RunAsync("first", "0310022");

        run.ExitCode.Should().Be(3, run.Output + run.Errors);
        run.Output.Should().Contain("1 → 2");
        var resumed = await ConformanceProgram.RunAsync("run", "--resume", folder["first"], "--mocks-port", port);
        resumed.ExitCode.Should().Be(2);
        resumed.Errors.Should().StartWith("CF6121");
    }

    [Fact]
    public async Task Parts_that_ran_on_two_builds_are_not_merged()
    {
        await RunAsync("one", "@機能:0310022", "--shard", "1/2");
        page!.Build = _ => "2";
        await RunAsync("two", "@機能:0310022", "--shard", "2/2");

        var merged = await ConformanceProgram.RunAsync("merge", folder["one"], folder["two"], "--out", folder["merged"]);

        merged.ExitCode.Should().Be(2);
        merged.Errors.Should().StartWith("CF6122");
    }

    private JsonElement Triage() => JsonDocument.Parse(File.ReadAllText(folder["first", "triage.json"])).RootElement;

    private Task<ProgramResult> RunAsync(string name, string? filter, params string[] arguments) => ConformanceProgram.RunAsync(
        ["run", "--profile", folder["acme.profile.yaml"], "--driver", "api", "--mocks-port", port, "--out", folder[name], .. filter is null ? [] : new[] { "--filter", filter }, .. arguments]);

    private static string FreePort()
    {
        using var reserved = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        reserved.Start();
        return ((System.Net.IPEndPoint)reserved.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
