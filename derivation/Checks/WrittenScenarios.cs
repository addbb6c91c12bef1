using Conformance.Derivation.Writing;
using Conformance.Spec.Contracts;
using static Conformance.Derivation.Checks.CheckWords;

namespace Conformance.Derivation.Checks;

/// <summary>What a contract spells out itself, because no kind covers it.</summary>
internal static class WrittenScenarios
{
    public static IEnumerable<ScenarioDraft> Of(RoleContracts role, Contract contract) => contract.Scenarios.Select(written =>
        new ScenarioDraft(Id(role, contract, written.Id), written.Title, [.. contract.Given.Select(Given), .. written.Steps.Select(step => Step(role, contract, written.Id, step))])
        {
            Surfaces = written.Surfaces.Count > 0 ? written.Surfaces : Surfaces(contract, Both),
            Exclusive = written.Exclusive,
        });

    private static StepDraft Step(RoleContracts role, Contract contract, string check, WrittenStep step) => step.Keyword switch
    {
        "ならば" when step.Unit.Length > 0 => ThenOf(role, step.Unit, check, step.Text) with { Table = step.Table },
        "ならば" => Then(contract, check, step.Text) with { Table = step.Table },
        _ => new StepDraft(step.Keyword, step.Text) { Table = step.Table },
    };
}
