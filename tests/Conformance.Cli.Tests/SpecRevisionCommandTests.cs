using System.Text.Json;

namespace Conformance.Cli.Tests;

/// <summary>What a ministry does with the program: lint, compare, impact, export, comments.</summary>
public sealed class SpecRevisionCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static string Edition => Path.Combine(ConformanceProgram.Home, "standards", "031-jutogaisha-atena", "2.1");

    [Fact]
    public async Task Lint_names_rule_place_and_remedy_and_ends_with_one()
    {
        var revision = Revise();
        File.Delete(Path.Combine(revision, "lint.yaml"));
        var result = await ConformanceProgram.RunAsync("spec", "lint", revision, "--sarif", folder["lint.sarif"]);

        result.ExitCode.Should().Be(1);
        result.Output.Should().ContainAll("SL204", "interfaces/fuban-2.0.yaml:", "→ どちらかにそろえる。");
        JsonDocument.Parse(await File.ReadAllTextAsync(folder["lint.sarif"])).RootElement.GetProperty("version").GetString().Should().Be("2.1.0");
    }

    [Fact]
    public async Task In_the_standards_that_are_shipped_every_finding_is_accepted_with_its_reason()
    {
        var result = await ConformanceProgram.RunAsync("spec", "lint", "--json");

        result.ExitCode.Should().Be(0, result.Output);
        JsonDocument.Parse(result.Output).RootElement.GetProperty("standards").EnumerateArray().SelectMany(standard => standard.GetProperty("waived").EnumerateArray()).Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_comparison_is_written_in_every_format_and_the_impact_follows_from_it()
    {
        var revision = Revise();
        var result = await ConformanceProgram.RunAsync("spec", "diff", Edition, revision, "--html", folder["d.html"], "--md", folder["d.md"], "--xlsx", folder["d.xlsx"], "--shinkyu", folder["s.docx"], "--shinkyu", folder["s.xlsx"]);

        result.ExitCode.Should().Be(0, result.Errors);
        result.Output.Should().ContainAll("0310001", "実装区分の変更", "◎ → ○");
        new[] { "d.html", "d.md", "d.xlsx", "s.docx", "s.xlsx" }.Should().OnlyContain(file => new FileInfo(folder[file]).Length > 200);

        var impact = JsonDocument.Parse((await ConformanceProgram.RunAsync("spec", "impact", Edition, revision, "--json")).Output).RootElement;
        impact.GetProperty("draft").GetBoolean().Should().BeTrue();
        impact.GetProperty("counts").GetProperty("changed").GetInt32().Should().BePositive();
    }

    [Fact]
    public async Task Editions_of_two_standards_a_folder_that_is_none_and_a_format_that_is_none_end_with_two()
    {
        var revision = Revise();
        await File.WriteAllTextAsync(Path.Combine(revision, "standard.yaml"), (await File.ReadAllTextAsync(Path.Combine(revision, "standard.yaml"))).Replace("'031'", "'032'", StringComparison.Ordinal));

        (await ConformanceProgram.RunAsync("spec", "diff", Edition, revision)).Should().Match<ProgramResult>(result => result.ExitCode == 2 && result.Errors.Contains("CF1910"));
        (await ConformanceProgram.RunAsync("spec", "lint", folder.Path)).Should().Match<ProgramResult>(result => result.ExitCode == 2 && result.Errors.Contains("CF1000"));
        (await ConformanceProgram.RunAsync("spec", "diff", Edition, Edition, "--shinkyu", folder["s.pdf"])).Should().Match<ProgramResult>(result => result.ExitCode == 2 && !File.Exists(folder["s.pdf"]));
    }

    [Fact]
    public async Task What_is_exported_changes_nothing_when_it_is_imported()
    {
        await ConformanceProgram.RunAsync("spec", "export", Edition, "--out", folder["031.xlsx"]);
        var result = await ConformanceProgram.RunAsync("spec", "import", folder["031.xlsx"], "--standard", Edition, "--dry-run");

        result.ExitCode.Should().Be(0, result.Errors);
        result.Output.Should().ContainAll("unchanged  data-items.csv", "unchanged  codes.csv", "Everything was understood.");
    }

    public void Dispose() => folder.Dispose();

    private string Revise()
    {
        var revision = folder[Path.Combine("031-jutogaisha-atena", "2.2")];
        foreach (var file in Directory.GetFiles(Edition, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(revision, Path.GetRelativePath(Edition, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            var text = File.ReadAllText(file);
            File.WriteAllText(copy, Path.GetFileName(file) switch
            {
                "standard.yaml" => text.Replace("'2.1'", "'2.2'", StringComparison.Ordinal).Replace("transcribed", "draft", StringComparison.Ordinal),
                "functions.csv" => text.Replace("番号を付ける。,◎,◎,◎,", "番号を付ける。,◎,◎,○,", StringComparison.Ordinal),
                "contracts.yaml" => text.Replace("parallel: 8", "parallel: 16", StringComparison.Ordinal),
                _ => text,
            });
        }

        return revision;
    }
}
