using Conformance.Cli.Impact;
using Conformance.Derivation.Impact;
using Conformance.Spec;
using Conformance.Spec.Loading;
using Conformance.Verdicts;

namespace Conformance.Cli.Tests.Impact;

/// <summary>What a revision leaves of a result that somebody kept.</summary>
public sealed class ProductImpactTests : IDisposable
{
    private const string Role = "住登外者宛名番号管理機能";

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("conformance-product-impact-");

    private static string Edition => Path.Combine(ConformanceProgram.Home, "standards", "031-jutogaisha-atena", "2.1");

    [Fact]
    public void One_changed_scenario_is_named_by_its_ID_and_the_other_verdicts_stay_valid()
    {
        var product = ProductImpact.Of("r.json", Result("2.1"), Impact(("contracts.yaml", "parallel: 8", "parallel: 16")));

        product.Filter.Should().Be("kanri.0310001.parallel");
        product.Should().Match<ProductImpact>(impact => impact.NeededScenarios == 1 && impact.FilterScenarios == 1);
        product.Units.ToDictionary(unit => unit.Unit, unit => unit.Validity).Should().Equal(new Dictionary<string, VerdictValidity> { ["0310001"] = VerdictValidity.Partial, ["0310005"] = VerdictValidity.Valid });
    }

    [Fact]
    public void Several_changed_scenarios_are_filtered_by_the_functions_that_they_blame()
    {
        var product = ProductImpact.Of("r.json", Result("2.1"), Impact(("contracts.yaml", "parallel: 8", "parallel: 16"), ("contracts.yaml", "count: 5", "count: 6")));

        product.Filter.Should().Be("@機能:0310001");
        product.FilterScenarios.Should().BeGreaterThan(product.NeededScenarios);
    }

    [Fact]
    public void A_result_on_another_edition_says_nothing_about_the_revision() =>
        ProductImpact.Of("r.json", Result("1.9"), Impact(("contracts.yaml", "parallel: 8", "parallel: 16"))).Should().Match<ProductImpact>(product => product.Ignored.Length > 0 && product.Units.Count == 0 && product.Filter.Length == 0);

    public void Dispose() => root.Delete(recursive: true);

    private static RunResult Result(string edition)
    {
        var none = new ScenarioCounts(1, 0, 0, 0, 0);
        FunctionResult Function(string id) => new(id, id, "", "", RequirementClass.Mandatory, "assumed", "", VerdictKind.Conforms, none);
        return new RunResult(
            new RunInfo("r1", 1, "031", "住登外者宛名番号管理機能", edition, "transcribed", Role, MunicipalityClass.Other, "見本", "1.0", ["api"], default, default, VerdictKind.Conforms, ""),
            [Function("0310001"), Function("0310005")], [], [], new Summary(2, 2, 2, 0, 0, 0, 0, 2, none, new Dictionary<CauseKind, int>()));
    }

    private RevisionImpact Impact(params (string File, string Old, string New)[] edits)
    {
        var folder = Path.Combine(root.FullName, "031-jutogaisha-atena", "2.2");
        foreach (var file in Directory.GetFiles(Edition, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Edition, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        foreach (var (file, old, now) in edits)
        {
            var path = Path.Combine(folder, file);
            File.ReadAllText(path).Should().Contain(old);
            File.WriteAllText(path, File.ReadAllText(path).Replace(old, now, StringComparison.Ordinal));
        }

        return RevisionImpact.Of(StandardLoader.Load(Edition), StandardLoader.Load(folder));
    }
}
