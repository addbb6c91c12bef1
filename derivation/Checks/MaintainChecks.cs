using Conformance.Derivation.Writing;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using static Conformance.Derivation.Checks.CheckWords;

namespace Conformance.Derivation.Checks;

/// <summary>登録・修正・削除 of a data group: stored and read back equal, item by item, with the people that break software.</summary>
internal static class MaintainChecks
{
    public static IReadOnlyList<ScenarioDraft> Derive(Standard standard, RoleContracts role, Contract contract)
    {
        var scenarios = new List<ScenarioDraft>();
        var stored = "「甲」が送った内容のとおり登録されている";
        if (contract.Setting("register") is { } register)
        {
            var people = contract.List("people");
            scenarios.Add(new ScenarioDraft(Id(role, contract, "people.<特徴>"), "<特徴>の人が送った内容のとおり登録される",
            [
                Given($"{role.Person}「甲」（<特徴>）がいる"),
                When($"「甲」について「{register}」を行う"),
                ThenOf(role, role.Exchanges[register].Accepts, "people", "受け付けられる"),
                Then(contract, "people", stored) with { BasisFromExample = true },
            ])
            {
                Examples = new ExampleTable(["特徴", "根拠"], [.. people.Select((trait, i) =>
                    new ExampleRow([trait, FeatureWriter.Word(contract.BasisFor(trait))], i == 0 || trait is "うるう日" ? Both : Api))]),
            });
            var items = standard.Interfaces.FirstOrDefault(file => file.Name == role.Exchanges[register].Interface)?.Items ?? [];
            if (contract.Setting("change") is { } change && items.Count > 0)
            {
                scenarios.Add(Changes(role, contract, change, contract.Setting("history-unit"), items));
            }
        }

        if (contract.Setting("delete") is { } delete)
        {
            scenarios.Add(new ScenarioDraft(Id(role, contract, "delete"), "削除した人は管理の対象でなくなる",
            [
                Given($"{role.Person}「甲」が登録されている"),
                When($"「甲」について「{delete}」を行う"),
                ThenOf(role, role.Exchanges[delete].Accepts, "delete", "受け付けられる"),
                Then(contract, "delete", "「甲」が削除されている"),
            ]) { Surfaces = Both });
        }

        if (contract.Setting("inherit") is { } inherit)
        {
            scenarios.Add(new ScenarioDraft(Id(role, contract, "inherit"), "引き継いだ人が送った内容のとおり登録される",
            [
                Given("元住民「甲」がいる"),
                When($"「甲」について「{inherit}」を行う"),
                ThenOf(role, role.Exchanges[inherit].Accepts, "inherit", "受け付けられる"),
                Then(contract, "inherit", stored),
            ]) { Surfaces = Both });
        }

        return scenarios;
    }

    private static ScenarioDraft Changes(RoleContracts role, Contract contract, string change, string? historyUnit, IReadOnlyList<InterfaceItem> items)
    {
        var accepts = role.Exchanges[change].Accepts;
        var steps = new List<StepDraft>
        {
            Given($"{role.Person}「甲」が登録されている"),
            When($"「甲」の「<項目>」だけを変えて「{change}」を行う"),
            ThenOf(role, accepts, "change", "受け付けられる"),
            Then(contract, "change", "「甲」が送った内容のとおり登録されている"),
        };
        if (historyUnit is not null)
        {
            steps.Add(ThenOf(role, historyUnit, "item", "更新履歴に「甲」の変更前の「<項目>」が残っている"));
        }

        return new ScenarioDraft(Id(role, contract, "change.<ID>"), "<項目>の変更だけが登録され、ほかの項目は変わらない", steps)
        {
            Examples = new ExampleTable(["ID", "項目"], [.. items.Where(Changeable)
                .Select(item => new ExampleRow([item.Field, item.Name], item.Name is "住所_方書" ? Both : Api))]),
        };
    }

    // A foreigner's items, and items that follow from another (the text of an unknown birth date), are not changed alone on a default person.
    private static bool Changeable(InterfaceItem item) =>
        item.Name is "氏名" or "氏_日本人" or "名_日本人" or "氏名_フリガナ" or "氏_日本人_フリガナ" or "名_日本人_フリガナ" or "性別" or "生年月日" ||
        (item.Name.StartsWith("住所_", StringComparison.Ordinal) && !item.Name.Contains('国', StringComparison.Ordinal));
}
