namespace Conformance.Cli.Tests.Manual;

/// <summary>Instructions of a run go out, a sheet comes back; the rest of the result stays as it was.</summary>
public sealed class ManualCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Instructions_go_out_and_a_sheet_that_nobody_filled_in_changes_nothing()
    {
        var run = await ConformanceProgram.RunAsync("demo", "--standard", "900", "--driver", "api", "--filter", "支給-3.1.1", "--out", folder["out"]);
        run.Output.Should().Contain("人による確認").And.Contain("未実施 1");
        var before = Some.Result(folder["out"]).GetProperty("functions").ToString();

        var exported = await ConformanceProgram.RunAsync("manual", "export", folder["out"], "--xlsx", folder["sheet.xlsx"], "--html", folder["page.html"]);
        exported.ExitCode.Should().Be(0, exported.Output + exported.Errors);
        (await File.ReadAllTextAsync(folder["page.html"], TestContext.Current.CancellationToken)).Should().Contain("窓あき封筒");
        var imported = await ConformanceProgram.RunAsync("manual", "import", folder["out"], folder["sheet.xlsx"], "--lang", "en");
        imported.ExitCode.Should().Be(0, imported.Output + imported.Errors);
        imported.Output.Should().Contain("not yet 1");
        Some.Result(folder["out"]).GetProperty("functions").ToString().Should().Be(before);
        File.Exists(folder["out", "manual.html"]).Should().BeTrue();

        folder.Write("nonsense.xlsx", "no workbook");
        var refused = await ConformanceProgram.RunAsync("manual", "import", folder["out"], folder["nonsense.xlsx"]);
        refused.ExitCode.Should().Be(2);
        refused.Errors.Should().StartWith("CF7127");
        (await ConformanceProgram.RunAsync("manual", "export", folder["out"])).Errors.Should().StartWith("CF6074");
    }
}
