using Conformance.Derivation.Writing;
using Conformance.Spec.Contracts;
using static Conformance.Derivation.Checks.CheckWords;

namespace Conformance.Derivation.Checks;

/// <summary>更新履歴: every state that was ever stored is kept, in order, deletion included.</summary>
internal static class HistoryChecks
{
    public static IReadOnlyList<ScenarioDraft> Derive(RoleContracts role, Contract contract)
    {
        var (change, delete) = (contract.By[0], contract.By[1]);
        var registered = Given($"{role.Person}「甲」が登録されている");
        return
        [
            new ScenarioDraft(Id(role, contract, "change"), "変更の前と後が履歴に残る",
            [
                registered,
                When($"「甲」の住所を変えて「{change}」を行う"),
                ThenOf(role, role.Exchanges[change].Accepts, "change", "受け付けられる"),
                ThenOf(role, role.Exchanges[change].Accepts, "once", $"「甲」の「{change}」が一度だけ処理されている"),
                Then(contract, "change", "更新履歴に「甲」の変更前と変更後が順に残っている"),
            ]) { Surfaces = Both },
            new ScenarioDraft(Id(role, contract, "twice"), "二度の変更のすべての状態が順に履歴に残る",
            [
                registered,
                Given("「甲」の住所が変更されている"),
                When($"「甲」の「氏名」だけを変えて「{change}」を行う"),
                ThenOf(role, role.Exchanges[change].Accepts, "change", "受け付けられる"),
                Then(contract, "change", "更新履歴に「甲」のすべての状態が順に残っている"),
            ]),
            new ScenarioDraft(Id(role, contract, "delete"), "削除した人の履歴が残る",
            [
                registered,
                Given("「甲」の更新履歴の件数が控えてある"),
                When($"「甲」について「{delete}」を行う"),
                ThenOf(role, role.Exchanges[delete].Accepts, "delete", "受け付けられる"),
                Then(contract, "delete", "更新履歴に「甲」の削除が加わっている"),
                Then(contract, "delete", "更新履歴に「甲」の削除前の内容が残っている"),
            ]) { Surfaces = Both },
        ];
    }
}
