using System.Globalization;
using System.Text.Json;

namespace Conformance.Cli.Tests.Recording;

/// <summary>Runs that are split, killed and gone on with, on the reference application in a process of its own.</summary>
public sealed class RecordedRunTests : IDisposable
{
    private const string Filter = "@機能:0310001 or @機能:0310009";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Parts_are_disjoint_and_complete_and_merge_to_the_verdicts_of_the_whole()
    {
        await using var reference = await ReferenceAsync();
        await RunAsync(reference, 0, "--out", folder["whole"]);
        await RunAsync(reference, 0, "--out", folder["one"], "--shard", "1/2", "--durations", folder["whole"]);
        await RunAsync(reference, 0, "--out", folder["two"], "--shard", "2/2", "--durations", folder["whole"]);

        var merged = await ConformanceProgram.RunAsync("merge", folder["one"], folder["two"], "--out", folder["merged"]);

        merged.ExitCode.Should().Be(Whole(folder["whole"]), merged.Output + merged.Errors);
        Verdicts(folder["merged"]).Should().BeEquivalentTo(Verdicts(folder["whole"]));
        Verdicts(folder["one"]).Keys.Intersect(Verdicts(folder["two"]).Keys).Should().BeEmpty();
        Some.Result(folder["merged"]).GetProperty("run").GetProperty("mergedFrom").GetArrayLength().Should().Be(2);
        foreach (var file in Evidence(folder["merged"]))
        {
            File.Exists(folder["merged", "evidence", file]).Should().BeTrue();
        }

        foreach (var (code, wrong) in new[] { ("missing", new[] { folder["one"] }), ("there 2 times", [folder["one"], folder["one"]]), ("whole run", [folder["whole"]]) })
        {
            var refused = await ConformanceProgram.RunAsync(["merge", .. wrong, "--out", folder["refused"]]);
            refused.ExitCode.Should().Be(2);
            refused.Errors.Should().Contain("CF6076").And.Contain(code);
            Directory.Exists(folder["refused"]).Should().BeFalse();
        }
    }

    [Fact]
    public async Task A_run_that_was_killed_goes_on_and_repeats_nothing_that_was_recorded()
    {
        await using var reference = await ReferenceAsync();
        var log = folder["out", "log", "kanri.ndjson"];
        Directory.CreateDirectory(Path.GetDirectoryName(log)!);
        using (var watcher = new FileSystemWatcher(folder["out"]) { IncludeSubdirectories = true, EnableRaisingEvents = true })
        await using (var program = ConformanceProgram.Start([.. Arguments(reference), "--filter", "@機能:0310004", "--parallel", "1", "--out", folder["out"]]))
        {
            var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            watcher.Changed += (_, _) =>
            {
                if (Finished(log).Count >= 5)
                {
                    enough.TrySetResult();
                }
            };
            await Task.WhenAny(enough.Task, program.EndAsync());
            (await ConformanceProgram.RunAsync("status", folder["out"])).Output.Should().Contain("実行中");
            program.Kill();
        }

        var stopped = await ConformanceProgram.RunAsync("status", folder["out"], "--lang", "en");
        stopped.ExitCode.Should().Be(3, stopped.Output + stopped.Errors);
        stopped.Output.Should().Contain("stopped before its end").And.Contain("--resume");

        var before = Finished(log);
        before.Should().NotBeEmpty();
        File.Exists(folder["out", "result.json"]).Should().BeFalse("it was killed");

        var resumed = await ConformanceProgram.RunAsync("run", "--resume", folder["out"], "--mocks-port", Port(reference));

        resumed.ExitCode.Should().Be(3, resumed.Output + resumed.Errors);
        var after = Finished(log);
        after.Take(before.Count).Should().Equal(before, "what was recorded stays");
        after.Should().OnlyHaveUniqueItems("nothing is done twice");
        Verdicts(folder["out"]).Keys.Should().BeEquivalentTo(after).And.HaveCountGreaterThan(before.Count);
        Verdicts(folder["out"]).Values.Should().OnlyContain(verdict => verdict == "conforms");

        var wrong = await ConformanceProgram.RunAsync("run", "--resume", folder["out"], "--seed", "2");
        wrong.ExitCode.Should().Be(2);
        wrong.Errors.Should().StartWith("CF6074");
        await File.AppendAllTextAsync(Profile, "\nwaits: {一時解除: 3 s}\n", TestContext.Current.CancellationToken);
        (await ConformanceProgram.RunAsync("run", "--resume", folder["out"])).Errors.Should().StartWith("CF6072");
    }

    [Fact]
    public async Task What_had_not_conformed_is_run_again_alone_and_cannot_make_the_whole_conform()
    {
        await using var reference = await ReferenceAsync("--fault", "A51-answer-detail");
        await RunAsync(reference, 1, "--out", folder["first"], "--filter", "0310024");
        var failed = Verdicts(folder["first"]).Where(entry => entry.Value != "conforms").Select(entry => entry.Key).ToList();

        var again = await ConformanceProgram.RunAsync("run", "--rerun-failed", folder["first"], "--driver", "api", "--mocks-port", Port(reference), "--out", folder["again"]);

        again.ExitCode.Should().Be(1, again.Output + again.Errors);
        Verdicts(folder["again"]).Keys.Should().BeEquivalentTo(failed);
        Some.Result(folder["again"]).GetProperty("run").GetProperty("partial").GetString().Should().StartWith("rerun ");
        (await ConformanceProgram.RunAsync("run", "--rerun-failed", folder["first"], "--out", folder["first"])).Errors.Should().StartWith("CF6074");
    }

    [Fact]
    public async Task A_retry_keeps_all_attempts_and_what_failed_each_time_stays_nonconforming()
    {
        var result = await ConformanceProgram.RunAsync("demo", "--standard", "031", "--driver", "api", "--fault", "A51-answer-detail", "--filter", "0310024", "--retries", "1", "--out", folder["out"]);

        result.ExitCode.Should().Be(1, result.Output + result.Errors);
        var failed = Some.Result(folder["out"]).GetProperty("scenarios").EnumerateArray().Where(scenario => scenario.GetProperty("verdict").GetString() == "nonconforming").ToList();
        failed.Should().NotBeEmpty();
        failed.Should().OnlyContain(scenario => scenario.GetProperty("earlierAttempts")[0].GetProperty("verdict").GetString() == "nonconforming");
    }

    [Fact]
    public async Task A_dry_run_binds_every_step_and_needs_no_target()
    {
        await File.WriteAllTextAsync(Profile, Some.Profile(new Uri("http://127.0.0.1:9/")), TestContext.Current.CancellationToken);
        var result = await ConformanceProgram.RunAsync("run", "--profile", Profile, "--dry-run", "--out", folder["out"]);
        result.ExitCode.Should().Be(0, result.Output + result.Errors);
        Directory.Exists(folder["out"]).Should().BeFalse();
    }

    [Fact]
    public async Task Messages_are_written_as_lines_and_as_a_page()
    {
        var result = await ConformanceProgram.RunAsync("demo", "--standard", "031", "--driver", "api", "--filter", "kanri.0310001.form", "--role", "住登外者宛名番号管理機能", "--messages", "--out", folder["out"]);
        result.ExitCode.Should().Be(3, result.Output + result.Errors);
        var lines = await File.ReadAllLinesAsync(folder["out", "messages", "kanri.ndjson"], TestContext.Current.CancellationToken);
        var links = lines.Select(line => JsonDocument.Parse(line).RootElement).Where(line => line.TryGetProperty("externalAttachment", out _)).ToList();
        links.Should().NotBeEmpty().And.OnlyContain(link => File.Exists(Path.Combine(folder["out", "messages"], link.GetProperty("externalAttachment").GetProperty("url").GetString()!)));
        (await File.ReadAllTextAsync(folder["out", "messages", "kanri.html"], TestContext.Current.CancellationToken)).Should().StartWith("<!DOCTYPE html>");
    }

    private string Profile => folder["acme.profile.yaml"];

    private async Task<ConformanceProgram> ReferenceAsync(params string[] seeded)
    {
        var port = FreePort();
        var reference = ConformanceProgram.Start(["reference", "serve", "--port", "0", "--introspection", $"http://127.0.0.1:{port}/oauth/introspect", .. seeded]);
        var line = await reference.LineAsync(candidate => candidate.StartsWith("address", StringComparison.Ordinal));
        // This target is there, however busy the machine is.
        await File.WriteAllTextAsync(Profile, Some.Profile(new Uri(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1])).Replace("timeout: 1 s", "timeout: 60 s", StringComparison.Ordinal));
        await File.WriteAllTextAsync(folder["port"], port);
        return reference;
    }

    private string Port(ConformanceProgram reference)
    {
        _ = reference;
        return File.ReadAllText(folder["port"]);
    }

    private string[] Arguments(ConformanceProgram reference) => ["run", "--profile", Profile, "--driver", "api", "--mocks-port", Port(reference)];

    private async Task RunAsync(ConformanceProgram reference, int exitCode, params string[] arguments)
    {
        string[] filtered = arguments.Contains("--filter") ? arguments : [.. arguments, "--filter", Filter];
        var result = await ConformanceProgram.RunAsync([.. Arguments(reference), .. filtered]);
        if (!arguments.Contains(folder["whole"]))
        {
            result.ExitCode.Should().Be(exitCode, result.Output + result.Errors);
        }
    }

    // Filtered, the whole run does not show every mandatory function.
    private static int Whole(string folder) => Some.Result(folder).GetProperty("run").GetProperty("verdict").GetString() == "conforms" ? 0 : 3;

    private static string FreePort()
    {
        using var reserved = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        reserved.Start();
        return ((System.Net.IPEndPoint)reserved.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    private static Dictionary<string, string> Verdicts(string folder) => Some.Result(folder).GetProperty("scenarios").EnumerateArray()
        .ToDictionary(scenario => scenario.GetProperty("id").GetString()!, scenario => scenario.GetProperty("verdict").GetString()!);

    private static List<string> Evidence(string folder) => [.. Some.Result(folder).GetProperty("scenarios").EnumerateArray()
        .SelectMany(scenario => scenario.GetProperty("steps").EnumerateArray())
        .SelectMany(step => step.GetProperty("evidence").EnumerateArray())
        .Select(evidence => evidence.GetProperty("file").GetString()!)];

    private static List<string> Finished(string log)
    {
        if (!File.Exists(log))
        {
            return [];
        }

        using var stream = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').SkipLast(1).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.TryGetProperty("finished", out _))
            .Select(line => line.GetProperty("finished").GetProperty("record").GetProperty("id").GetString()!)];
    }
}
