using Conformance.Derivation.Writing;
using Conformance.Spec.Contracts;
using static Conformance.Derivation.Checks.CheckWords;

namespace Conformance.Derivation.Checks;

/// <summary>連携の受信: what a neighbour's feed brings is there, once, in the order of its numbers; a wrong code is refused and kept.</summary>
internal static class ReceiveChecks
{
    public static IReadOnlyList<ScenarioDraft> Derive(RoleContracts role, Contract contract)
    {
        var (feed, word, seen) = (contract.Setting("feed") ?? "", contract.Setting("as") ?? "", contract.SeenBy[0]);
        StepDraft[] person = [.. contract.Given.Count > 0 ? contract.Given.Select(Given) : [Given($"{role.Person}「甲」がいる")]];
        StepDraft[] start = contract.Setting("start") is { } batch ? [When($"「{batch}」が行われる")] : [];
        var comes = When($"「甲」の{feed}が「{word}」として届く");
        var shown = contract.List("shows") is [var item, var value] ? $"「{seen}」で「甲」の「{item}」が「{value}」になる" : $"「{seen}」に「甲」が示される";
        var items = Column("項目", contract.List("items"));
        var only = $"「{seen}」に「甲」が一件だけ示される";

        ScenarioDraft Draft(string check, string title, IReadOnlyList<string> on, params StepDraft[] steps) => new(Id(role, contract, check), title, [.. person, .. steps]) { Surfaces = Surfaces(contract, on) };

        var scenarios = new List<ScenarioDraft>
        {
            Draft("arrives", $"{feed}が職員の入力なしに反映される", Both,
            [
                comes, .. start,
                Then(contract, "arrives", shown),
                .. items.Count > 1 ? new[] { Then(contract, "items", $"「{seen}」に「甲」の次の項目が送られたとおり示される") with { Table = items } } : [],
            ]),
            Draft("once", $"同じ{feed}が二度届いても一度だけ扱う", Api,
            [
                When($"「甲」の{feed}が「{word}」として二度届く"), .. start,
                Then(contract, "arrives", shown),
                contract.Setting("once-unit") is { } counter ? ThenOf(role, counter, "once", only) : Then(contract, "once", only),
            ]),
        };
        if (contract.Setting("errors-by") is { } errors)
        {
            scenarios.Add(Draft("code", $"誤りのある{feed}は反映せず、職員のために残す", Api,
            [
                When($"「甲」の{feed}が誤ったコードで届く"), .. start,
                Then(contract, "code", $"「{errors}」に「甲」が示される"),
            ]));
        }

        if (contract.List("order") is [var first, var second] && contract.List("order-shows") is [var state, var later] && contract.List("shows") is [_, var earlier])
        {
            scenarios.Add(Draft("order", $"{feed}が番号の順と違って届いても、番号の順に反映する", Api,
            [
                When($"「甲」の{feed}が「{first}」「{second}」の番号の順とは逆に届く"), .. start,
                Then(contract, "order", $"「{seen}」で「甲」の「{state}」が「{later}」になる"),
                // What came last is there by now.
                Then(contract, "order", $"「{seen}」で「甲」の「{state}」が「{earlier}」にならない"),
            ]));
        }

        return scenarios;
    }
}
