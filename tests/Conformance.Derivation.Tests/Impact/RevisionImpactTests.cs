using Conformance.Derivation.Impact;
using Conformance.Gherkin;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Derivation.Tests.Impact;

/// <summary>What a revision of 031 does to its scenarios.</summary>
public sealed class RevisionImpactTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("conformance-impact-");

    [Fact]
    public void The_same_edition_leaves_everything_untouched_and_every_verdict_valid()
    {
        var standard = Load("2.1");
        var impact = RevisionImpact.Of(standard, standard);

        impact.Scenarios.Should().NotBeEmpty().And.OnlyContain(scenario => scenario.Kind == ImpactKind.Untouched);
        impact.Units.Should().OnlyContain(unit => unit.Validity == VerdictValidity.Valid);
        RevisionCalendar.Of(impact).Should().BeEmpty();
    }

    [Fact]
    public void Every_scenario_of_the_features_is_found_once_under_the_name_that_it_runs_under()
    {
        var standard = Load("2.1");
        var scenarios = DerivedScenarios.Of(standard);
        var pickles = FeatureDerivation.Derive(standard).SelectMany(file => FeatureReader.Read(new FeatureSource(file.Path, file.Text)).Documents[0].Pickles).Select(pickle => pickle.Name[1..pickle.Name.IndexOf(']', StringComparison.Ordinal)]).ToList();

        scenarios.Select(scenario => scenario.Id).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(pickles);
        scenarios.Should().OnlyContain(scenario => scenario.Surfaces.Count > 0 && !scenario.Steps.Contains('<'));
    }

    [Fact]
    public void A_longer_item_changes_the_scenarios_that_send_it_and_nothing_else()
    {
        var impact = Impact(("interfaces/fuban-2.0.yaml", "          title: 住所_町字\n          type: string\n          maxLength: 120\n          x-type: Ｎ\n          x-length: 120", "          title: 住所_町字\n          type: string\n          maxLength: 130\n          x-type: Ｎ\n          x-length: 130"));
        var touched = impact.Scenarios.Where(scenario => scenario.Kind != ImpactKind.Untouched).ToList();

        touched.Should().NotBeEmpty().And.OnlyContain(scenario => scenario.Kind == ImpactKind.Changed && scenario.Id.Contains("jusho_choaza", StringComparison.Ordinal));
        impact.Units.Single(unit => unit.Unit == "0310004" && unit.Role == "住登外者宛名番号管理機能").Validity.Should().Be(VerdictValidity.Partial);
        impact.Units.Single(unit => unit.Unit == "0310001").Validity.Should().Be(VerdictValidity.Valid);
    }

    [Fact]
    public void A_sentence_that_changes_without_its_contract_is_to_be_reviewed()
    {
        var impact = Impact(("functions.csv", "氏名・住所などの履歴", "氏名・住所の過去十年の履歴"));

        impact.Scenarios.Should().OnlyContain(scenario => scenario.Kind == ImpactKind.Untouched);
        impact.Units.Where(unit => unit.Validity != VerdictValidity.Valid).Should().ContainSingle().Which.Should().Match<UnitImpact>(unit => unit.Unit == "0310005" && unit.Validity == VerdictValidity.Review);
    }

    [Fact]
    public void A_renumbered_function_keeps_its_verdict()
    {
        var impact = Impact([("functions.csv", "0310022", "0310032"), ("contracts.yaml", "0310022", "0310032"), .. Flows("0310022", "0310032")]);

        impact.Scenarios.Should().OnlyContain(scenario => scenario.Kind == ImpactKind.Untouched);
        impact.Units.Single(unit => unit.Unit == "0310032").Should().Match<UnitImpact>(unit => unit.OldUnit == "0310022" && unit.Validity == VerdictValidity.Valid);
    }

    [Fact]
    public void The_calendar_says_what_is_due_when_and_what_was_published_too_late()
    {
        var impact = Impact(("standard.yaml", "'2023-09-29'", "'2026-06-01'"), ("functions.csv", "(2)⑨ (3)⑧ (4)⑧", "(2)⑨"), ("functions.csv", "履歴を残す。,◎,◎,◎,推定,,共通機能標準仕様書 第2.1版 2.3.2 (2)⑨", "履歴を残す。,◎,◎,◎,推定,2027-04-01,共通機能標準仕様書 第2.1版 2.3.2 (2)⑨"));

        RevisionCalendar.Of(impact).Should().ContainSingle().Which.Should().BeEquivalentTo(new { Date = new DateOnly(2027, 4, 1), Functions = new[] { "0310022" }, PublishBy = new DateOnly(2026, 4, 1), IsLate = true });
    }

    public void Dispose() => _root.Delete(recursive: true);

    private static IEnumerable<(string, string, string)> Flows(string old, string instead) =>
        Directory.GetFiles(Path.Combine(Folder, "flows")).Where(file => File.ReadAllText(file).Contains(old, StringComparison.Ordinal)).Select(file => ("flows/" + Path.GetFileName(file), old, instead));

    private static string Folder => Path.Combine(Some.Root, "standards", "031-jutogaisha-atena", "2.1");

    private RevisionImpact Impact(params (string File, string Old, string New)[] edits)
    {
        var folder = Copy("2.2");
        foreach (var (file, old, now) in edits)
        {
            var path = Path.Combine(folder, file);
            File.ReadAllText(path).Should().Contain(old);
            File.WriteAllText(path, File.ReadAllText(path).Replace(old, now, StringComparison.Ordinal));
        }

        return RevisionImpact.Of(Load("2.1"), StandardLoader.Load(folder));
    }

    /// <summary>Both editions lie in folders of the same name, as the paths of features do not matter.</summary>
    private Standard Load(string edition) => StandardLoader.Load(Copy(edition));

    private string Copy(string edition)
    {
        var folder = Path.Combine(_root.FullName, "031-jutogaisha-atena", edition);
        foreach (var file in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }

        return folder;
    }
}
