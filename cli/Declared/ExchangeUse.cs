using Conformance.Spec.Contracts;

namespace Conformance.Cli.Declared;

/// <summary>Which exchanges a unit is seen through, and which of them no other unit uses.</summary>
internal sealed class ExchangeUse(RoleContracts role)
{
    private readonly Dictionary<string, HashSet<string>> of = role.Contracts.GroupBy(contract => contract.Unit, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.SelectMany(contract => Named(role, contract)).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    public IReadOnlyCollection<string> Of(string unit) => of.GetValueOrDefault(unit) ?? [];

    /// <summary>Exchanges that only this unit's scenarios perform: where they are, it is.</summary>
    public IReadOnlyList<string> OnlyOf(string unit) =>
        [.. Of(unit).Where(exchange => of.All(other => other.Key == unit || !other.Value.Contains(exchange))).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Named(RoleContracts role, Contract contract)
    {
        var steps = contract.Scenarios.SelectMany(scenario => scenario.Steps).Select(step => step.Text).Concat(contract.Given);
        return role.Exchanges.Keys.Where(exchange => contract.By.Contains(exchange) || contract.SeenBy.Contains(exchange)
            || contract.Settings.Values.Any(value => value.Split(',', StringSplitOptions.TrimEntries).Contains(exchange)) || steps.Any(step => step.Contains($"「{exchange}」", StringComparison.Ordinal)));
    }
}
