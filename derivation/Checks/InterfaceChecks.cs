using System.Globalization;
using Conformance.Derivation.Writing;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using static Conformance.Derivation.Checks.CheckWords;

namespace Conformance.Derivation.Checks;

/// <summary>
/// 定義済みAPI: every documented error is provoked and matched, lengths are met exactly and exceeded by one, no token, expired
/// token; what was refused is not stored.
/// </summary>
internal static class InterfaceChecks
{
    private static readonly HashSet<string> FreeHalfWidth = new(StringComparer.Ordinal) { "操作者ID", "指定都市_行政区等コード" };

    public static IReadOnlyList<ScenarioDraft> Derive(Standard standard, RoleContracts role, Contract contract)
    {
        var by = contract.By[0];
        var exchange = role.Exchanges[by];
        var items = standard.Interfaces.FirstOrDefault(file => file.Name == exchange.Interface)?.Items ?? [];
        var replies = exchange.Replies;
        var stored = contract.Setting("stored-by") ?? contract.Unit;
        var scenarios = new List<ScenarioDraft>();

        ScenarioDraft Refused(string check, string title, string when, string then, bool named, ExampleTable examples)
        {
            var steps = new List<StepDraft>
            {
                Given($"{role.Person}「甲」がいる"),
                When(when),
                Then(contract, check, then),
                ThenOf(role, replies, "answer", "拒否の答えが定められた形である"),
            };
            if (named)
            {
                steps.Add(ThenOf(role, replies, "answer", "エラーの文に「<項目>」が含まれる"));
            }

            steps.Add(ThenOf(role, stored, "refused", "「甲」は登録されない"));
            return new ScenarioDraft(Id(role, contract, check + ".<ID>"), title, steps) { Examples = examples };
        }

        static ExampleTable Rows(string[] header, IEnumerable<(InterfaceItem Item, string[] More)> rows, Func<InterfaceItem, bool>? screen = null) => new(
            ["ID", "項目", .. header],
            [.. rows.Select(row => new ExampleRow([row.Item.Field, row.Item.Name, .. row.More], screen?.Invoke(row.Item) == true ? Both : Api))]);

        string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

        scenarios.Add(Refused("required", "必須の<項目>が無ければ拒否する",
            $"「甲」の「<項目>」を送らずに「{by}」を行う", $"エラー「{contract.Setting("required-code")}」で拒否される", named: true,
            // Not through screens: what nobody fills in there may be filled in by the product.
            Rows([], items.Where(item => item.Required).Select(item => (item, Array.Empty<string>())))));

        scenarios.Add(new ScenarioDraft(Id(role, contract, "longest.<ID>"), "<項目>は<桁数>文字まで受け付けて登録する",
        [
            Given($"{role.Person}「甲」がいる"),
            When($"「甲」の「<項目>」をちょうど<桁数>文字にして「{by}」を行う"),
            Then(contract, "length", "受け付けられる"),
            ThenOf(role, stored, "longest", "「甲」が送った内容のとおり登録されている"),
        ])
        {
            Examples = Rows(["桁数"], items.Where(item => item.Length > 0 && (item.Type == "Ｎ" || FreeHalfWidth.Contains(item.Name))).Select(item => (item, new[] { Number(item.Length) })),
                screen: item => item.Name == "住所_方書"),
        });

        scenarios.Add(Refused("too-long", "<項目>が<桁数>文字を1文字超えれば拒否する",
            $"「甲」の「<項目>」を<超過>文字にして「{by}」を行う", "拒否される", named: false,
            Rows(["桁数", "超過"], items.Where(item => item.Length > 0 && item.Type is "X" or "Ｎ" && item.Values.Count == 0 && !contract.List("fixed-length").Contains(item.Name))
                .Select(item => (item, new[] { Number(item.Length), Number(item.Length + 1) })),
                screen: item => item.Name == "氏名")));

        scenarios.Add(Refused("fixed-length", "<項目>が<桁数>桁でなければ拒否する",
            $"「甲」の「<項目>」を<文字数>文字にして「{by}」を行う", $"エラー「{contract.Setting("length-code")}」で拒否される", named: false,
            new ExampleTable(["ID", "項目", "桁数", "文字数"],
                [.. items.Where(item => contract.List("fixed-length").Contains(item.Name)).SelectMany(item => new[] { item.Length - 1, item.Length + 1 }
                    .Select(length => new ExampleRow([$"{item.Field}-{Number(length)}", item.Name, Number(item.Length), Number(length)], Api)))])));

        scenarios.Add(Refused("characters", "<項目>に指定できない文字があれば拒否する",
            $"「甲」の「<項目>」を<文字>にして「{by}」を行う", $"エラー「{contract.Setting("characters-code")}」で拒否される", named: false,
            Rows(["文字"], items.Where(item => item.Type is "X" or "Ｎ" && item.Values.Count == 0)
                .Select(item => (item, new[] { item.Type == "Ｎ" ? "半角文字" : "全角文字" })),
                // Screens may widen what is typed half-width, so only the other way round is asked of them.
                screen: item => item.Name == "個人番号")));

        scenarios.Add(Refused("code", "<項目>に無いコードは拒否する",
            $"「甲」の「<項目>」を「9」にして「{by}」を行う", "拒否される", named: false,
            Rows([], items.Where(item => item.Values.Count > 0 || HasCodes(standard, item)).Select(item => (item, Array.Empty<string>())), screen: item => item.Name == "性別")));

        scenarios.Add(Refused("date", "あり得ない日時は拒否する",
            $"「甲」の「<項目>」を「<値>」にして「{by}」を行う", "拒否される", named: false,
            Rows(["値"], items.Where(item => item.Type is "DATE" or "TIME").Select(item => (item, new[] { item.Type == "DATE" ? "2023-02-30" : "25:61:00" })),
                screen: item => item.Name == "生年月日")));

        scenarios.Add(Refused("correlation", "<条件の項目>が<条件の値>なら<項目>が要る",
            $"「甲」の「<条件の項目>」を「<条件の値>」にし「<項目>」を送らずに「{by}」を行う", $"エラー「{string.Join("または", contract.List("correlation-code"))}」で拒否される", named: false,
            new ExampleTable(["ID", "項目", "条件の項目", "条件の値"],
                [.. items.Where(item => item.WhenItem.Length > 0).SelectMany(item => item.WhenValues.Select(value =>
                    new ExampleRow([$"{item.Field}-{value}", item.Name, item.WhenItem, value], item.Name == "宛名番号" && value == "1" ? Both : Api)))])));

        scenarios.Add(new ScenarioDraft(Id(role, contract, "token.<ID>"), "アクセストークンが<状態>なら401で拒否する",
        [
            Given($"{role.Person}「甲」がいる"),
            When($"アクセストークンが<状態>状態で「甲」について「{by}」を行う"),
            Then(contract, "token", "アクセストークンが無効として拒否される"),
            ThenOf(role, replies, "answer", "拒否の答えが定められた形である"),
            ThenOf(role, stored, "refused", "「甲」は登録されない"),
        ])
        {
            Examples = new ExampleTable(["ID", "状態"],
                [new ExampleRow(["none", "無い"], Api), new ExampleRow(["expired", "失効した"], Api), new ExampleRow(["unknown", "発行されていない"], Api)]),
        });

        scenarios.Add(new ScenarioDraft(Id(role, contract, "answer"), "答えが送った操作者と市区町村を写し、定められた形である",
        [
            Given($"{role.Person}「甲」がいる"),
            When($"「甲」について「{by}」を行う"),
            Then(contract, "length", "受け付けられる"),
            ThenOf(role, replies, "answer", "答えが定められた形である"),
            ThenOf(role, replies, "answer", "答えの「市区町村コード」が送った値である"),
            ThenOf(role, replies, "answer", "答えの「操作者ID」が送った値である"),
            ThenOf(role, replies, "answer", "「甲」に付いた宛名番号が定められた形で答えられる"),
        ]));

        return [.. scenarios.Where(scenario => scenario.Examples is null || scenario.Examples.Rows.Count > 0)];
    }

    // The interface may leave the values of a code to the item list. A list that municipalities extend permits anything.
    private static bool HasCodes(Standard standard, InterfaceItem item) =>
        standard.Items.FirstOrDefault(known => known.Name == item.Name) is { Code.Length: > 0 } known
        && standard.Codes.FirstOrDefault(list => list.Id == known.Code) is { } codes && !codes.Values.ContainsKey("9") && !codes.Values.ContainsKey("任意");
}
