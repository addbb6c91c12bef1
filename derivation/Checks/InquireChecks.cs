using Conformance.Derivation.Writing;
using Conformance.Spec.Contracts;
using static Conformance.Derivation.Checks.CheckWords;

namespace Conformance.Derivation.Checks;

/// <summary>照会: exact and partial, several, found in the history only, fresh, nothing shown that must not be; asserted on the scenario's own people, never on counts.</summary>
internal static class InquireChecks
{
    private static readonly string[] Header = ["項目", "値", "一致"];

    public static IReadOnlyList<ScenarioDraft> Derive(RoleContracts role, Contract contract)
    {
        var by = contract.By[0];
        var accepts = contract.Setting("conditions-unit") ?? contract.Unit;
        var replies = role.Exchanges[by].Replies;
        var registered = Given($"{role.Person}「甲」が登録されている");
        var conditions = $"「甲」の次の条件で「{by}」を行う";
        var found = "「甲」が見つかる";

        ScenarioDraft Draft(string check, string title, string[] surfaces, params StepDraft[] steps) => new(Id(role, contract, check), title, steps) { Surfaces = surfaces };

        return
        [
            new ScenarioDraft(Id(role, contract, "exact.<項目>"), "<項目>の完全一致で見つかる",
            [
                registered,
                WhenWith(conditions, Header, ["<項目>", "全体", "完全一致"]),
                ThenOf(role, accepts, "condition", "受け付けられる"),
                Then(contract, "exact", found),
            ])
            {
                Examples = new ExampleTable(["項目"], [.. contract.List("items").Where(item => item != "性別").Select((item, i) => new ExampleRow([item], i == 0 ? Both : Api))]),
            },
            new ScenarioDraft(Id(role, contract, "narrow.<項目>"), "<項目>だけが違う人は条件で除かれる",
            [
                registered,
                Given("「甲」と「<項目>」だけが違う「乙」が登録されている"),
                WhenWith(conditions, Header, ["氏名_フリガナ", "全体", "完全一致"], ["<項目>", "全体", "完全一致"]),
                Then(contract, "exact", found),
                ThenOf(role, accepts, "condition", "「乙」は見つからない"),
            ])
            {
                Examples = new ExampleTable(["項目"], [.. contract.List("items").Select(item => new ExampleRow([item], item == "性別" ? Both : Api))]),
            },
            Draft("partial.head", "氏名の先頭の部分一致で見つかり、完全一致では見つからない", Both,
                registered,
                WhenWith(conditions, Header, ["氏名", "先頭", "部分一致"]),
                ThenOf(role, accepts, "condition", found),
                WhenWith(conditions, Header, ["氏名", "先頭", "完全一致"]),
                ThenOf(role, accepts, "condition", "「甲」は見つからない")),
            Draft("partial.middle", "氏名の途中の部分一致で見つかる", Api,
                registered,
                WhenWith(conditions, Header, ["氏名", "先頭", "部分一致"]),
                ThenOf(role, accepts, "condition", found),
                WhenWith(conditions, Header, ["氏名", "途中", "部分一致"]),
                Then(contract, "partial", found)),
            Draft("partial.tail", "氏名の末尾の部分一致で見つかる", Api,
                registered,
                WhenWith(conditions, Header, ["氏名", "先頭", "部分一致"]),
                ThenOf(role, accepts, "condition", found),
                WhenWith(conditions, Header, ["氏名", "末尾", "部分一致"]),
                Then(contract, "partial", found)),
            Draft("past.address", "変更前の住所で見つかる", Both,
                registered,
                Given("「甲」の住所が変更されている"),
                When($"「甲」の変更前の基本４情報で「{by}」を行う"),
                Then(contract, "past", found)),
            Draft("past.name", "変更前の氏名で見つかる", Api,
                registered,
                Given("「甲」の氏名が変更されている"),
                When($"「甲」の変更前の基本４情報で「{by}」を行う"),
                Then(contract, "past", found)),
            Draft("fresh", "変更した直後の情報で見つかる", Api,
                registered,
                Given("「甲」の住所が変更されている"),
                When($"「甲」の基本４情報で「{by}」を行う"),
                Then(contract, "fresh", found)),
            Draft("deleted", "削除した人は見つからない", Both,
                registered,
                Given($"{role.Person}「乙」が登録されている"),
                Given("「甲」が削除されている"),
                When($"「甲」の基本４情報で「{by}」を行う"),
                Then(contract, "deleted", "「甲」は見つからない")),
            Draft("hidden", "他業務参照不可の人は、登録した業務にだけ答える", Api,
                Given($"{role.Person}「甲」が他業務参照不可で登録されている"),
                When($"登録した業務が「甲」の基本４情報で「{by}」を行う"),
                Then(contract, "exact", found),
                When($"別の業務が「甲」の基本４情報で「{by}」を行う"),
                ThenOf(role, replies, "hidden", "「甲」は見つからない")),
            Draft("content", "答えは登録した内容と同じである", Both,
                registered,
                When($"「甲」の基本４情報で「{by}」を行う"),
                Then(contract, "exact", found),
                ThenOf(role, replies, "content", "答えに「甲」の宛名番号と基本４情報が正しく含まれる")),
        ];
    }
}
