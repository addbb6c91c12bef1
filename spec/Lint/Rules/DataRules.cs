using System.Globalization;

namespace Conformance.Spec.Lint.Rules;

/// <summary>Rules for data items, codes and interfaces.</summary>
internal static class DataRules
{
    public static IReadOnlyList<LintRule> All => field ??= [FunctionUnknown, ItemOfContract, InterfaceItemUnknown, InterfaceItemDiffers, CodeTooLong, CodeUnused, ConditionMissing, RomajiTwice, SameNameDiffers];

    private static LintRule FunctionUnknown => field ??= new("SL201", LintSeverity.Error,
        new("データ項目が、一覧にない機能を挙げている", "A data item names a function that the list lacks"),
        new("どの機能がその項目を管理するかが分からない。", "It is unclear which function keeps the item."),
        new("機能一覧に加えるか、関連箇所を直す。", "Add the function, or correct the reference."), CheckFunctions)
    {
        Bad = new(("data-items.csv", "90000001,申込番号,moshikomibango,申込,○,,,,,X,10,,,必須,,見本-9.9,,,,見本")),
        Good = new(("data-items.csv", "90000001,申込番号,moshikomibango,申込,○,,,,,X,10,,,必須,,見本-1.1,,,,見本")),
    };

    private static LintRule ItemOfContract => field ??= new("SL202", LintSeverity.Error,
        new("機能が扱う項目がデータ要件にない", "An item of a function is not in the data list"),
        new("型も桁数も決まらない項目を、製品ごとに別の形で持つ。", "Without type and length every product keeps it in another form."),
        new("データ項目を加えるか、名前を直す。", "Add the item, or correct its name."),
        subject => from role in subject.Standard.Roles
                   from contract in role.Contracts
                   from item in contract.List("item").Concat(contract.List("items"))
                   where !Known(subject.Standard).Contains(item)
                   select ItemOfContract.Found(contract.Unit, "contracts.yaml", contract.Line,
                       $"{contract.Unit} が扱う「{item}」がデータ項目にない。", $"「{item}」 of {contract.Unit} is no data item."))
    {
        Bad = new(("contracts.yaml", LintTexts.ContractOf("見本-1.4", "kind: number, basis: illustrative, item: 整理番号"))),
        Good = new(("contracts.yaml", LintTexts.ContractOf("見本-1.4", "kind: number, basis: illustrative, item: 申込番号"))),
    };

    private static LintRule InterfaceItemUnknown => field ??= new("SL203", LintSeverity.Warning,
        new("連携の項目がデータ要件にない", "An item of an interface is not in the data list"),
        new("送られてくる値を、どの項目に入れるのかが決まらない。", "It is open where the receiver keeps the value."),
        new("データ項目を加えるか、名前をそろえる。やりとりのためだけの項目なら、理由を付けて受け入れる。", "Add the item, or use its name; waive with a reason what only serves the exchange."),
        subject => from file in subject.Standard.Interfaces
                   where file.Basis == Basis.Official || subject.Standard.Status == StandardStatus.Illustrative
                   from item in file.Items
                   where !Known(subject.Standard).Contains(item.Name) && !Known(subject.Standard).Contains(item.Field)
                   select InterfaceItemUnknown.Found($"{file.Name}.{item.Field}", "interfaces/" + file.Name + ".yaml", subject.Line("interfaces/" + file.Name + ".yaml", item.Field + ":"),
                       $"連携 {file.Name} の「{item.Name}」（{item.Field}）がデータ項目にない。", $"「{item.Name}」 ({item.Field}) of {file.Name} is no data item."))
    {
        Bad = new(("interfaces/uketsuke.yaml", Interface("seirino", "整理番号", 10))),
        Good = new(("interfaces/uketsuke.yaml", Interface("moshikomibango", "申込番号", 10))),
    };

    private static LintRule InterfaceItemDiffers => field ??= new("SL204", LintSeverity.Error,
        new("連携の項目の型か桁数がデータ要件と異なる", "An item of an interface has another type or length than in the data list"),
        new("一方に合わせた製品は、他方の値を切り捨てるか拒む。", "A product that follows one of them cuts or refuses values of the other."),
        new("どちらかにそろえる。", "Make them equal."), CheckInterfaces)
    {
        Bad = new(("interfaces/uketsuke.yaml", Interface("moshikomibango", "申込番号", 12))),
        Good = new(("interfaces/uketsuke.yaml", Interface("moshikomibango", "申込番号", 10))),
    };

    private static LintRule CodeTooLong => field ??= new("SL205", LintSeverity.Error,
        new("コード値が項目の桁数に収まらない", "A code value does not fit its item"),
        new("その値は登録できない。", "The value cannot be stored."),
        new("桁数かコード値を直す。", "Correct length or value."),
        subject => from item in subject.Standard.Items
                   where item.Code.Length > 0 && int.TryParse(item.Length, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                   let length = int.Parse(item.Length, NumberStyles.None, CultureInfo.InvariantCulture)
                   from value in Code(subject.Standard, item.Code)?.Values.Keys ?? []
                   where value.Length > length
                   select CodeTooLong.Found(item.Id, "codes.csv", 0,
                       string.Create(CultureInfo.InvariantCulture, $"コード{item.Code}の値「{value}」は、{item.Id}（{item.Name}）の桁数{length}に収まらない。"),
                       string.Create(CultureInfo.InvariantCulture, $"The value 「{value}」 of code {item.Code} does not fit {item.Id} ({item.Name}), {length} characters.")))
    {
        Bad = new(("codes.csv", "001,申込区分,100,団体申込,,見本")),
        Good = new(("codes.csv", "001,申込区分,3,団体申込,,見本")),
    };

    private static LintRule CodeUnused => field ??= new("SL206", LintSeverity.Note,
        new("どの項目からも使われないコード一覧", "A code list that no item uses"),
        new("消し忘れか、項目の側の書き忘れである。", "Left over, or forgotten at an item."),
        new("一覧を消すか、項目にコードIDを書く。", "Remove it, or name it at its item."), CheckUnused)
    {
        Bad = new(("codes.csv", "002,取消区分,1,本人,,見本")),
        Good = new(("codes.csv", "001,申込区分,2,代理人,,見本")),
    };

    private static LintRule ConditionMissing => field ??= new("SL207", LintSeverity.Warning,
        new("条件付き必須に条件がない", "A conditional item has no condition"),
        new("いつ必須かが決まらず、必須でも任意でも正しいことになる。", "Nobody knows when it is required."),
        new("条件を書くか、必須または任意にする。", "Write the condition, or make the item required or optional."),
        subject => subject.Standard.Items.Where(item => item.OutputCondition == "条件付き必須" && item.Condition.Length == 0).Select(item => ConditionMissing.Found(
            item.Id, "data-items.csv", subject.Line("data-items.csv", item.Id), $"{item.Id}（{item.Name}）は条件付き必須だが、条件がない。", $"{item.Id} ({item.Name}) is conditional without a condition.")))
    {
        Bad = new(("data-items.csv", "90000002,申込区分,moshikomikubun,申込,,,,,,X,1,001,,条件付き必須,,見本-1.1,,,,見本")),
        Good = new(("data-items.csv", "90000002,申込区分,moshikomikubun,申込,,,,,,X,1,001,,条件付き必須,代理人が申し込む,見本-1.1,,,,見本")),
    };

    private static LintRule RomajiTwice => field ??= new("SL208", LintSeverity.Error,
        new("一つのグループで同じローマ字が二つの項目を指す", "One ローマ字 names two items of a group"),
        new("ローマ字は連携の項目名になる。二つの値を区別できない。", "It is the field name on interfaces, so the two values cannot be told apart."),
        new("項目ごとに別のローマ字を付ける。", "Give each item its own."),
        subject => subject.Standard.Items.Where(item => item.Romaji.Length > 0).GroupBy(item => (item.Group, item.Romaji)).Where(same => same.Count() > 1).Select(same => RomajiTwice.Found(
            same.Last().Id, "data-items.csv", subject.Line("data-items.csv", same.Last().Id),
            $"グループ「{same.Key.Group}」の{string.Join("と", same.Select(item => $"{item.Id}（{item.Name}）"))}が、ともに {same.Key.Romaji} である。",
            $"In group 「{same.Key.Group}」 {string.Join(" and ", same.Select(item => $"{item.Id} ({item.Name})"))} are both called {same.Key.Romaji}.")))
    {
        Bad = new(("data-items.csv", "90000003,申込者番号,moshikomibango,申込,,,,,,X,10,,,任意,,見本-1.1,,,,見本")),
        Good = new(("data-items.csv", "90000003,申込者番号,moshikomishabango,申込,,,,,,X,10,,,任意,,見本-1.1,,,,見本")),
    };

    private static LintRule SameNameDiffers => field ??= new("SL209", LintSeverity.Warning,
        new("同じ名前の項目の型・桁数・コードがグループごとに違う", "Items of one name differ in type, length or code"),
        new("一方から他方へ移すと、値が欠けるか拒まれる。", "A value that is moved from one to the other is cut or refused."),
        new("そろえるか、別の名前にする。", "Make them equal, or give one another name."),
        subject => subject.Standard.Items.GroupBy(item => item.Name).Where(same => same.Select(item => (item.Type, item.Length, item.Code)).Distinct().Count() > 1).Select(same => SameNameDiffers.Found(
            same.Last().Id, "data-items.csv", subject.Line("data-items.csv", same.Last().Id),
            $"「{same.Key}」が {string.Join("、", same.Select(item => $"{item.Id} {Form(item)}"))} と異なる。", $"「{same.Key}」 differs: {string.Join(", ", same.Select(item => $"{item.Id} {Form(item)}"))}.")))
    {
        Bad = new(("data-items.csv", "90000004,申込番号,moshikomibango,決定,,,,,,X,12,,,必須,,見本-1.2,,,,見本")),
        Good = new(("data-items.csv", "90000004,申込番号,moshikomibango,決定,,,,,,X,10,,,必須,,見本-1.2,,,,見本")),
    };

    private static string Interface(string field, string title, int length) => string.Create(CultureInfo.InvariantCulture, $$"""
        openapi: '3.0.3'
        info: {title: 見本, version: '1.0', x-status: illustrative}
        paths:
          /uketsuke:
            post:
              requestBody:
                content:
                  application/json:
                    schema:
                      type: object
                      properties:
                        {{field}}: {title: {{title}}, type: string, maxLength: {{length}}, x-type: X, x-length: {{length}}}
              responses:
                '200': {description: 正常}
        """);

    private static HashSet<string> Known(Standard standard) => KnownItems.GetValue(standard, static key => [.. key.Items.Select(item => item.Name), .. key.Items.Select(item => item.Romaji)]);

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<Standard, HashSet<string>> KnownItems = [];

    private static CodeList? Code(Standard standard, string id) => standard.Codes.FirstOrDefault(code => code.Id == id);

    private static string Form(DataItem item) => $"{item.Type}{(item.Length.Length > 0 ? $"({item.Length})" : "")}{(item.Code.Length > 0 ? " コード" + item.Code : "")}";

    private static IEnumerable<LintFinding> CheckFunctions(LintSubject subject)
    {
        var functions = subject.Standard.Functions.Select(function => function.Id.Value).ToHashSet(StringComparer.Ordinal);
        return from item in subject.Standard.Items
               from function in item.Functions
               where !functions.Contains(function)
               select FunctionUnknown.Found(item.Id, "data-items.csv", subject.Line("data-items.csv", item.Id),
                   $"{item.Id}（{item.Name}）の関連機能 {function} が機能一覧にない。", $"{item.Id} ({item.Name}) names the function {function}, which the list lacks.");
    }

    private static IEnumerable<LintFinding> CheckInterfaces(LintSubject subject)
    {
        var byName = subject.Standard.Items.DistinctBy(item => item.Name).ToDictionary(item => item.Name, StringComparer.Ordinal);
        var byRomaji = subject.Standard.Items.DistinctBy(item => item.Romaji).ToDictionary(item => item.Romaji, StringComparer.Ordinal);
        foreach (var file in subject.Standard.Interfaces.Where(file => file.Basis == Basis.Official || subject.Standard.Status == StandardStatus.Illustrative))
        {
            foreach (var field in file.Items)
            {
                if ((byName.GetValueOrDefault(field.Name) ?? byRomaji.GetValueOrDefault(field.Field)) is not { } item)
                {
                    continue;
                }

                var length = field.Length > 0 ? field.Length.ToString(CultureInfo.InvariantCulture) : "";
                if ((field.Type.Length > 0 && field.Type != item.Type) || (length.Length > 0 && item.Length.Length > 0 && !item.Length.Contains(',', StringComparison.Ordinal) && length != item.Length))
                {
                    yield return InterfaceItemDiffers.Found($"{file.Name}.{field.Field}", "interfaces/" + file.Name + ".yaml", subject.Line("interfaces/" + file.Name + ".yaml", field.Field + ":"),
                        $"連携 {file.Name} の「{field.Name}」は {field.Type}({length})、データ項目 {item.Id} は {Form(item)} である。", $"「{field.Name}」 of {file.Name} is {field.Type}({length}), the data item {item.Id} {Form(item)}.");
                }
            }
        }
    }

    private static IEnumerable<LintFinding> CheckUnused(LintSubject subject)
    {
        var used = subject.Standard.Items.Select(item => item.Code).ToHashSet(StringComparer.Ordinal);
        return subject.Standard.Codes.Where(code => !used.Contains(code.Id)).Select(code => CodeUnused.Found(
            code.Id, "codes.csv", subject.Line("codes.csv", code.Id), $"コード{code.Id}（{code.Name}）を使う項目がない。", $"No item uses the code {code.Id} ({code.Name})."));
    }
}
