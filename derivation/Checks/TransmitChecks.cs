using Conformance.Derivation.Writing;
using Conformance.Spec.Contracts;
using static Conformance.Derivation.Checks.CheckWords;

namespace Conformance.Derivation.Checks;

/// <summary>連携の送信: what the product sends carries every required item with the right value, types, lengths and codes, and goes once: as a call (<c>to</c>) or in a file (<c>linkage</c> alone).</summary>
internal static class TransmitChecks
{
    public static IReadOnlyList<ScenarioDraft> Derive(RoleContracts role, Contract contract)
    {
        StepDraft[] person = [.. contract.Given.Count > 0 ? contract.Given.Select(Given) : [Given($"{role.Person}「甲」がいる")]];
        var happens = contract.Setting("do") is { } sentence ? When(sentence) : When(Doing(role, contract.By[0]));
        var items = Column("項目", contract.List("items"));
        var linkage = contract.Setting("linkage");
        if (contract.Setting("to") is not { } to)
        {
            linkage ??= "";
            return
            [
                new ScenarioDraft(Id(role, contract, "file"), $"連携 {linkage} のファイルが定められた形で出力される",
                [
                    .. person,
                    happens,
                    Then(contract, "sent", $"連携「{linkage}」のファイルに「甲」が出力されている"),
                    Then(contract, "form", $"連携「{linkage}」のファイルが定められた形である"),
                    Then(contract, "items", $"連携「{linkage}」のファイルの「甲」の次の項目が正しい") with { Table = items },
                    Then(contract, "once", $"連携「{linkage}」のファイルに「甲」が一度だけ出力されている"),
                ]) { Surfaces = Surfaces(contract, Api) },
            ];
        }

        return
        [
            new ScenarioDraft(Id(role, contract, "sent"), $"「{to}」が必要な項目とともに一度だけ送られる",
            [
                .. person,
                happens,
                Then(contract, "sent", $"「甲」の「{to}」が送られている"),
                .. items.Count > 1 ? new[] { Then(contract, "items", $"送られた「{to}」に「甲」の次の項目が含まれる") with { Table = items } } : [],
                .. linkage is null ? [] : new[] { Then(contract, "types", $"送られた「甲」の「{to}」が連携「{linkage}」に定められた形である") },
                Then(contract, "once", $"「甲」の「{to}」が一度だけ送られている"),
            ]) { Surfaces = Surfaces(contract, Both) },
        ];
    }
}
