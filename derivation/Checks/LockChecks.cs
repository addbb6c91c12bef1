using Conformance.Derivation.Writing;
using Conformance.Spec.Contracts;
using static Conformance.Derivation.Checks.CheckWords;

namespace Conformance.Derivation.Checks;

/// <summary>排他: while one operator works on a person a second one reads, cannot write, and can afterwards.</summary>
internal static class LockChecks
{
    public static IReadOnlyList<ScenarioDraft> Derive(RoleContracts role, Contract contract)
    {
        var (start, end, write) = (contract.Setting("start"), contract.Setting("end"), contract.Setting("write"));
        StepDraft[] begun =
        [
            Given($"{role.Person}「甲」が登録されている"),
            Given($"操作者1が「甲」の「{start}」を行っている"),
        ];
        return
        [
            new ScenarioDraft(Id(role, contract, "lock.write"), "異動処理の間、ほかの職員は更新できない",
            [
                .. begun,
                When($"操作者2が「甲」の住所を変えて「{write}」を行う"),
                Then(contract, "lock", "処理中として拒否される"),
            ]) { Surfaces = Both },
            new ScenarioDraft(Id(role, contract, "lock.read"), "異動処理の間も、ほかの職員は閲覧できる",
            [
                .. begun,
                When($"操作者2が「甲」の基本４情報で「{contract.By[0]}」を行う"),
                Then(contract, "lock", "「甲」が見つかる"),
            ]) { Surfaces = Both },
            new ScenarioDraft(Id(role, contract, "lock.after"), "異動処理が終われば、ほかの職員が更新できる",
            [
                .. begun,
                Given($"操作者1が「甲」の「{end}」を行っている"),
                When($"操作者2が「甲」の住所を変えて「{write}」を行う"),
                Then(contract, "lock", "受け付けられる"),
            ]) { Surfaces = Both },
        ];
    }
}
