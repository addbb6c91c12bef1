namespace Conformance.Spec.Contracts;

/// <summary>One thing that is asked of the target and answered, or only sent to it.</summary>
/// <param name="Name">付番, 照会, …</param>
/// <param name="Interface">File under <c>interfaces/</c> without extension; null where the standard knows no interface (screens, or the profile's own).</param>
/// <param name="Basis">Whether the layout of the interface is official. An illustrative layout is a mapping, never an expectation.</param>
/// <param name="Accepts">The unit that takes it in.</param>
/// <param name="Does">The unit that does what is asked; empty where that is seen elsewhere.</param>
/// <param name="Replies">The unit that answers.</param>
/// <param name="Records">The unit that keeps the history of what was done; empty where none does.</param>
/// <param name="By">Who does it: <c>system</c> (always through the interface in a flow), <c>person</c> or <c>batch</c>.</param>
/// <param name="Defaults">Item to value, where the scenario does not give one; <c>${today}</c>, <c>${now}</c>, <c>${operator}</c>,
/// <c>${municipality}</c>, <c>${business}</c> are filled in when it is sent.</param>
/// <param name="Do">The sentence of the step that does it.</param>
/// <param name="Shows">Unit to the sentence of what is seen of it afterwards, on the path of a flow.</param>
public sealed record ExchangeContract(
    string Name, string? Interface, Basis Basis, string Accepts, string Does, string Replies, string Records, string By,
    IReadOnlyDictionary<string, string> Defaults, string Do, IReadOnlyDictionary<string, string> Shows)
{
    /// <summary>Items that go with it besides <see cref="Defaults"/>; null where everything goes that the person of the scenario has.</summary>
    public IReadOnlyList<string>? Sends { get; init; }

    /// <summary>Items of the answer that the person has from then on, such as 受付番号.</summary>
    public IReadOnlyList<string> Keeps { get; init; } = [];

    /// <summary>Of an exchange that reads: the items by which a person's record is told from others; the first that both have decides.</summary>
    public IReadOnlyList<string> Finds { get; init; } = [];

    /// <summary>帳票 that it answers; null where it answers none.</summary>
    public string? Form { get; init; }

    /// <summary>Groups of 基本データリスト that it puts out (データ出力), in any order; empty where it puts out none.</summary>
    public IReadOnlyList<string> PutsOut { get; init; } = [];

    /// <summary>Items of these groups that are no stored data, such as a condition of a search: they are not put out.</summary>
    public IReadOnlyList<string> LeavesOut { get; init; } = [];

    /// <summary>The exchange that fetches what was put out, where its own answer does not bring it; null where there is none.</summary>
    public string? FetchedBy { get; init; }

    /// <summary>True where the product does it by itself, at its own time or when told to.</summary>
    public bool IsBatch => By == "batch";
}
