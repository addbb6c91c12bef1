namespace Conformance.Spec.Contracts;

/// <summary>The kinds of contract and the words for a basis.</summary>
public static class ContractKinds
{
    /// <summary>Kinds that derivation turns into checks.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "maintain", "inquire", "number", "link", "lock", "interface", "history", "asks", "keeps", "sends", "none",
        "judge", "issue", "intake", "receive", "transmit", "suppress", "forbidden", "manual", "export",
    ];

    public static bool TryBasis(string word, out Basis basis)
    {
        (var known, basis) = word switch
        {
            "official" => (true, Basis.Official),
            "assumed" => (true, Basis.Assumed),
            "ambiguous" => (true, Basis.Ambiguous),
            "illustrative" => (true, Basis.Illustrative),
            _ => (false, Basis.Assumed),
        };
        return known;
    }
}
