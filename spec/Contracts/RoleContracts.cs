namespace Conformance.Spec.Contracts;

/// <summary>How what a role does is seen from outside: its exchanges, and the contracts of its units.</summary>
/// <param name="Name">The lane that the target plays.</param>
/// <param name="Slug">ASCII word for folder names and scenario IDs.</param>
/// <param name="Unit">Whether verdicts are given per function or per flow step.</param>
/// <param name="Person">What the standard calls the people of its scenarios, such as 住登外者.</param>
/// <param name="Neighbour">The lane whose system the harness plays on interfaces.</param>
/// <param name="Exchanges">By name.</param>
public sealed record RoleContracts(
    string Name, string Slug, VerdictUnit Unit, string Person, string Neighbour,
    IReadOnlyDictionary<string, ExchangeContract> Exchanges, IReadOnlyList<Contract> Contracts, IReadOnlyList<string> KeyItems)
{
    public ExchangeContract Exchange(string name) => Exchanges[name];
}
