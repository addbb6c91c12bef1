using System.Text.Json.Nodes;
using Conformance.Spec;

namespace Conformance.Mocks;

/// <summary>What a resident sends through マイナポータル. Items are ローマ字 to value, as in the interface.</summary>
public sealed record PortalApplication
{
    private static readonly string[] RequiredOfApplicant = ["shimei", "shimei_furigana", "seinengappi", "seibetsu", "jusho"];

    /// <summary>Code of the 手続; one of <see cref="PortalProcedures"/>.</summary>
    public required string Procedure { get; init; }

    /// <summary>氏名, 生年月日 and so on of the applicant; 個人番号 and 宛名番号 may be absent.</summary>
    public required IReadOnlyDictionary<string, string> Applicant { get; init; }

    /// <summary>The items of the form.</summary>
    public JsonObject Items { get; init; } = [];

    public IReadOnlyList<PortalAttachment> Attachments { get; init; } = [];

    /// <summary>利用の意思の確認: the applicant wants the registered account to be used.</summary>
    public bool UseRegisteredAccount { get; init; }

    /// <summary>The account that the applicant names instead.</summary>
    public BankAccount? Account { get; init; }

    /// <summary>団体コード of the municipality that it goes to; null: everybody sees it.</summary>
    public string? Municipality { get; init; }

    public Delivery Delivery { get; init; }

    /// <summary>Given as the answer to the fetch exactly as it is: an application that arrives malformed.</summary>
    public string? RawData { get; init; }

    /// <summary>Content type that goes with <see cref="RawData"/>.</summary>
    public string RawContentType { get; init; } = "application/json;charset=UTF-8";

    /// <summary>Everything that is wrong with it. What is meant to be malformed goes into <see cref="RawData"/>.</summary>
    internal IEnumerable<Problem> Problems(string place)
    {
        if (!PortalProcedures.All.ContainsKey(Procedure))
        {
            yield return new Problem("CF6811", $"{place}.tetsuzuki", 0, 0, $"'{Procedure}' is no 手続 here.",
                $"Use one of: {string.Join(' ', PortalProcedures.All.Keys)}.");
        }

        foreach (var member in RequiredOfApplicant.Where(member => !Applicant.TryGetValue(member, out var value) || value.Length == 0))
        {
            yield return new Problem("CF6812", $"{place}.shinseisha.{member}", 0, 0, $"{NeighbourItems.NameOf(member)} is missing.", "Give it a value.");
        }

        if (UseRegisteredAccount && Account is not null)
        {
            yield return new Problem("CF6812", $"{place}.koza", 0, 0, "An account is named although the registered one is to be used.",
                "Leave koza out, or set kozariyo to 0.");
        }

        foreach (var problem in Account?.Problems($"{place}.koza") ?? [])
        {
            yield return problem;
        }
    }
}
