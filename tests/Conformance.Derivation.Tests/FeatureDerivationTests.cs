using Conformance.Derivation.Writing;
using Conformance.Gherkin;
using Conformance.Spec;

namespace Conformance.Derivation.Tests;

public sealed class FeatureDerivationTests : IDisposable
{
    private readonly DirectoryInfo _features = Directory.CreateTempSubdirectory("conformance-features-");

    public void Dispose() => _features.Delete(recursive: true);

    [Fact]
    public void The_same_standard_gives_the_same_bytes_twice() =>
        FeatureDerivation.Derive(Some.Checked).Should().Equal(FeatureDerivation.Derive(Some.Checked));

    [Fact]
    public void The_order_in_which_files_and_contracts_are_found_changes_no_byte()
    {
        var shuffled = Some.Checked with
        {
            Flows = [.. Some.Checked.Flows.Reverse()],
            Interfaces = [.. Some.Checked.Interfaces.Reverse()],
            Items = [.. Some.Checked.Items.Reverse()],
            Codes = [.. Some.Checked.Codes.Reverse()],
            Functions = [.. Some.Checked.Functions.Reverse()],
            Findings = [.. Some.Checked.Findings.Reverse()],
            Roles = [.. Some.Checked.Roles.Reverse().Select(role => role with { Contracts = [.. role.Contracts.Reverse()] })],
        };

        FeatureDerivation.Derive(shuffled).Should().Equal(FeatureDerivation.Derive(Some.Checked));
    }

    [Fact]
    public void Features_end_lines_with_LF_alone_and_paths_are_in_order()
    {
        var files = FeatureDerivation.Derive(Some.Checked);

        files.Should().OnlyContain(file => !file.Text.Contains('\r') && file.Text.EndsWith('\n') && !file.Path.Contains('\\'));
        files.Select(file => file.Path).Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void What_was_just_written_does_not_drift()
    {
        FeatureDerivation.Write(_features.FullName, Some.Checked);

        FeatureDerivation.Drift(_features.FullName, Some.Checked).Should().BeEmpty();
    }

    [Fact]
    public void A_mark_at_the_beginning_of_a_file_is_a_difference()
    {
        FeatureDerivation.Write(_features.FullName, Some.Checked);
        var path = FeatureDerivation.Derive(Some.Checked)[0].Path;
        var file = Path.Combine(_features.FullName, path);
        File.WriteAllBytes(file, [0xEF, 0xBB, 0xBF, .. File.ReadAllBytes(file)]);

        FeatureDerivation.Drift(_features.FullName, Some.Checked).Should().Equal(new FeatureDrift(path, DriftKind.Different));
    }

    [Fact]
    public void Drift_tells_what_is_missing_what_differs_and_what_nothing_derives()
    {
        FeatureDerivation.Write(_features.FullName, Some.Checked);
        var paths = FeatureDerivation.Derive(Some.Checked).Select(file => file.Path).ToList();
        File.Delete(Path.Combine(_features.FullName, paths[0]));
        File.AppendAllText(Path.Combine(_features.FullName, paths[1]), " ");
        File.WriteAllText(Path.Combine(_features.FullName, paths[2]), File.ReadAllText(Path.Combine(_features.FullName, paths[2])).Replace("\n", "\r\n", StringComparison.Ordinal));
        var stranger = Some.Checked.Key + "/kanri/stranger.feature";
        File.WriteAllText(Path.Combine(_features.FullName, stranger), "");

        FeatureDerivation.Drift(_features.FullName, Some.Checked).Should().Equal(
            new FeatureDrift(paths[0], DriftKind.Missing), new FeatureDrift(paths[1], DriftKind.Different), new FeatureDrift(paths[2], DriftKind.Different), new FeatureDrift(stranger, DriftKind.NotDerived));
    }

    [Fact]
    public void Everything_is_missing_where_nothing_was_ever_derived() =>
        FeatureDerivation.Drift(_features.FullName, Some.Checked).Should().OnlyContain(drift => drift.Kind == DriftKind.Missing).And.HaveCount(FeatureDerivation.Derive(Some.Checked).Count);

    [Fact]
    public void Writing_removes_what_nothing_derives_any_more()
    {
        FeatureDerivation.Write(_features.FullName, Some.Checked);
        var stranger = Path.Combine(_features.FullName, Some.Checked.Key, "kanri", "stranger.feature");
        File.WriteAllText(stranger, "");

        FeatureDerivation.Write(_features.FullName, Some.Checked);

        File.Exists(stranger).Should().BeFalse();
    }

    [Fact]
    public void Scenario_IDs_are_unique_within_a_role() =>
        Some.Checked.Roles.Should().AllSatisfy(role => Ids(Some.Checked with { Roles = [role] }).Should().OnlyHaveUniqueItems());

    [Fact]
    public void Without_any_one_contract_the_other_scenarios_keep_their_IDs()
    {
        foreach (var role in Some.Checked.Roles)
        {
            var all = Ids(Some.Checked with { Roles = [role] });
            foreach (var gone in role.Contracts)
            {
                var rest = Ids(Some.Checked with { Roles = [role with { Contracts = [.. role.Contracts.Where(contract => contract != gone)] }] });
                rest.Should().Equal(all.Where(id => !id.StartsWith($"{role.Slug}.{gone.Unit}.", StringComparison.Ordinal)), "without {0}", gone.Unit);
            }
        }
    }

    [Theory]
    [InlineData("people", "新しい特徴")]
    [InlineData("items", "氏名_フリガナ")]
    public void What_is_inserted_in_front_of_a_list_leaves_the_other_IDs_as_they_were(string setting, string inserted)
    {
        var role = Some.Checked.Roles.Single(role => role.Contracts.Any(contract => contract.Setting(setting) is not null));
        var before = Named(role);
        var contracts = role.Contracts.Select(contract => contract.Setting(setting) is not { } list ? contract
            : contract with { Settings = new Dictionary<string, string>(contract.Settings) { [setting] = inserted + "," + list } }).ToList();
        var after = Named(role with { Contracts = contracts });

        after.Where(scenario => before.ContainsKey(scenario.Key)).Should().Equal(before);
        after.Count.Should().BeGreaterThan(before.Count);

        static Dictionary<string, string> Named(Spec.Contracts.RoleContracts role) => Pickles(Some.Checked with { Roles = [role] })
            .ToDictionary(Id, pickle => string.Join('\n', pickle.Steps.Select(step => step.Text + string.Join(' ', step.Table?.Rows.SelectMany(row => row) ?? []))));
    }

    [Fact]
    public void A_flow_that_is_inserted_before_the_others_leaves_their_IDs_as_they_were()
    {
        var first = Some.Checked.Flows[0];
        var without = Some.Checked with { Flows = [.. Some.Checked.Flows.Where(flow => flow.Id != first.Id)] };

        Ids(without).Should().Equal(Ids(Some.Checked).Where(id => !id.Contains($".{first.Id}.", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_no_kind_of_check_covers_derives_nothing()
    {
        var role = Some.Checked.Roles[0];
        var bare = role with { Contracts = [.. role.Contracts.Select(contract => contract with { Kind = "none" })] };

        FeatureDerivation.Derive(Some.Checked with { Flows = [] }, bare).Should().BeEmpty();
    }

    private static IReadOnlyList<string> Ids(Standard standard) => [.. Pickles(standard).Select(Id)];

    private static string Id(Pickle pickle) => pickle.Name[1..pickle.Name.IndexOf(']', StringComparison.Ordinal)];

    private static IEnumerable<Pickle> Pickles(Standard standard)
    {
        var reading = FeatureReader.ReadAll(FeatureDerivation.Derive(standard).Select(file => new FeatureSource(file.Path, file.Text)));
        reading.Problems.Should().BeEmpty();
        return reading.Documents.SelectMany(document => document.Pickles);
    }
}
