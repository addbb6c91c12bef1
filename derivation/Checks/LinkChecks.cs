using Conformance.Derivation.Writing;
using Conformance.Spec.Contracts;
using static Conformance.Derivation.Checks.CheckWords;

namespace Conformance.Derivation.Checks;

/// <summary>名寄せ: linked, undone, numbers unchanged, history kept.</summary>
internal static class LinkChecks
{
    public static IReadOnlyList<ScenarioDraft> Derive(RoleContracts role, Contract contract)
    {
        var (link, undo) = (contract.By[0], contract.By[1]);
        var history = contract.Setting("history-unit") ?? contract.Unit;
        var accepts = role.Exchanges[link].Accepts;
        StepDraft[] two =
        [
            Given($"{role.Person}「甲」が登録されている"),
            Given("「甲」と同じ基本４情報の「乙」が登録されている"),
        ];
        StepDraft third = Given("「甲」と同じ基本４情報の「丙」が登録されている");
        return
        [
            new ScenarioDraft(Id(role, contract, "link"), "名寄せで紐付き、宛名番号は変わらない",
            [
                .. two,
                When($"「乙」を「甲」に「{link}」する"),
                ThenOf(role, accepts, "link", "受け付けられる"),
                Then(contract, "link", "「乙」が「甲」に紐付いている"),
                Then(contract, "link", "「甲」と「乙」の宛名番号が変わっていない"),
                ThenOf(role, history, "link", "名寄せ履歴に「乙」から「甲」への名寄せが残っている"),
            ]) { Surfaces = Both },
            new ScenarioDraft(Id(role, contract, "undo"), "名寄せ解除で紐付けが解かれる",
            [
                .. two,
                Given("「乙」が「甲」に名寄せされている"),
                When($"「乙」の「甲」への「{undo}」をする"),
                ThenOf(role, accepts, "undo", "受け付けられる"),
                Then(contract, "undo", "「乙」の「甲」への紐付けが解かれている"),
                ThenOf(role, history, "undone", "名寄せ履歴に「乙」の「甲」からの名寄せ解除が残っている"),
            ]) { Surfaces = Both },
            new ScenarioDraft(Id(role, contract, "several"), "複数の人を同じ人に名寄せできる",
            [
                .. two,
                third,
                Given("「乙」が「甲」に名寄せされている"),
                When($"「丙」を「甲」に「{link}」する"),
                ThenOf(role, accepts, "link", "受け付けられる"),
                Then(contract, "link", "「丙」が「甲」に紐付いている"),
                Then(contract, "link", "「乙」が「甲」に紐付いている"),
            ]),
            new ScenarioDraft(Id(role, contract, "history"), "名寄せをやり直しても前の名寄せの履歴が残る",
            [
                .. two,
                third,
                Given("「乙」が「甲」に名寄せされている"),
                Given("「乙」の「甲」への名寄せが解除されている"),
                When($"「乙」を「丙」に「{link}」する"),
                ThenOf(role, accepts, "link", "受け付けられる"),
                Then(contract, "link", "「乙」が「丙」に紐付いている"),
                ThenOf(role, history, "link", "名寄せ履歴に「乙」から「丙」への名寄せが残っている"),
                ThenOf(role, history, "link", "名寄せ履歴に「乙」から「甲」への名寄せが残っている"),
            ]),
        ];
    }
}
