using Conformance.Drivers.Profiles;
using Conformance.Drivers.Ui;

namespace Conformance.Cli.Tests.Walks;

/// <summary>The long way, from a walk to a verdict; it takes a minute, so it runs only when asked for (<c>-explicit only</c>).</summary>
public sealed class CounterWalkTests
{
    private static readonly Dictionary<string, string> Operators = new() { ["CONFORMANCE_TEST_OPERATOR"] = "op1:pass" };

    private static string Profile(string target) => $$"""
        product: {name: 製品, version: '1', vendor: 会社}
        standard: '027'
        edition: '0.1'
        roles: [標準準拠システム]
        class: 一般市区町村
        environment: {kind: test, owner: 係, settings: read-only}
        declares: {functions: [], reason: まだない}
        business: '027'
        ui:
          base: {{target}}
          login: {open: /login, fill: {操作者ID: '${operator}', パスワード: '${password}'}, press: ログイン}
          operators: ['${env:CONFORMANCE_TEST_OPERATOR}', '${env:CONFORMANCE_TEST_OPERATOR}']
          items: {操作者ID: ~}
        see: {deadline: 5 s, interval: 50 ms}

        """;

    [Fact]
    public async Task An_application_at_the_counter_is_recorded_and_replayed_and_a_scenario_runs_through_it()
    {
        Assert.SkipWhen(BrowserFinder.Find() is null, "No Chromium, Chrome or Edge is installed: nobody can walk through screens.");
        using var folder = new TemporaryFolder();
        await using var reference = ConformanceProgram.Start("reference", "serve", "--app", "jidoteate", "--port", "0");
        var target = (await reference.LineAsync(line => line.StartsWith("address", StringComparison.Ordinal))).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        var profile = folder.Write("acme.profile.yaml", Profile(target));
        var port = PersonAtBrowser.FreePort();
        await using var program = ConformanceProgram.Start(Operators, "profile", "record", "--profile", profile, "--exchange", "請求登録", "--exchange", "請求照会", "--browser-port", port, "--out", folder["out"], "--yes");

        await using (var person = await PersonAtBrowser.SitDownAsync(program, port, "請求登録"))
        {
            await person.FollowAsync("認定請求の登録");
            foreach (var label in await person.Page.Locator("main label").AllInnerTextsAsync())
            {
                await EnterAsync(person, label.Trim());
            }

            await person.PressAsync("登録");
            await person.MarkAsync("table");
            await person.AskedForAsync("請求照会");
            await person.FollowAsync("請求一覧");
            await person.TypeAsync("請求番号", await person.ValueAsync("請求番号"));
            await person.PressAsync("照会");
            await person.FollowAsync("詳細");
            await person.MarkAsync("table");
        }

        var said = await program.EndAsync();
        TestContext.Current.TestOutputHelper!.WriteLine(said.Output + said.Errors + await File.ReadAllTextAsync(profile, TestContext.Current.CancellationToken));
        await using var replay = ConformanceProgram.Start(Operators, "profile", "record", "--replay", "--profile", profile, "--out", folder["replay"], "--mocks-port", "0");
        var replayed = await replay.EndAsync();
        await using var run = ConformanceProgram.Start(Operators, "run", "--profile", profile, "--driver", "ui", "--filter", "jidoteate.027-2.Y-N.intended-unregistered", "--mocks-port", "0", "--out", folder["run"]);
        var ran = await run.EndAsync();

        TestContext.Current.TestOutputHelper!.WriteLine(replayed.Output + ran.Output);
        said.ExitCode.Should().Be(0, said.Output + said.Errors);
        replayed.ExitCode.Should().Be(0, replayed.Output + replayed.Errors);
        ProfileLoader.Load(profile).Ui!.Exchanges.Should().ContainKeys("請求登録", "請求照会");
        var findings = Some.Result(folder["run"]).GetProperty("scenarios")[0].GetProperty("findings").EnumerateArray().ToList();
        findings.Where(finding => finding.GetProperty("function").GetString() == "児手-2.2.1").Should().ContainSingle().Which.GetProperty("verdict").GetString().Should().Be("conforms", ran.Output + ran.Errors);
    }

    // A person fills in what the console names, and leaves the rest.
    private static async Task EnterAsync(PersonAtBrowser person, string label)
    {
        if (person.Offered(label) is not { } value)
        {
            return;
        }

        if (await person.Page.GetByLabel(label, new() { Exact = true }).EvaluateAsync<bool>("e => e.matches('select')"))
        {
            await person.ChooseAsync(label, value);
        }
        else
        {
            await person.TypeAsync(label, value);
        }
    }
}
