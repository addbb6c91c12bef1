using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace Conformance.Cli.Tests.Audit;

/// <summary>What an examiner does with a run that has ended: judges it again, draws a spot check, hands it over.</summary>
public sealed class ReplayAndSampleTests(FinishedRun run) : IClassFixture<FinishedRun>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Judged_again_under_the_same_rules_nothing_changes()
    {
        var result = await ConformanceProgram.RunAsync("replay", run.CopyTo(folder), "--json");

        result.ExitCode.Should().Be(0, result.Output + result.Errors);
        var json = JsonDocument.Parse(result.Output).RootElement;
        json.GetProperty("judged").GetInt32().Should().BePositive();
        json.GetProperty("changed").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_recorded_comparison_that_is_changed_changes_the_verdict_of_its_scenario_and_function()
    {
        var copy = run.CopyTo(folder);
        var log = Directory.GetFiles(Path.Combine(copy, "log")).Single();
        var lines = await File.ReadAllLinesAsync(log, TestContext.Current.CancellationToken);
        var at = Array.FindIndex(lines, line => line.Contains("\"held\":true", StringComparison.Ordinal) && line.Contains("機能「0310001」（公式）", StringComparison.Ordinal));
        var line = JsonNode.Parse(lines[at])!;
        var record = line["finished"]!["record"]!;
        var step = record["steps"]!.AsArray().First(one => one!["text"]!.GetValue<string>().StartsWith("機能「0310001」（公式）", StringComparison.Ordinal) && one["assertions"]!.AsArray().Count > 0)!;
        step["assertions"]![0]!["held"] = false;
        step["status"] = "FAILED";
        lines[at] = line.ToJsonString();
        await File.WriteAllLinesAsync(log, lines, TestContext.Current.CancellationToken);

        var result = await ConformanceProgram.RunAsync("replay", copy, "--json");

        result.ExitCode.Should().Be(1, result.Output + result.Errors);
        var changed = JsonDocument.Parse(result.Output).RootElement.GetProperty("changed").EnumerateArray().ToList();
        changed.Should().Contain(change => Text(change, "scenario") == record["id"]!.GetValue<string>() && Text(change, "then") == "conforms" && Text(change, "now") == "nonconforming");
        changed.Should().Contain(change => Text(change, "unit") == "0310001" && Text(change, "now") == "nonconforming");
    }

    [Fact]
    public async Task A_spot_check_takes_one_of_each_function_and_runs_with_other_people_as_a_part_only()
    {
        var copy = run.CopyTo(folder);
        var drawn = await ConformanceProgram.RunAsync("sample", copy, "--percent", "1", "--seed", "77", "--out", folder["plan.json"]);
        drawn.ExitCode.Should().Be(0, drawn.Errors);
        var again = await ConformanceProgram.RunAsync("sample", copy, "--percent", "1", "--seed", "77", "--out", folder["again.json"]);
        again.ExitCode.Should().Be(0);
        var plan = await File.ReadAllTextAsync(folder["plan.json"], TestContext.Current.CancellationToken);
        plan.Should().Be(await File.ReadAllTextAsync(folder["again.json"], TestContext.Current.CancellationToken), "a draw with a number can be repeated");
        var chosen = JsonDocument.Parse(plan).RootElement.GetProperty("scenarios").GetArrayLength();
        chosen.Should().BeInRange(1, Some.Result(copy).GetProperty("scenarios").GetArrayLength() - 1);

        // The target is gone by now: that is inconclusive, but exactly the scenarios of the plan were tried.
        var result = await ConformanceProgram.RunAsync("run", "--profile", run.Profile, "--driver", "api", "--mocks-port", "0", "--plan", folder["plan.json"], "--out", folder["spot"]);

        result.ExitCode.Should().Be(3, result.Output + result.Errors);
        var spot = Some.Result(folder["spot"]);
        spot.GetProperty("scenarios").GetArrayLength().Should().Be(chosen);
        spot.GetProperty("run").GetProperty("seed").GetInt32().Should().Be(77);
        spot.GetProperty("run").GetProperty("partial").GetString().Should().StartWith("spot check of ");
    }

    [Fact]
    public async Task Everything_that_is_done_with_a_folder_is_done_with_a_bundle_of_it()
    {
        var bundle = folder["run.zip"];
        (await ConformanceProgram.RunAsync("bundle", "key", "--out", folder["signer"])).ExitCode.Should().Be(0);
        var made = await ConformanceProgram.RunAsync("bundle", "create", run.CopyTo(folder), "--key", folder["signer"], "--out", bundle);
        made.ExitCode.Should().Be(0, made.Errors);
        folder.Write("same.yaml", "business: '019'\nparameters:\n  - {name: business, here: '019'}\n");

        var replay = await ConformanceProgram.RunAsync("replay", bundle, "--json");
        var sample = await ConformanceProgram.RunAsync("sample", bundle, "--fresh-seed", "--out", folder["plan.json"]);
        var handover = await ConformanceProgram.RunAsync("handover", bundle, "--out", folder["page.html"]);
        var link = await InheritAsync(bundle, "same");

        replay.ExitCode.Should().Be(0, replay.Output + replay.Errors);
        JsonDocument.Parse(replay.Output).RootElement.GetProperty("judged").GetInt32().Should().BePositive();
        sample.ExitCode.Should().Be(0, sample.Errors);
        handover.Errors.Should().BeEmpty("the bundle keeps the profile");
        (await File.ReadAllTextAsync(folder["page.html"], TestContext.Current.CancellationToken)).Should().Contain("事業者が書いたもの").And.NotContain("対象プロファイルが残っていない");
        link.GetProperty("parameters")[0].GetProperty("differs").GetBoolean().Should().BeFalse("the profile in the bundle tells the value of the run");
    }

    [Fact]
    public async Task A_fresh_seed_is_drawn_anew_each_time_and_stands_in_a_plan_of_the_published_form()
    {
        var copy = run.CopyTo(folder);
        var seeds = new HashSet<int>();
        foreach (var name in new[] { "a.json", "b.json", "c.json" })
        {
            (await ConformanceProgram.RunAsync("sample", copy, "--fresh-seed", "--out", folder[name])).ExitCode.Should().Be(0);
            (await SchemaErrorsAsync("plan", folder[name])).Should().BeEmpty();
            seeds.Add(JsonDocument.Parse(await File.ReadAllTextAsync(folder[name], TestContext.Current.CancellationToken)).RootElement.GetProperty("seed").GetInt32());
        }

        seeds.Should().HaveCountGreaterThan(1);
        var both = await ConformanceProgram.RunAsync("sample", copy, "--fresh-seed", "--seed", "1", "--out", folder["d.json"]);
        both.ExitCode.Should().Be(2);
        both.Errors.Should().Contain("CF6060");
        File.Exists(folder["d.json"]).Should().BeFalse();
    }

    [Fact]
    public async Task A_run_is_handed_over_with_what_the_vendor_wrote()
    {
        var copy = run.CopyTo(folder);

        var result = await ConformanceProgram.RunAsync("handover", copy, "--out", folder["page.html"], "--municipality", "見本市");

        result.ExitCode.Should().Be(0, result.Errors);
        (await File.ReadAllTextAsync(folder["page.html"], TestContext.Current.CancellationToken)).Should().Contain("宛先：見本市").And.Contain("0310001").And.Contain("事業者が書いたもの");
    }

    [Fact]
    public async Task What_a_difference_bears_on_is_shown_again_and_what_nobody_says_bears_on_everything()
    {
        var copy = run.CopyTo(folder);
        folder.Write("one.yaml", "business: '019'\nparameters:\n  - {name: business, here: '019'}\n  - {name: 検査数字の規則, product: あり, here: なし, functions: ['0310001']}\n");
        folder.Write("all.yaml", """{"business": "019", "class": "中核市", "parameters": [{"name": "何か", "here": "あり"}]}""");

        var one = await InheritAsync(copy, "one");
        var all = await InheritAsync(copy, "all");

        (await SchemaErrorsAsync("parameters", folder["all.yaml"])).Should().BeEmpty();
        (await SchemaErrorsAsync("inheritance", folder["one.json"])).Should().BeEmpty();
        (await SchemaErrorsAsync("inheritance", folder["all.json"])).Should().BeEmpty();
        Ids(one, "again").Should().Equal("0310001");
        one.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("differs").GetBoolean()).Should().Equal(false, true);
        Ids(all, "inherited").Should().BeEmpty();
        Ids(all, "again").Should().BeEquivalentTo(Ids(one, "again").Concat(Ids(one, "inherited")));
        folder.Write("wrong.yaml", "business: '019'\nclass: 村\nparameters:\n  - {name: a, here: b, functions: ['9999999'], more: 1}\n");
        var wrong = await ConformanceProgram.RunAsync("inherit", copy, "--municipality", "見本市", "--parameters", folder["wrong.yaml"], "--out", folder["wrong.json"]);
        wrong.ExitCode.Should().Be(2);
        wrong.Errors.Should().Contain("CF6081").And.Contain("CF1204");
        File.Exists(folder["wrong.json"]).Should().BeFalse();
    }

    [Fact]
    public async Task Two_profiles_are_compared_exchange_by_exchange()
    {
        run.CopyTo(folder);
        var text = await File.ReadAllTextAsync(run.Profile, TestContext.Current.CancellationToken);
        folder.Write("b.profile.yaml", text.Replace("付番: standard", "付番: {post: /other}", StringComparison.Ordinal));

        var result = await ConformanceProgram.RunAsync("profile", "diff", run.Profile, folder["b.profile.yaml"], "--json");

        result.ExitCode.Should().Be(0, result.Errors);
        var rows = JsonDocument.Parse(result.Output).RootElement.GetProperty("exchanges").EnumerateArray().Where(row => row.GetProperty("differs").GetBoolean()).ToList();
        var row = rows.Should().ContainSingle().Subject;
        Text(row, "exchange").Should().Be("付番");
        Text(row, "b").Should().StartWith("POST /other");
        row.GetProperty("units").EnumerateArray().Select(unit => unit.GetString()).Should().Contain("0310001");
    }

    private async Task<JsonElement> InheritAsync(string copy, string name)
    {
        var result = await ConformanceProgram.RunAsync("inherit", copy, "--municipality", "見本市", "--parameters", folder[name + ".yaml"], "--out", folder[name + ".json"]);
        result.ExitCode.Should().Be(0, result.Errors);
        File.Exists(folder[name + ".html"]).Should().BeTrue();
        return JsonDocument.Parse(await File.ReadAllTextAsync(folder[name + ".json"], TestContext.Current.CancellationToken)).RootElement.Clone();
    }

    private static List<string?> Ids(JsonElement link, string list) => [.. link.GetProperty("runs")[0].GetProperty(list).EnumerateArray().Select(unit => unit.GetProperty("id").GetString())];

    private static async Task<IEnumerable<string>> SchemaErrorsAsync(string schema, string file)
    {
        var form = await JsonSchema.FromFileAsync(Path.Combine(ConformanceProgram.Home, "schemas", schema + ".schema.json"), TestContext.Current.CancellationToken);
        return form.Validate(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Select(error => $"{error.Path}: {error.Kind}");
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
