using System.Text.RegularExpressions;
using Conformance.Gherkin;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Spec.Loading;

namespace Conformance.Derivation.Tests;

/// <summary>The features that are checked in, read as any Gherkin tool reads them.</summary>
public sealed partial class CheckedInFeatureTests
{
    private static readonly Dictionary<string, IReadOnlyList<Pickle>> s_byRole = Some.Checked.Roles.ToDictionary(role => role.Slug, Read);

    [Fact]
    public void They_are_what_the_standards_derive() =>
        StandardLoader.Folders(Path.Combine(Some.Root, "standards")).SelectMany(folder => FeatureDerivation.Drift(Some.Features, StandardLoader.Load(folder))).Should().BeEmpty("`conformance derive` was run");

    [Fact]
    public void Every_ならば_blames_exactly_one_unit_that_exists_and_nothing_else_blames_anybody()
    {
        foreach (var role in Some.Checked.Roles)
        {
            var units = Units(role);
            foreach (var step in s_byRole[role.Slug].SelectMany(pickle => pickle.Steps))
            {
                var blamed = Blame().Matches(step.Text).Select(match => match.Groups[1].Value).ToList();
                if (step.Kind == StepKind.Outcome)
                {
                    blamed.Should().ContainSingle("「{0}」 blames one unit", step.Text).Which.Should().BeOneOf(units);
                    step.Text.Should().StartWith(role.Unit == VerdictUnit.Function ? "機能「" : "手順「");
                }
                else
                {
                    blamed.Should().BeEmpty("「{0}」 asserts nothing", step.Text);
                }
            }
        }
    }

    [Fact]
    public void Every_unit_is_blamed_by_a_ならば_unless_the_standard_leaves_it_open() =>
        Some.Checked.Roles.Should().AllSatisfy(role => Units(role).Where(unit => role.ContractOf(unit)?.Setting("left-open") is null)
            .Except(s_byRole[role.Slug].SelectMany(pickle => pickle.Steps).SelectMany(step => Blame().Matches(step.Text)).Select(match => match.Groups[1].Value)).Should().BeEmpty(role.Name));

    [Fact]
    public void Every_one_of_the_twelve_functions_is_blamed_on_an_official_basis() =>
        Some.Checked.Functions.Select(function => function.Id.Value).Where(id => !s_byRole["kanri"].SelectMany(pickle => pickle.Steps)
            .Any(step => step.Text.StartsWith($"機能「{id}」（公式）: ", StringComparison.Ordinal))).Should().BeEmpty().And.Subject.Should().NotBeNull();

    [Fact]
    public void Scenario_IDs_are_unique_within_a_role() =>
        s_byRole.Values.Should().AllSatisfy(pickles => pickles.Select(pickle => pickle.Name[..pickle.Name.IndexOf(']', StringComparison.Ordinal)]).Should().OnlyHaveUniqueItems());

    [Fact]
    public void No_placeholder_is_left_in_a_scenario() =>
        s_byRole.Values.SelectMany(pickles => pickles).Should().NotContain(pickle => pickle.Name.Contains('<') || pickle.Steps.Any(step => step.Text.Contains('<')));

    [Fact]
    public void Every_scenario_prepares_or_does_something_before_it_asserts_and_asserts_something() =>
        s_byRole.Values.SelectMany(pickles => pickles).Should().NotContain(pickle =>
            pickle.Steps.Count(step => step.Kind == StepKind.Outcome) == 0 || pickle.Steps.TakeWhile(step => step.Kind != StepKind.Outcome).All(step => step.Kind != StepKind.Action));

    [Fact]
    public void Every_scenario_runs_on_a_surface_and_carries_its_business_edition_and_role() =>
        s_byRole.Values.SelectMany(pickles => pickles).Should().NotContain(pickle =>
            (!pickle.HasTag("@api") && !pickle.HasTag("@ui")) || !pickle.HasTag("@業務:031") || !pickle.HasTag("@版:2.1"));

    [Fact]
    public void The_tags_name_the_units_that_the_steps_blame()
    {
        foreach (var pickle in s_byRole.Values.SelectMany(pickles => pickles))
        {
            UnitTags.Units(pickle.Tags.Select(tag => tag.Name)).Distinct()
                .Should().BeEquivalentTo(pickle.Steps.SelectMany(step => Blame().Matches(step.Text)).Select(match => match.Groups[1].Value).Distinct(), pickle.Name);
        }
    }

    private static string[] Units(RoleContracts role) => role.Unit == VerdictUnit.Function
        ? [.. Some.Checked.Functions.Select(function => function.Id.Value)]
        : [.. Some.Checked.Flows.SelectMany(flow => flow.Nodes).Where(node => node.Lane == role.Name && node.Step.Length > 0).Select(node => node.Step)];

    private static IReadOnlyList<Pickle> Read(RoleContracts role)
    {
        var folder = Path.Combine(Some.Features, Some.Checked.Key, role.Slug);
        var reading = FeatureReader.ReadAll(Directory.GetFiles(folder, "*.feature").Order(StringComparer.Ordinal).Select(file => new FeatureSource(Path.GetFileName(file), File.ReadAllText(file))));
        reading.Problems.Should().BeEmpty();
        return [.. reading.Documents.SelectMany(document => document.Pickles)];
    }

    [GeneratedRegex("(?:機能|手順)「([^」]+)」（(?:公式|推定|曖昧|例示)）: ")]
    private static partial Regex Blame();
}
