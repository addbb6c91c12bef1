using Conformance.Derivation.Writing;
using Conformance.Spec.Contracts;
using static Conformance.Derivation.Checks.CheckWords;

namespace Conformance.Derivation.Checks;

/// <summary>付番: form, check digit, unique (also under parallel requests), never an inherited number.</summary>
internal static class NumberChecks
{
    public static IReadOnlyList<ScenarioDraft> Derive(RoleContracts role, Contract contract)
    {
        var by = contract.By[0];
        var item = contract.Setting("item") ?? "";
        var scenarios = new List<ScenarioDraft>
        {
            new(Id(role, contract, "form"), $"{item}は半角15文字以内である",
            [
                Given($"{role.Person}「甲」がいる"),
                When($"「甲」について「{by}」を行う"),
                Then(contract, "form", $"付いた「{item}」が半角15文字以内である"),
            ]) { Surfaces = Both },
            new(Id(role, contract, "unique"), $"続けて付けた{item}は重ならない",
            [
                When($"{role.Person}{contract.Setting("count")}人について続けて「{by}」を行う"),
                Then(contract, "unique", $"付いた「{item}」がすべて異なる"),
            ]),
        };
        if (contract.Setting("check-digit") is not null)
        {
            scenarios.Add(new ScenarioDraft(Id(role, contract, "check-digit"), $"{item}の検査数字が合う",
            [
                Given($"{role.Person}「甲」がいる"),
                When($"「甲」について「{by}」を行う"),
                Then(contract, "check-digit", $"付いた「{item}」の検査数字が合う"),
            ]));
        }

        if (contract.Setting("parallel") is { } parallel)
        {
            scenarios.Add(new ScenarioDraft(Id(role, contract, "parallel"), $"同時に付けた{item}は重ならない",
            [
                When($"{role.Person}{parallel}人について同時に「{by}」を行う"),
                Then(contract, "parallel", $"付いた「{item}」がすべて異なる"),
            ]));
        }

        if (contract.Setting("inherited") is { } inherit)
        {
            scenarios.Add(new ScenarioDraft(Id(role, contract, "inherited"), "引き継いだ住民宛名番号と重ならない",
            [
                Given($"次に付きそうな番号をもつ元住民3人が「{inherit}」で登録されている"),
                When($"{role.Person}{contract.Setting("count")}人について続けて「{by}」を行う"),
                Then(contract, "inherited", $"付いた「{item}」が引き継がれた番号と重ならない"),
            ]) { Exclusive = true });
        }

        return scenarios;
    }
}
