using System.Globalization;
using Conformance.Derivation.Writing;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using static Conformance.Derivation.Checks.CheckWords;

namespace Conformance.Derivation.Checks;

/// <summary>
/// 登録・修正 of the items of a group, for standards whose item list says what an item may hold: kept as sent item by item, refused where
/// one is missing, too long, no date or no code of its list, and then not kept.
/// </summary>
internal static class RecordChecks
{
    public static IReadOnlyList<ScenarioDraft> Derive(Standard standard, RoleContracts role, Contract contract)
    {
        var (by, seen) = (contract.By[0], contract.SeenBy[0]);
        StepDraft[] person = [.. contract.Given.Count > 0 ? contract.Given.Select(Given) : [Given($"{role.Person}「甲」がいる")]];
        var items = contract.List("items");
        var known = items.Select(name => standard.Items.FirstOrDefault(item => item.Name == name)).OfType<DataItem>().ToList();
        var scenarios = new List<ScenarioDraft>
        {
            new(Id(role, contract, "kept"), "登録した内容がそのまま保持される",
            [
                .. person,
                When($"「甲」について「{by}」を行う"),
                Then(contract, "kept", "受け付けられる"),
                Then(contract, "kept", $"「{seen}」に「甲」の次の項目が送ったとおり示される") with { Table = Column("項目", items) },
            ]) { Surfaces = Surfaces(contract, Both) },
        };
        if (contract.List("people") is { Count: > 0 } people)
        {
            scenarios.Add(new ScenarioDraft(Id(role, contract, "people.<特徴>"), "<特徴>の人が送ったとおり保持される",
            [
                Given($"{role.Person}「甲」（<特徴>）がいる"),
                .. contract.Given.Skip(1).Select(Given),
                When($"「甲」について「{by}」を行う"),
                .. contract.Setting("checked-by") is { } taker ? new[] { ThenOf(role, taker, "longest", "受け付けられる") } : [],
                Then(contract, "kept", $"「{seen}」に「甲」の次の項目が送ったとおり示される") with { Table = Column("項目", items) },
            ]) { Examples = new ExampleTable(["特徴"], [.. people.Select(trait => new ExampleRow([trait], Api))]) });
        }

        if (contract.Setting("change") is { } change)
        {
            scenarios.Add(new ScenarioDraft(Id(role, contract, "change.<ID>"), "<項目>の変更だけが保持される",
            [
                .. person,
                Given($"「甲」について「{by}」が行われている"),
                When($"「甲」の「<項目>」を「<値>」にして「{change}」を行う"),
                Then(contract, "change", "受け付けられる"),
                Then(contract, "change", $"「{seen}」に「甲」の次の項目が送ったとおり示される") with { Table = Column("項目", items) },
            ])
            {
                Examples = new ExampleTable(["ID", "項目", "値"], [.. known.Select(item => (item, Value: Another(standard, item))).Where(pair => pair.Value is not null)
                    .Select((pair, i) => new ExampleRow([pair.item.Romaji, pair.item.Name, pair.Value!], i == 0 ? Both : Api))]),
            });
        }

        if (contract.Setting("checked-by") is { } checker)
        {
            scenarios.AddRange(Refused(standard, role, contract, person, checker, known));
        }

        return scenarios;
    }

    private static IEnumerable<ScenarioDraft> Refused(Standard standard, RoleContracts role, Contract contract, StepDraft[] person, string checker, IReadOnlyList<DataItem> known)
    {
        var by = contract.By[0];
        IReadOnlyList<string> required = contract.Setting("required") is null ? [.. known.Where(item => item.OutputCondition == "必須").Select(item => item.Name)] : contract.List("required");
        ScenarioDraft Draft(string check, string title, string when, ExampleTable examples) => new(Id(role, contract, check + ".<ID>"), title,
        [
            .. person,
            When(when),
            ThenOf(role, checker, check, "拒否される"),
            ThenOf(role, checker, check, $"「{contract.Setting("absent-by") ?? contract.SeenBy[0]}」に「甲」が登録されていない"),
        ]) { Examples = examples };
        ExampleTable Rows(IReadOnlyList<string> header, IEnumerable<(DataItem Item, string[] More)> rows) =>
            new(["ID", "項目", .. header], [.. rows.Select((row, i) => new ExampleRow([row.Item.Romaji, row.Item.Name, .. row.More], i == 0 ? Surfaces(contract, Both) : Api))]);

        List<ScenarioDraft> drafts =
        [
            // Texts only: a number of full length may be somebody else's.
            new(Id(role, contract, "longest.<ID>"), "<桁数>文字の<項目>は受け付ける", [.. person, When($"「甲」の「<項目>」をちょうど<桁数>文字にして「{by}」を行う"), ThenOf(role, checker, "longest", "受け付けられる")])
            {
                Examples = Rows(["桁数"], known.Where(item => item.Type == "Ｎ" && Codes(standard, item) is null && Length(item) is not null).Select(item => (item, new[] { Length(item)!.Value.ToString(CultureInfo.InvariantCulture) }))),
            },
            Draft("required", "必須の<項目>が無ければ拒む", $"「甲」の「<項目>」を送らずに「{by}」を行う", Rows([], known.Where(item => required.Contains(item.Name)).Select(item => (item, Array.Empty<string>())))),
            Draft("too-long", "<桁数>文字の<項目>は拒む", $"「甲」の「<項目>」を<桁数>文字にして「{by}」を行う",
                Rows(["桁数"], known.Where(item => item.Type is "X" or "Ｎ" && Codes(standard, item) is null && Length(item) is not null).Select(item => (item, new[] { (Length(item)!.Value + 1).ToString(CultureInfo.InvariantCulture) })))),
            Draft("code", "コードにない<項目>は拒む", $"「甲」の「<項目>」を「<値>」にして「{by}」を行う",
                Rows(["値"], known.Where(item => Codes(standard, item) is not null).Select(item => (item, new[] { Outside(Codes(standard, item)!) })))),
            Draft("date", "暦にない<項目>は拒む", $"「甲」の「<項目>」を「<値>」にして「{by}」を行う",
                Rows(["値"], known.Where(item => item.Type == "DATE").Select(item => (item, NoDate)))),
        ];
        return drafts.Where(draft => draft.Examples!.Rows.Count > 0);
    }

    private static readonly string[] NoDate = ["2025-02-30"];

    private static int? Length(DataItem item) => int.TryParse(item.Length, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;

    private static List<string>? Codes(Standard standard, DataItem item) => standard.Codes.FirstOrDefault(list => list.Id == item.Code)?.Values.Keys.ToList();

    // Nines of the same length, or what comes before them where that is a code itself.
    private static string Outside(List<string> codes)
    {
        var length = codes.Max(code => code.Length);
        return Enumerable.Range(0, 10).Select(digit => new string((char)('9' - digit), length)).FirstOrDefault(value => !codes.Contains(value)) ?? new string('X', length);
    }

    private static string? Another(Standard standard, DataItem item) => item.Type switch
    {
        "DATE" => "1988-02-29",
        "Ｎ" when item.Name.Contains("フリガナ", StringComparison.Ordinal) => "ヘンコウ　ゴ",
        "Ｎ" => "変更　後",
        _ => null,
    };
}
