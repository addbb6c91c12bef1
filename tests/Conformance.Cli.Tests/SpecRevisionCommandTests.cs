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
    public async Task What_diff_and_impact_write_for_machines_is_as_their_schemas_say()
    {
        var revision = Revise();
        var diff = await ConformanceProgram.RunAsync("spec", "diff", Edition, revision, "--json");
        var impact = await ConformanceProgram.RunAsync("spec", "impact", Edition, revision, "--json");

        (await SchemaErrorsAsync("diff", diff.Output)).Should().BeEmpty();
        (await SchemaErrorsAsync("impact", impact.Output)).Should().BeEmpty();
        (await SchemaErrorsAsync("diff", diff.Output.Replace("reclassified", "otherwise", StringComparison.Ordinal))).Should().NotBeEmpty("the schema is no empty one");
        (await SchemaErrorsAsync("impact", impact.Output.Replace("\"validity\"", "\"other\"", StringComparison.Ordinal))).Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_changed_linkage_reaches_the_business_at_its_other_end()
    {
        var standards = Path.Combine(ConformanceProgram.Home, "standards");
        var old = Copy(Path.Combine(standards, "027-jido-teate", "0.1"), Path.Combine("027-jido-teate", "0.1"));
        var revision = Copy(old, Path.Combine("027-jido-teate", "0.2"));
        Copy(Path.Combine(standards, "001-jumin-kiroku", "0.1"), Path.Combine("001-jumin-kiroku", "0.1"));
        Edit(Path.Combine(revision, "standard.yaml"), "edition: '0.1'", "edition: '0.2'");
        Edit(Path.Combine(revision, "linkages.csv"), "027x005,支援措置対象者情報,住民記録システム,児童手当システム,支援措置の設定、更新、解除,", "027x005,支援措置対象者情報,住民記録システム,児童手当システム,支援措置の設定、更新、解除、抹消,");

        var result = await ConformanceProgram.RunAsync("spec", "impact", old, revision);
        var json = await ConformanceProgram.RunAsync("spec", "impact", old, revision, "--json");

        result.Output.Should().Contain("他業務への影響 001-jumin-kiroku/0.1: 027x005 支援措置対象者情報 契機");
        var reach = JsonDocument.Parse(json.Output).RootElement.GetProperty("linkages").EnumerateArray().Should().ContainSingle().Subject;
        (reach.GetProperty("linkage").GetString(), reach.GetProperty("other").GetString(), reach.GetProperty("provider").GetString()).Should().Be(("027x005", "001-jumin-kiroku/0.1", "breaking"));
        (await SchemaErrorsAsync("impact", json.Output)).Should().BeEmpty();
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
        result.Output.Should().ContainAll("unchanged  functions.csv", "unchanged  data-items.csv", "unchanged  codes.csv", "unchanged  flows/031-1-fuban.bpmn", "unchanged  interfaces/fuban-2.0.yaml", "Everything was understood.");
    }

    public void Dispose() => folder.Dispose();

    private static async Task<IEnumerable<string>> SchemaErrorsAsync(string schema, string json)
    {
        var form = await NJsonSchema.JsonSchema.FromFileAsync(Path.Combine(ConformanceProgram.Home, "schemas", schema + ".schema.json"));
        return form.Validate(json).Select(error => $"{error.Path}: {error.Kind}");
    }

    private string Copy(string from, string name)
    {
        var target = folder[name];
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }

    private static void Edit(string file, string old, string instead)
    {
        File.ReadAllText(file).Should().Contain(old);
        File.WriteAllText(file, File.ReadAllText(file).Replace(old, instead, StringComparison.Ordinal));
    }

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
