using System.Text.Json;

namespace Conformance.Cli.Tests;

public sealed class SpecCommandTests
{
    private static string Edition => Path.Combine(ConformanceProgram.Home, "standards", "031-jutogaisha-atena", "2.1");

    [Fact]
    public async Task A_standard_is_shown_with_functions_flows_contracts_gaps_and_findings()
    {
        var standard = JsonDocument.Parse((await ConformanceProgram.RunAsync("spec", "show", "031", "--json")).Output).RootElement.GetProperty("standards")[0];

        standard.GetProperty("functions").EnumerateArray().Should().HaveCount(12).And.OnlyContain(function => function.GetProperty("verified").GetBoolean());
        standard.GetProperty("flows").EnumerateArray().Should().HaveCount(6).And.OnlyContain(flow => flow.GetProperty("steps").GetArrayLength() > 3);
        standard.GetProperty("roles").EnumerateArray().Should().OnlyContain(role => role.GetProperty("contracts").GetArrayLength() > 0);
        standard.GetProperty("findings").GetInt32().Should().BePositive();
    }

    [Fact]
    public async Task For_a_reader_the_same_is_text()
    {
        var result = await ConformanceProgram.RunAsync("spec", "show", Edition);

        result.ExitCode.Should().Be(0);
        result.Output.Should().ContainAll("0310001", "mandatory", "031-1-④", "number (official)", "Findings");
    }

    [Fact]
    public async Task An_import_without_writing_says_what_it_read_and_that_nothing_would_change()
    {
        var workbooks = OfficialWorkbooks();
        Assert.SkipWhen(workbooks.Length == 0, "The official workbooks (../shared/official) are not here.");

        var result = await ConformanceProgram.RunAsync(["spec", "import", .. workbooks, "--standard", Edition, "--dry-run"]);

        result.ExitCode.Should().Be(0, result.Errors);
        result.Output.Should().ContainAll("Read", "sha256", "Would change", "unchanged  data-items.csv", "Everything was understood.");
    }

    [Fact]
    public async Task An_import_lists_everything_that_is_wrong_with_its_workbooks_and_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        var text = folder.Write("text.xlsx", "not a workbook");

        var result = await ConformanceProgram.RunAsync("spec", "import", text, folder["absent.xlsx"], "--standard", folder["900-x", "1.0"]);

        result.ExitCode.Should().Be(2);
        result.Errors.Should().ContainAll("CF3002", "CF3001");
        Directory.Exists(folder["900-x"]).Should().BeFalse();
    }

    private static string[] OfficialWorkbooks()
    {
        for (var folder = ConformanceProgram.Home; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var official = Path.Combine(folder, "shared", "official");
            if (Directory.Exists(official))
            {
                return Directory.GetFiles(official, "*.xlsx");
            }
        }

        return [];
    }
}
