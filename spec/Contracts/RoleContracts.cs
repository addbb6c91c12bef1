namespace Conformance.Spec.Contracts;

/// <summary>How what a role does is seen from outside: its exchanges, and the contracts of its units.</summary>
/// <param name="Name">The lane that the target plays.</param>
/// <param name="Slug">ASCII word for folder names and scenario IDs.</param>
/// <param name="Unit">Whether verdicts are given per function or per flow step.</param>
/// <param name="Person">What the standard calls the people of its scenarios, such as 住登外者.</param>
/// <param name="Neighbour">The lane whose system the harness plays on interfaces.</param>
/// <param name="Exchanges">By name.</param>
/// <param name="Flows">What the runs of a flow need, by the flow's ID.</param>
/// <param name="KeyItems">Items by which a person is found again without a number.</param>
public sealed record RoleContracts(
    string Name, string Slug, VerdictUnit Unit, string Person, string Neighbour,
    IReadOnlyDictionary<string, ExchangeContract> Exchanges, IReadOnlyDictionary<string, FlowContract> Flows,
    IReadOnlyList<Contract> Contracts, IReadOnlyList<string> KeyItems)
{
    /// <summary>Exchanges by what they are for where no contract says it: <c>enter</c> (in order), <c>ledger</c>, <c>link</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Duties { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Item to value, that every person of a scenario has besides what persons have anyway.</summary>
    public IReadOnlyDictionary<string, string> Has { get; init; } = new Dictionary<string, string>();

    /// <summary>Which items play which part towards the systems that the harness plays: word to items, such as <c>person</c> to 宛名番号. See docs/contracts.md.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Parts { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What can be the case with a person, by its name in the sentences: item to value; null where the person then has no such item.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string?>> Cases { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string?>>();

    /// <summary>What two editions of the interface share; null where the standard does not say.</summary>
    public SideBySide? SideBySide { get; init; }

    /// <summary>Units that are nothing but the linkage to another role: what this one asks of it and sends to it. Empty where the other is not its neighbour.</summary>
    public IReadOnlyList<string> LinksTo(string role) =>
        role == Neighbour ? [.. Contracts.Where(contract => contract.Kind is "asks" or "sends").Select(contract => contract.Unit).Distinct()] : [];

    public Contract? ContractOf(string unit) => Contracts.FirstOrDefault(contract => contract.Unit == unit && contract.Kind != "manual") ?? Contracts.FirstOrDefault(contract => contract.Unit == unit);
}
