using Conformance.Spec.Contracts;

namespace Conformance.Spec.Loading;

/// <summary>What exchanges and contracts say of データ出力 must be in 基本データリスト.</summary>
internal static class OutputCheck
{
    public static void Check(Standard standard, ICollection<Problem> problems)
    {
        var file = Path.Combine(standard.Folder, "contracts.yaml");
        foreach (var role in standard.Roles)
        {
            foreach (var exchange in role.Exchanges.Values)
            {
                Check(standard, role, exchange, file, problems);
            }

            foreach (var contract in role.Contracts.Where(contract => contract.Kind == "export"))
            {
                Check(standard, role, contract, file, problems);
            }
        }
    }

    private static void Check(Standard standard, RoleContracts role, ExchangeContract exchange, string file, ICollection<Problem> problems)
    {
        foreach (var name in exchange.PutsOut)
        {
            if (standard.Group(name, exchange.LeavesOut) is var group && group.Keys.Count == 0)
            {
                problems.Add(new Problem("CF1411", file, 0, 0, group.Items.Count == 0
                    ? $"The exchange 「{exchange.Name}」 puts out the group 「{name}」, which data-items.csv does not have."
                    : $"The exchange 「{exchange.Name}」 puts out the group 「{name}」, of which no item is 主キー.", "Correct the name of the group, or mark its 主キー in data-items.csv."));
            }
        }

        foreach (var item in exchange.LeavesOut.Where(item => !standard.Items.Any(known => known.Name == item && exchange.PutsOut.Contains(known.Group))))
        {
            problems.Add(new Problem("CF1412", file, 0, 0, $"The exchange 「{exchange.Name}」 leaves out the item 「{item}」, which none of its groups has.", "Correct the name, or remove it from `leaves-out:`."));
        }

        if (exchange.FetchedBy is { } by && !role.Exchanges.ContainsKey(by))
        {
            problems.Add(new Problem("CF1405", file, 0, 0, $"The exchange 「{exchange.Name}」 names the exchange 「{by}」, which the role does not have.", "Use one of: " + string.Join(", ", role.Exchanges.Keys) + "."));
        }
    }

    private static void Check(Standard standard, RoleContracts role, Contract contract, string file, ICollection<Problem> problems)
    {
        if (contract.By.Count == 0 || !role.Exchanges.TryGetValue(contract.By[0], out var exchange) || exchange.PutsOut.Count == 0)
        {
            problems.Add(new Problem("CF1413", file, contract.Line, 1, $"The contract of {contract.Unit} is about data that is put out, and no exchange of its `by:` puts any out.", "Name an exchange with `puts-out:`, the groups of data-items.csv."));
            return;
        }

        var groups = exchange.PutsOut.Select(name => standard.Group(name, exchange.LeavesOut)).ToList();
        var known = groups.SelectMany(group => group.Items.SelectMany(item => (string[])[item.Name, $"{group.Name}.{item.Name}"])).ToHashSet(StringComparer.Ordinal);
        foreach (var unknown in contract.List("adds").Append(contract.Setting("history")).OfType<string>().Distinct().Where(group => !exchange.PutsOut.Contains(group))
            .Concat(contract.List("registered").Concat(contract.List("people-registered")).Append(contract.Setting("history-item")).OfType<string>().Distinct().Where(item => !known.Contains(item))))
        {
            problems.Add(new Problem("CF1414", file, contract.Line, 1, $"The contract of {contract.Unit} names 「{unknown}」, which is neither a group nor an item that 「{exchange.Name}」 puts out.", "Groups are: " + string.Join(", ", exchange.PutsOut) + "."));
        }
    }
}
