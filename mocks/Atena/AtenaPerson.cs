namespace Conformance.Mocks;

/// <summary>One person in the store: every state ever stored, oldest first. Guarded by the store's lock.</summary>
internal sealed class AtenaPerson(string number, string registeredBy)
{
    public string Number { get; } = number;

    /// <summary>業務ID that registered the person, which alone sees a record with 他業務参照不可.</summary>
    public string RegisteredBy { get; } = registeredBy;

    public List<AtenaState> States { get; } = [];

    public List<AtenaLinkage> Linkages { get; } = [];

    /// <summary>操作者ID that holds the person for an update; null when nobody does.</summary>
    public string? HeldBy { get; set; }

    public AtenaState Current => States[^1];

    public bool Deleted => Current.Kind == AtenaStates.Deleted;

    public bool HiddenFrom(string? business) =>
        Current.Members.GetValueOrDefault(AtenaItems.HiddenFlagMember) == "1" && business != RegisteredBy;

    /// <summary>Adds a state that is the current one with <paramref name="changes"/> applied.</summary>
    public void Append(string kind, IEnumerable<KeyValuePair<string, string>> changes)
    {
        var members = States.Count == 0 ? [] : new Dictionary<string, string>(Current.Members, StringComparer.Ordinal);
        foreach (var (member, value) in changes)
        {
            members[member] = value;
        }

        States.Add(new AtenaState(kind, members));
    }
}

/// <param name="Kind">One of <see cref="AtenaStates"/>.</param>
/// <param name="Members">ローマ字 to value, without 宛名番号.</param>
internal sealed record AtenaState(string Kind, IReadOnlyDictionary<string, string> Members);

/// <summary>One entry of the 名寄せ履歴.</summary>
internal sealed record AtenaLinkage(string Kind, string Number, string Target, string OperatorId, string Date, string Time);

/// <summary>履歴区分.</summary>
internal static class AtenaStates
{
    public const string Registered = "toroku";
    public const string Changed = "henko";
    public const string Deleted = "sakujo";
    public const string Linked = "nayose";
    public const string Unlinked = "nayosekaijo";
}
