using Conformance.Spec.Contracts;

namespace Conformance.Steps.Running;

/// <summary>Which of the standard's items plays which part towards the systems that the harness plays, as <c>parts:</c> of the role says.</summary>
/// <exception cref="PreparationException">A part is asked for that the role does not name.</exception>
public sealed class Parts(RoleContracts role)
{
    /// <summary>The item by whose value other systems know somebody.</summary>
    public string Person => All(PartWords.Person)[0];

    public string Application => All(PartWords.Application)[0];

    public string Move => All(PartWords.Move)[0];

    public string AccountWish => All(PartWords.AccountWish)[0];

    /// <summary>Items that an application says of the applicant; of an application that knows no account, none.</summary>
    public IReadOnlyList<string> Applicant => All(PartWords.Applicant);

    /// <summary>Bank, branch, type, number, holder; empty where the role has no accounts.</summary>
    public IReadOnlyList<string> Account => Named(PartWords.Account);

    public IReadOnlyList<string> Resident => All(PartWords.Resident);

    /// <summary>By which a message or a line is somebody's; empty where the role sends none.</summary>
    public IReadOnlyList<string> Correlates => Named(PartWords.Correlates);

    /// <summary>What hardly anybody shares with another; empty where the role does not say.</summary>
    public IReadOnlyList<string> Telling => Named(PartWords.Telling);

    /// <summary>True where an application may ask that the registered account be used.</summary>
    public bool KnowsAccounts => Account.Count > 0;

    private IReadOnlyList<string> Named(string word) => role.Parts.GetValueOrDefault(word) ?? [];

    private IReadOnlyList<string> All(string word) => Named(word) is { Count: > 0 } items
        ? items
        : throw new PreparationException($"The role {role.Name} does not say which item plays the part 「{word}」; add it under `parts:` in contracts.yaml.");
}
