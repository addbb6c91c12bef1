using System.Text.RegularExpressions;
using Conformance.Spec.Loading;

namespace Conformance.Spec.Tests;

/// <summary>The standards that are checked in.</summary>
public sealed class CheckedInStandardTests
{
    private static readonly Standard s_standard = StandardLoader.Load(Some.Folder);

    [Fact]
    public void Every_checked_in_standard_loads_without_a_problem() =>
        StandardLoader.Folders(Path.Combine(Some.Root, "standards")).Should().NotBeEmpty().And.AllSatisfy(folder => FluentActions.Invoking(() => StandardLoader.Load(folder)).Should().NotThrow());

    [Fact]
    public void Standard_031_has_its_twelve_functions() =>
        s_standard.Functions.Select(function => function.Id.Value).Should().Equal(
            "0310001", "0310002", "0310003", "0310004", "0310005", "0310006", "0310007", "0310008", "0310009", "0310022", "0310023", "0310024");

    [Fact]
    public void Every_function_has_exactly_one_contract_in_the_role_that_is_judged_by_functions() =>
        s_standard.Roles.Single(role => role.Unit == Contracts.VerdictUnit.Function).Contracts.Select(contract => contract.Unit)
            .Should().BeEquivalentTo(s_standard.Functions.Select(function => function.Id.Value));

    [Fact]
    public void Every_function_occurs_in_a_flow() =>
        s_standard.Flows.SelectMany(flow => flow.Nodes).Select(node => node.Function).Where(id => id.Length > 0).Distinct()
            .Should().BeEquivalentTo(s_standard.Functions.Select(function => function.Id.Value));

    [Fact]
    public void Every_step_of_the_core_systems_lane_has_exactly_one_contract()
    {
        var role = s_standard.Roles.Single(role => role.Unit == Contracts.VerdictUnit.FlowStep);

        role.Contracts.Select(contract => contract.Unit).Should().BeEquivalentTo(
            s_standard.Flows.SelectMany(flow => flow.Nodes).Where(node => node.Lane == role.Name && node.Step.Length > 0).Select(node => node.Step));
    }

    [Fact]
    public void No_step_is_numbered_twice() =>
        s_standard.Flows.SelectMany(flow => flow.Nodes).Select(node => node.Step).Where(step => step.Length > 0).Should().OnlyHaveUniqueItems();

    [Fact]
    public void Every_node_stands_in_a_lane_and_every_task_has_a_step() =>
        s_standard.Flows.SelectMany(flow => flow.Nodes).Should().OnlyContain(node => node.Lane.Length > 0 && (!node.IsTask || node.Step.Length > 0));

    [Fact]
    public void Every_exchange_that_a_flow_begins_belongs_to_a_role() =>
        s_standard.Flows.SelectMany(flow => flow.Nodes).SelectMany(node => new[] { node.Exchange }.Concat(node.Decision?.Outcomes.Select(outcome => outcome.Exchange) ?? []))
            .Where(exchange => exchange.Length > 0).Distinct().Should().OnlyContain(exchange => s_standard.Roles.Any(role => role.Exchanges.ContainsKey(exchange)));

    [Fact]
    public void Every_exchange_of_a_role_names_units_that_exist() =>
        s_standard.Roles.SelectMany(role => role.Exchanges.Values.SelectMany(exchange => new[] { exchange.Accepts, exchange.Does, exchange.Replies, exchange.Records }.Concat(exchange.Shows.Keys))
            .Where(unit => unit.Length > 0 && role.ContractOf(unit) is null)).Should().BeEmpty();

    [Fact]
    public void Every_flow_that_the_contracts_speak_of_exists_with_its_classes() =>
        s_standard.Roles.SelectMany(role => role.Flows).Where(terms => s_standard.Flows.FirstOrDefault(flow => flow.Id == terms.Key) is not { } flow
                || terms.Value.Classes.Keys.Except(flow.Nodes.SelectMany(node => node.Decision?.Outcomes ?? []).SelectMany(outcome => outcome.Classes).Select(data => data.Id)).Any())
            .Should().BeEmpty();

    [Fact]
    public void What_claims_to_be_official_cites_a_document_of_the_standard()
    {
        var documents = s_standard.Sources.SelectMany(source => new[] { source.Name, Regex.Replace(source.Name, "（.*|^住登外者宛名番号(?=付番)", "") }).ToList();

        s_standard.Roles.SelectMany(role => role.Contracts).Where(contract => contract.Basis == Basis.Official)
            .SelectMany(contract => contract.SourceOf.Values.Append(contract.Source)).Where(source => !documents.Any(name => source.StartsWith(name, StringComparison.Ordinal)))
            .Should().BeEmpty();
    }
}
