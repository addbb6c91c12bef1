using Conformance.Spec;
using Conformance.Spec.Contracts;

namespace Conformance.Verdicts;

/// <summary>The manual contracts of a role as checks that nobody has made yet.</summary>
public static class ManualChecks
{
    /// <returns>Null where the role has none.</returns>
    public static IReadOnlyList<ManualCheck>? Of(Standard standard, RoleContracts role)
    {
        var checks = role.Contracts.Where(contract => contract.Kind == "manual").Select(contract => new ManualCheck(
            contract.Setting("id") is { } word ? $"{contract.Unit}.{word}" : contract.Unit, contract.Unit,
            standard.Functions.FirstOrDefault(function => function.Id.Value == contract.Unit)?.Name ?? standard.Flows.SelectMany(flow => flow.Nodes).FirstOrDefault(node => node.Step == contract.Unit)?.Name ?? "",
            (contract.Setting("instruction") ?? "").Trim(), (contract.Setting("expected") ?? "").Trim(), contract.Setting("attachment") == "required", contract.Source)).ToList();
        return checks.Count > 0 ? checks : null;
    }
}
