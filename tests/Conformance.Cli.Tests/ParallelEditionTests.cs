using System.Text.Json;

namespace Conformance.Cli.Tests;

/// <summary>Two editions of the interface of 支給例 (illustrative) side by side, with the real program on the reference application.</summary>
public sealed class ParallelEditionTests : IDisposable
{
    private const string Token = "parallel0parallel0parallel0parall";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_edition_and_what_is_read_across_is_run_merged_and_reported_apart()
    {
        await using var product = await ServeAsync("--older-edition", "served");
        var target = await AddressAsync(product);
        foreach (var part in new[] { "1", "2" })
        {
            var run = await RunAsync(target, part, "--shard", part + "/2");
            run.ExitCode.Should().Be(0, run.Output + run.Errors);
        }

        var merged = await ConformanceProgram.RunAsync("merge", folder["1"], folder["2"], "--out", folder["whole"]);

        merged.ExitCode.Should().Be(3, "a filter left scenarios out: " + merged.Output + merged.Errors);
        merged.Output.Should().Contain("連携の版 2.0 の結果です").And.Contain("連携の版 1.0 で書き、2.0 で読んだ結果です");
        var runs = Runs("whole");
        runs.Keys.Should().BeEquivalentTo("2.0", "1.0", "2.0+1.0", "1.0+2.0");
        runs.Values.SelectMany(run => run.GetProperty("scenarios").EnumerateArray()).Should().OnlyContain(scenario => scenario.GetProperty("verdict").GetString() == "conforms");
        runs["1.0"].GetProperty("run").GetProperty("interface").GetProperty("basis").GetString().Should().Be("支給条例（架空）附則第2項");
        runs["2.0"].GetProperty("run").GetProperty("interface").TryGetProperty("until", out _).Should().BeFalse("it stays");
        var junit = await File.ReadAllTextAsync(folder["whole", "junit.xml"], TestContext.Current.CancellationToken);
        junit.Should().Contain("標準準拠システム［連携の版 1.0］/").And.Contain("name=\"interface\" value=\"1.0+2.0\"");
        var again = await ConformanceProgram.RunAsync("replay", folder["1"]);
        again.ExitCode.Should().Be(0, again.Output + again.Errors);
        var handed = await ConformanceProgram.RunAsync("handover", folder["1"], "--out", folder["handover.html"]);
        handed.ExitCode.Should().Be(0, handed.Output + handed.Errors);
        (await File.ReadAllTextAsync(folder["handover.html"], TestContext.Current.CancellationToken)).Should().Contain("連携の版 1.0").And.Contain("namae", "what the vendor wrote for this edition");
    }

    [Fact]
    public async Task An_edition_that_is_switched_off_is_inconclusive_and_the_other_is_not_touched()
    {
        await using var product = await ServeAsync();

        var run = await RunAsync(await AddressAsync(product), "out");

        run.ExitCode.Should().Be(3, run.Output + run.Errors);
        run.Output.Should().Contain("連携の版 1.0 が使えない（2.0 は応じた）");
        var runs = Runs("out");
        runs["2.0"].GetProperty("run").TryGetProperty("notBeside", out _).Should().BeFalse();
        Scenarios(runs["2.0"]).Should().OnlyContain(verdict => verdict == "conforms");
        foreach (var edition in new[] { "1.0", "2.0+1.0", "1.0+2.0" })
        {
            Scenarios(runs[edition]).Should().NotBeEmpty().And.OnlyContain(verdict => verdict == "inconclusive", edition);
            runs[edition].GetProperty("run").GetProperty("notBeside").GetArrayLength().Should().Be(2, "before and after");
            runs[edition].GetProperty("scenarios")[0].GetProperty("cause").ValueKind.Should().Be(JsonValueKind.String);
        }
    }

    [Fact]
    public async Task An_older_edition_that_answers_in_the_new_layout_is_blamed_for_it_alone()
    {
        await using var product = await ServeAsync("--older-edition", "new-layout");

        var run = await RunAsync(await AddressAsync(product), "out");

        run.ExitCode.Should().Be(1, run.Output + run.Errors);
        var runs = Runs("out");
        Scenarios(runs["2.0"]).Should().OnlyContain(verdict => verdict == "conforms");
        Unit(runs["1.0"], "支給-1.1.1").GetProperty("verdict").GetString().Should().Be("nonconforming");
        Unit(runs["1.0"], "支給-1.1.1").GetProperty("reason").GetString().Should().Contain("氏名");
        foreach (var across in new[] { "2.0+1.0", "1.0+2.0" })
        {
            Scenarios(runs[across]).Should().OnlyContain(verdict => verdict == "inconclusive", "what 1.0 does not show by itself says nothing about the data behind");
        }
    }

    [Fact]
    public async Task What_is_written_through_one_edition_and_not_seen_through_the_other_is_found_and_run_again_by_edition()
    {
        await using var product = await ServeAsync("--older-edition", "own-ledger");
        var target = await AddressAsync(product);

        var run = await RunAsync(target, "out");

        run.ExitCode.Should().Be(1, run.Output + run.Errors);
        var runs = Runs("out");
        new[] { "2.0", "1.0" }.SelectMany(edition => Scenarios(runs[edition])).Should().OnlyContain(verdict => verdict == "conforms", "each edition by itself is sound");
        new[] { "2.0+1.0", "1.0+2.0" }.SelectMany(edition => Scenarios(runs[edition])).Should().OnlyContain(verdict => verdict == "nonconforming");
        (await ConformanceProgram.RunAsync("triage", folder["out"], "--json")).Output.Should().Contain("\"edition\": \"1.0+2.0\"").And.Contain("\"edition\": \"2.0+1.0\"");
        var again = await RunAsync(target, "again", "--rerun-failed", folder["out"]);
        again.ExitCode.Should().Be(1, again.Output + again.Errors);
        Runs("again").Keys.Should().BeEquivalentTo(["2.0+1.0", "1.0+2.0"], "the editions by themselves had conformed");
    }

    private async Task<ProgramResult> RunAsync(Uri target, string output, params string[] more)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(ConformanceProgram.Home, "cli", "Demo", "900.profile.yaml"), TestContext.Current.CancellationToken);
        var profile = folder.Write("p.profile.yaml", text[..text.IndexOf("\nui:", StringComparison.Ordinal)].Replace("${target}", target.ToString(), StringComparison.Ordinal).Replace("edition: '0.1'\n", $$$"""
            edition: '0.1'
            interface: '2.0'
            parallel:
            - interface: '1.0'
              until: '2099-12-31'
              basis: 支給条例（架空）附則第2項
              api: {base: {{{target}}}v1/, items: {氏名: namae, 住所: shozaichi, 支給額: kingaku}}

            """, StringComparison.Ordinal));
        await using var program = ConformanceProgram.Start(new Dictionary<string, string> { ["CONFORMANCE_DEMO_CORE_TOKEN"] = Token },
            ["run", "--profile", profile, "--mocks-port", "0", "--filter", "支給-1.1.1.kept", "--out", folder[output], .. more]);
        return await program.EndAsync();
    }

    private Dictionary<string, JsonElement> Runs(string output)
    {
        var result = Some.Result(folder[output]);
        return (result.TryGetProperty("runs", out var several) ? several.EnumerateArray() : new[] { result }.AsEnumerable()).ToDictionary(run => run.GetProperty("run").GetProperty("interface") is var edition
            && edition.TryGetProperty("readThrough", out var reading) ? $"{edition.GetProperty("name").GetString()}+{reading.GetString()}" : edition.GetProperty("name").GetString()!);
    }

    private static List<string> Scenarios(JsonElement run) => Some.Verdicts(run, "scenarios");

    private static JsonElement Unit(JsonElement run, string id) => run.GetProperty("functions").EnumerateArray().Single(unit => unit.GetProperty("id").GetString() == id);

    private static async Task<ConformanceProgram> ServeAsync(params string[] more)
    {
        var product = ConformanceProgram.Start(["reference", "serve", "--app", "shikyu", "--port", "0", "--token", Token, .. more]);
        await product.LineAsync(line => line.StartsWith("address", StringComparison.Ordinal));
        return product;
    }

    private static async Task<Uri> AddressAsync(ConformanceProgram product) =>
        new((await product.LineAsync(line => line.StartsWith("address", StringComparison.Ordinal))).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
}
