using Conformance.Derivation.Writing;
using Conformance.Spec;
using Conformance.Spec.Contracts;

namespace Conformance.Derivation.Checks;

/// <summary>Turns a contract into its checks; the kind decides which.</summary>
internal static class ContractChecks
{
    public static IReadOnlyList<ScenarioDraft> Derive(Standard standard, RoleContracts role, Contract contract) =>
        [.. OfKind(standard, role, contract), .. WrittenScenarios.Of(role, contract)];

    private static IReadOnlyList<ScenarioDraft> OfKind(Standard standard, RoleContracts role, Contract contract) => contract.Kind switch
    {
        "number" => NumberChecks.Derive(role, contract),
        "maintain" when contract.Setting("items") is not null => RecordChecks.Derive(standard, role, contract),
        "judge" => JudgeChecks.Derive(standard, role, contract),
        "issue" => IssueChecks.Derive(standard, role, contract),
        "intake" => IntakeChecks.Derive(role, contract),
        "receive" => ReceiveChecks.Derive(role, contract),
        "transmit" => TransmitChecks.Derive(role, contract),
        "suppress" => SuppressChecks.Derive(role, contract),
        "export" => ExportChecks.Derive(standard, role, contract),
        "forbidden" => ForbiddenChecks.Derive(role, contract),
        "maintain" => MaintainChecks.Derive(standard, role, contract),
        "interface" => InterfaceChecks.Derive(standard, role, contract),
        "inquire" => InquireChecks.Derive(role, contract),
        "lock" => LockChecks.Derive(role, contract),
        "link" => LinkChecks.Derive(role, contract),
        "history" => HistoryChecks.Derive(role, contract),
        _ => [],
    };
}
