using Conformance.Spec.Contracts;

namespace Conformance.Spec.Loading;

/// <summary>What one file of a standard says about another must be there.</summary>
internal static class CrossCheck
{
    public static void Check(Standard standard, ICollection<Problem> problems)
    {
        var functions = standard.Functions.Select(function => function.Id.Value).ToHashSet(StringComparer.Ordinal);
        var steps = standard.Flows.SelectMany(flow => flow.Nodes).Select(node => node.Step).Where(step => step.Length > 0).ToHashSet(StringComparer.Ordinal);
        foreach (var flow in standard.Flows)
        {
            foreach (var node in flow.Nodes)
            {
                if (node.Function.Length > 0 && !functions.Contains(node.Function))
                {
                    problems.Add(new Problem("CF2010", flow.File, node.Line, node.Column, $"The task names the function {node.Function}, which functions.csv does not have.", "Add the function or correct the ID."));
                }

                if (node is { Kind: "callActivity", Called.Length: > 0 } && !standard.Flows.Any(other => other.Id == node.Called || "flow-" + other.Id == node.Called))
                {
                    problems.Add(new Problem("CF2043", flow.File, node.Line, node.Column, $"「{node.Name}」 calls 「{node.Called}」, which is no flow of this standard.", "Add the flow to flows/, or draw a task."));
                }

                if (node.Jump is { } jump && !standard.Flows.Any(other => other.Id == jump.Flow && other.Nodes.Any(target => target.Step == jump.Step)))
                {
                    problems.Add(new Problem("CF2011", flow.File, node.Line, node.Column, $"The jump leads to step {jump.Step} of flow {jump.Flow}, which does not exist.", "Correct flow and step."));
                }
            }
        }

        var file = Path.Combine(standard.Folder, "contracts.yaml");
        foreach (var role in standard.Roles)
        {
            foreach (var contract in role.Contracts)
            {
                if (contract.Kind == "manual" && (string.IsNullOrWhiteSpace(contract.Setting("instruction")) || string.IsNullOrWhiteSpace(contract.Setting("expected"))))
                {
                    problems.Add(new Problem("CF1410", file, contract.Line, 1, $"The manual contract of {contract.Unit} does not say what to do, or what is expected.", "Write `instruction:` and `expected:`."));
                }

                var known = role.Unit == VerdictUnit.Function ? functions : steps;
                if (!known.Contains(contract.Unit))
                {
                    problems.Add(new Problem("CF1401", file, contract.Line, 1, $"The contract is for 「{contract.Unit}」, which is no {(role.Unit == VerdictUnit.Function ? "function" : "flow step")} of this standard.", "Correct the unit."));
                }

                foreach (var exchange in contract.By.Concat(contract.SeenBy).Where(exchange => !role.Exchanges.ContainsKey(exchange)))
                {
                    problems.Add(new Problem("CF1405", file, contract.Line, 1, $"The contract of {contract.Unit} names the exchange 「{exchange}」, which the role does not have.", "Use one of: " + string.Join(", ", role.Exchanges.Keys) + "."));
                }
            }

            CheckSideBySide(role, file, problems);
            var items = standard.Items.Select(item => item.Name).Concat(standard.Interfaces.SelectMany(document => document.Items).Select(item => item.Name)).Concat(role.Has.Keys).ToHashSet(StringComparer.Ordinal);
            foreach (var item in role.Parts.Values.SelectMany(part => part).Concat(role.Cases.Values.SelectMany(named => named.Keys)).Distinct().Where(item => !items.Contains(item)))
            {
                problems.Add(new Problem("CF1409", file, 0, 0, $"The role {role.Name} names the item 「{item}」 under `parts:` or `cases:`, which data-items.csv does not have.", "Correct the name, or add the item."));
            }

            foreach (var exchange in role.Exchanges.Values.Where(exchange => exchange.Interface is not null && standard.Interfaces.All(known => known.Name != exchange.Interface)))
            {
                problems.Add(new Problem("CF1406", file, 0, 0, $"The exchange 「{exchange.Name}」 names the interface {exchange.Interface}, which interfaces/ does not have.", "Add the document or correct the name."));
            }
        }
    }

    private static void CheckSideBySide(RoleContracts role, string file, ICollection<Problem> problems)
    {
        if (role.SideBySide is not { } across)
        {
            return;
        }

        foreach (var exchange in across.Reads.Where(exchange => !role.Exchanges.ContainsKey(exchange)))
        {
            problems.Add(new Problem("CF1405", file, 0, 0, $"`side-by-side:` of {role.Name} names the exchange 「{exchange}」, which the role does not have.", "Use one of: " + string.Join(", ", role.Exchanges.Keys) + "."));
        }

        foreach (var unit in across.Units.Where(unit => role.ContractOf(unit) is null))
        {
            problems.Add(new Problem("CF1401", file, 0, 0, $"`side-by-side:` of {role.Name} names 「{unit}」, which has no contract.", "Correct the unit."));
        }

        if (across.Reads.Count == 0 || across.Units.Count == 0)
        {
            problems.Add(new Problem("CF1411", file, 0, 0, $"`side-by-side:` of {role.Name} names no {(across.Units.Count == 0 ? "unit" : "exchange that reads")}.", "Give `units:` and `reads:`, or take it out."));
        }
    }
}
