using Conformance.Derivation.Writing;
using Conformance.Spec;
using Conformance.Spec.Contracts;

namespace Conformance.Derivation.Checks;

/// <summary>Turns a contract into its checks; the kind decides which.</summary>
internal static class ContractChecks
{
    public static IReadOnlyList<ScenarioDraft> Derive(Standard standard, RoleContracts role, Contract contract) => contract.Kind switch
    {
        "number" => NumberChecks.Derive(role, contract),
        "maintain" => MaintainChecks.Derive(standard, role, contract),
        "interface" => InterfaceChecks.Derive(standard, role, contract),
        "inquire" => InquireChecks.Derive(role, contract),
        "lock" => LockChecks.Derive(role, contract),
        "link" => LinkChecks.Derive(role, contract),
        "history" => HistoryChecks.Derive(role, contract),
        _ => [],
    };
}
