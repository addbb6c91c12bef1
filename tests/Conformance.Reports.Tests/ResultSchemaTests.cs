using System.Text.Json.Nodes;
using Conformance.Reports.Tests.Samples;
using Conformance.Spec;
using Conformance.Verdicts;
using NJsonSchema;

namespace Conformance.Reports.Tests;

/// <summary>schemas/result.schema.json against what is written: every member is described, required and nothing else is allowed.</summary>
public sealed class ResultSchemaTests
{
    [Fact]
    public async Task Realistic_results_are_valid_one_or_several()
    {
        using var folder = new EvidenceFolder();
        var runs = RealisticRuns.Make(folder);

        (await Errors(await ResultJsonTests.Write(runs))).Should().BeEmpty();
        (await Errors(await ResultJsonTests.Write([runs[0]]))).Should().BeEmpty();
    }

    [Fact]
    public async Task Every_word_that_can_be_written_is_valid()
    {
        var verdicts = Enum.GetValues<VerdictKind>();
        var findings = Enum.GetValues<Basis>().Select(basis => Some.Finding(basis: basis)).ToList();
        var scenarios = Enum.GetValues<CauseKind>().SelectMany(cause => verdicts.Select(verdict =>
            Some.Scenario(verdict: verdict, cause: cause, reason: "理由", findings: findings))).ToList();
        var functions = Enum.GetValues<RequirementClass>().SelectMany(requirement => verdicts.Select(verdict =>
            Some.Function(verdict: verdict, requirement: requirement, cause: CauseKind.Mock, reason: "理由"))).ToList();
        var runs = Enum.GetValues<MunicipalityClass>().Select(municipality =>
        {
            var run = Some.Run(scenarios, functions);
            return run with { Run = run.Run with { Class = municipality, Interface = new InterfaceEdition("1.0", ["2.0"]) { ReadThrough = "2.0", From = new DateOnly(2026, 10, 1), Until = new DateOnly(2027, 3, 31), Basis = "例" }, NotBeside = [new Bilingual("無い", "not up")], Package = [new PackageLink("甲", "乙", "一体", "例 1.4", ["031-1-④"])] } };
        }).ToList();

        (await Errors(await ResultJsonTests.Write(runs))).Should().BeEmpty();
    }

    [Theory]
    [InlineData("run", "verdict", "\"green\"")]
    [InlineData("run", "class", "\"village\"")]
    [InlineData("run", "started", "\"2026-04-06 01:23:45\"")]
    [InlineData("run", "seed", "\"1\"")]
    [InlineData("run", "surprise", "1")]
    [InlineData("summary", "units", "-1")]
    public async Task What_the_format_does_not_know_is_invalid(string part, string member, string value)
    {
        var json = JsonNode.Parse(await ResultJsonTests.Write([Some.Run()]))!;
        json[part]![member] = JsonNode.Parse(value);

        (await Errors(json.ToJsonString())).Should().NotBeEmpty();
    }

    [Fact]
    public async Task No_member_may_be_left_out()
    {
        var json = await ResultJsonTests.Write([Some.Run()]);
        var names = JsonNode.Parse(json)!.AsObject().Select(member => member.Key).ToList();

        foreach (var name in names)
        {
            var copy = JsonNode.Parse(json)!.AsObject();
            copy.Remove(name);
            (await Errors(copy.ToJsonString())).Should().NotBeEmpty(name);
        }
    }

    private static async Task<IReadOnlyList<string>> Errors(string json)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "result.schema.json"));
        return [.. schema.Validate(json).Select(error => error.ToString())];
    }
}
