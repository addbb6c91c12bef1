namespace Conformance.Spec.Loading;

/// <summary>Words that several files of a standard share.</summary>
internal static class Words
{
    /// <summary>公式, 推定, 曖昧 or 例示; null for any other word.</summary>
    public static Basis? Basis(string word) => word switch
    {
        "公式" => Spec.Basis.Official,
        "推定" => Spec.Basis.Assumed,
        "曖昧" => Spec.Basis.Ambiguous,
        "例示" => Spec.Basis.Illustrative,
        _ => null,
    };

    /// <summary>official, assumed, ambiguous or illustrative; null for any other word.</summary>
    public static Basis? EnglishBasis(string word) => word switch
    {
        "official" => Spec.Basis.Official,
        "assumed" => Spec.Basis.Assumed,
        "ambiguous" => Spec.Basis.Ambiguous,
        "illustrative" => Spec.Basis.Illustrative,
        _ => null,
    };

    /// <summary>The entries of a cell that holds several, separated by a semicolon.</summary>
    public static IReadOnlyList<string> Entries(string cell) => cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
