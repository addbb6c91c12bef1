using Conformance.Derivation.Writing;
using Conformance.Spec;
using Conformance.Spec.Contracts;

namespace Conformance.Derivation.Checks;

/// <summary>Sentences that several kinds of check share.</summary>
internal static class CheckWords
{
    public static readonly string[] Api = ["api"];
    public static readonly string[] Both = ["api", "ui"];

    public static StepDraft Given(string text) => new("前提", text);

    public static StepDraft When(string text) => new("もし", text);

    public static StepDraft WhenWith(string text, params string[][] table) => new("もし", text) { Table = table };

    /// <summary>An assertion that blames the contract's unit, with the basis and source of the named check.</summary>
    public static StepDraft Then(Contract contract, string check, string text) =>
        new("ならば", text, contract.Unit, contract.BasisFor(check), contract.SourceFor(check));

    /// <summary>An assertion that blames another unit of the role, on that unit's own basis.</summary>
    public static StepDraft ThenOf(RoleContracts role, string unit, string check, string text)
    {
        var contract = role.ContractOf(unit);
        return new StepDraft("ならば", text, unit, contract?.BasisFor(check) ?? Basis.Assumed, contract?.SourceFor(check) ?? "");
    }

    /// <summary>Surfaces that the contract asks for, or those of the kind.</summary>
    public static IReadOnlyList<string> Surfaces(Contract contract, IReadOnlyList<string> ofKind) => contract.Surfaces.Count > 0 ? contract.Surfaces : ofKind;

    /// <summary>「甲」について「申請取込」を行う for what is done about somebody; 「申請取込」が行われる for what the product does by itself.</summary>
    public static string Doing(RoleContracts role, string exchange) =>
        role.Exchanges.GetValueOrDefault(exchange) is { } known ? known.IsBatch ? $"「{exchange}」が行われる" : known.Do.Length > 0 ? known.Do : $"「甲」について「{exchange}」を行う" : exchange;

    /// <summary>A table of one column.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Column(string header, IEnumerable<string> cells) =>
        [[header], .. cells.Select(cell => (IReadOnlyList<string>)[cell])];

    public static string Id(RoleContracts role, Contract contract, string check) => $"{role.Slug}.{contract.Unit}.{check}";
}
