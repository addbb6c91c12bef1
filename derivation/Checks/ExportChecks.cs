using System.Globalization;
using Conformance.Derivation.Writing;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using static Conformance.Derivation.Checks.CheckWords;

namespace Conformance.Derivation.Checks;

/// <summary>
/// データ出力: all data of the business, at any time, in the layout of 基本データリスト. Every record that the scenario made is in its group item by item; what was
/// refused is not there; the history is; and as many records more are there than were made.
/// </summary>
internal static class ExportChecks
{
    // One scenario for all of them: what is put out is everything, so it is put out once.
    private static readonly string[] Aliases = ["乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];

    public static IReadOnlyList<ScenarioDraft> Derive(Standard standard, RoleContracts role, Contract contract)
    {
        if (contract.By.Count == 0 || role.Exchanges.GetValueOrDefault(contract.By[0]) is not { PutsOut.Count: > 0 } exchange)
        {
            return [];
        }

        var groups = exchange.PutsOut.Select(name => standard.Group(name, exchange.LeavesOut)).ToList();
        StepDraft[] made = [.. contract.Given.Select(Given)];
        var putOut = When($"「{exchange.Name}」が行われる");
        return
        [
            Whole(role, contract, groups, made, putOut),
            .. contract.List("people").Count > 0 ? [People(role, contract, groups, putOut)] : Array.Empty<ScenarioDraft>(),
            .. contract.Setting("history") is { } history ? [History(role, contract, history, putOut)] : Array.Empty<ScenarioDraft>(),
            .. contract.Setting("refused") is { } refused ? [Refused(role, contract, refused, made, putOut)] : Array.Empty<ScenarioDraft>(),
            .. contract.List("adds").Count > 0 ? [Count(role, contract, groups, made, putOut)] : Array.Empty<ScenarioDraft>(),
        ];
    }

    private static ScenarioDraft Whole(RoleContracts role, Contract contract, IReadOnlyList<DataGroup> groups, StepDraft[] made, StepDraft putOut) =>
        new(Id(role, contract, "whole"), "登録した内容が基本データリストの形で出力される",
        [
            .. made,
            putOut,
            Then(contract, "groups", "出力されたデータに次のグループがある") with { Table = Column("グループ", groups.Select(group => group.Name)) },
            Then(contract, "encoding", "出力されたデータがUTF-8のCSVとして読める"),
            Then(contract, "layout", "出力されたデータの項目が基本データリストの並びである"),
            Then(contract, "items", "出力されたデータに「甲」の次の項目が登録したとおりある") with { Table = Registered(groups, contract.List("registered")) },
            Then(contract, "form", "出力されたデータの「甲」の値が定められた形である"),
            Then(contract, "keys", "出力されたデータの「甲」の主キーが一意で、外部キーの指す先がある"),
        ]) { Surfaces = Surfaces(contract, Both) };

    private static ScenarioDraft People(RoleContracts role, Contract contract, IReadOnlyList<DataGroup> groups, StepDraft putOut)
    {
        var people = Aliases.Zip(contract.List("people")).ToList();
        var items = Registered(groups, contract.List("people-registered"));
        return new ScenarioDraft(Id(role, contract, "characters"), "特徴のある人の文字が欠けず、変わらずに出力される",
        [
            .. people.SelectMany(one => (StepDraft[])[Given($"{role.Person}「{one.First}」（{one.Second}）がいる"), .. contract.List("people-given").Select(sentence => Given(Of(one.First, sentence)))]),
            putOut,
            Then(contract, "encoding", "出力されたデータがUTF-8のCSVとして読める"),
            .. people.SelectMany(one => (StepDraft[])
            [
                Then(contract, "characters", $"出力されたデータに「{one.First}」の次の項目が登録したとおりある") with { Table = items },
                Then(contract, "form", $"出力されたデータの「{one.First}」の値が定められた形である"),
            ]),
        ]) { Surfaces = Surfaces(contract, Both) };
    }

    private static ScenarioDraft History(RoleContracts role, Contract contract, string group, StepDraft putOut) =>
        new(Id(role, contract, "history"), "履歴が順に出力される",
        [
            .. contract.Given.Take(1).Select(Given),
            .. contract.List("history-has").Select(Given),
            .. contract.Given.Skip(1).Select(Given),
            .. contract.List("history-when").Select(When),
            .. contract.List("history-seen").Select(Given),
            putOut,
            Then(contract, "history", $"出力されたデータの「{group}」に「甲」の「{contract.Setting("history-item")}」が「{string.Join('、', contract.List("history-states"))}」の順にある"),
        ]) { Surfaces = Surfaces(contract, Both) };

    // Whoever comes after the refused one is in the same output, so whatever had been stored before would be in it too.
    private static ScenarioDraft Refused(RoleContracts role, Contract contract, string refused, StepDraft[] made, StepDraft putOut) =>
        new(Id(role, contract, "refused"), "拒まれた内容は出力されない",
        [
            Given($"{role.Person}「乙」がいる"),
            When(Of("乙", refused)),
            .. contract.Setting("refused-unit") is { } checker ? NotTaken(role, contract, checker) : [],
            .. made,
            putOut,
            Then(contract, "items", "出力されたデータに「甲」がある"),
            Then(contract, "refused", "出力されたデータに「乙」がない"),
        ]) { Surfaces = Surfaces(contract, Both) };

    // Who let the wrong content in is blamed for it, and not who put it out.
    private static IEnumerable<StepDraft> NotTaken(RoleContracts role, Contract contract, string checker)
    {
        yield return ThenOf(role, checker, "required", "拒否される");
        if (contract.Setting("refused-absent-by") is { } absentBy)
        {
            yield return ThenOf(role, checker, "required", $"「{absentBy}」に「乙」が登録されていない");
        }
    }

    // Alone: what other scenarios make meanwhile would be counted as well, and nobody's record is newer.
    private static ScenarioDraft Count(RoleContracts role, Contract contract, IReadOnlyList<DataGroup> groups, StepDraft[] made, StepDraft putOut) =>
        new(Id(role, contract, "count"), "登録した件数だけ増えて出力される",
        [
            Given(putOut.Text.Replace("行われる", "行われている", StringComparison.Ordinal)),
            Given("出力されたデータの件数が数えられている"),
            .. made,
            putOut,
            Then(contract, "items", "出力されたデータに「甲」の次の項目が登録したとおりある") with { Table = Registered(groups, contract.List("registered")) },
            Then(contract, "keys", "出力されたデータの「甲」の主キーが一意で、外部キーの指す先がある"),
            Then(contract, "count", "出力されたデータの件数が次のとおり増えている") with
            {
                Table = [["グループ", "件数"], .. contract.List("adds").CountBy(group => group).Select(group => (IReadOnlyList<string>)[group.Key, group.Value.ToString(CultureInfo.InvariantCulture)])],
            },
        ]) { Surfaces = Surfaces(contract, Both), Exclusive = true };

    private static IReadOnlyList<IReadOnlyList<string>> Registered(IReadOnlyList<DataGroup> groups, IReadOnlyList<string> items) =>
        [["グループ", "項目"], .. from named in groups
                             from item in named.Items
                             where items.Contains(item.Name) || items.Contains($"{named.Name}.{item.Name}")
                             select (IReadOnlyList<string>)[named.Name, item.Name]];

    private static string Of(string alias, string sentence) => sentence.Replace("「甲」", $"「{alias}」", StringComparison.Ordinal);
}
