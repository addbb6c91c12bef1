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

    public static string Id(RoleContracts role, Contract contract, string check) => $"{role.Slug}.{contract.Unit}.{check}";
}
