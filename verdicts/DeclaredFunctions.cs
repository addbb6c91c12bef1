namespace Conformance.Verdicts;

/// <summary>標準オプション functions that a product says it has (<c>declares</c> of its profile).</summary>
/// <param name="Reason">What the profile says about those it does not have; null where it says nothing.</param>
public sealed record DeclaredFunctions(IReadOnlySet<string> Ids, string? Reason)
{
    public static DeclaredFunctions None { get; } = new(new HashSet<string>(), null);

    internal string ReasonAgainst() => "標準オプション機能であり、プロファイルで宣言されていない。" + (Reason is { Length: > 0 } ? $"（{Reason}）" : "");
}
