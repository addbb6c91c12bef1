namespace Conformance.Spec.Lint.Rules;

/// <summary>Rules for 帳票. That a form names items and functions which exist is checked when it is loaded (CF1323–CF1327).</summary>
internal static class FormRules
{
    public static IReadOnlyList<LintRule> All => field ??= [WithoutOrigin, NoneForFunction];

    private static LintRule WithoutOrigin => field ??= new("SL211", LintSeverity.Warning,
        new("帳票に印字する項目の出どころがない", "A printed item comes from nowhere"),
        new("どの機能も管理せず、どの連携からも届かない項目は、印字する値がない。", "An item that no function keeps and no linkage brings has no value to print."),
        new("項目の関連機能を書くか、届く連携の項目に加える。", "Name the function that keeps it, or add it to the linkage that brings it."),
        subject =>
        {
            var carried = subject.Standard.Linkages.SelectMany(linkage => linkage.Items).ToHashSet(StringComparer.Ordinal);
            var nowhere = subject.Standard.Items.Where(item => item.Functions.Count == 0 && !carried.Contains(item.Id)).ToDictionary(item => item.Id, StringComparer.Ordinal);
            return from form in subject.Standard.Forms
                   from item in form.Items
                   where nowhere.ContainsKey(item.Item)
                   select WithoutOrigin.Found($"{form.Id}.{item.Item}", subject.Relative(form.File), item.Line,
                       $"帳票 {form.Id}（{form.Name}）の「{item.Label}」（{item.Item}）は、どの機能も管理せず、どの連携にも含まれない。", $"「{item.Label}」 ({item.Item}) of form {form.Id} ({form.Name}) is kept by no function and carried by no linkage.");
        })
    {
        Bad = new(("forms/kettei.yaml", Form("90000005")), ("data-items.csv", "90000005,決定理由,ketteiriyu,決定,,,,,,Ｎ,100,,,任意,,,,,,見本")),
        Good = new(("forms/kettei.yaml", Form("90000005")), ("data-items.csv", "90000005,決定理由,ketteiriyu,決定,,,,,,Ｎ,100,,,任意,,見本-1.2,,,,見本")),
    };

    private static LintRule NoneForFunction => field ??= new("SL212", LintSeverity.Warning,
        new("帳票を出す機能に帳票の定めがない", "A function prints a form that is not laid down"),
        new("通知書などを出す機能があるのに、印字項目の定めがない。製品ごとに違う紙が出る。", "A function issues a notice, and nothing says what is printed on it: every product prints another paper."),
        new("帳票要件を加える。", "Add the form."),
        subject => subject.Standard.Forms.Count == 0 ? [] : subject.Standard.Functions
            .Where(function => function.Name.Contains("通知書", StringComparison.Ordinal) && !function.Classes.Values.Contains(RequirementClass.Forbidden)
                && subject.Standard.Forms.All(form => form.Function.Value != function.Id.Value && form.Suppressions.All(suppression => suppression.Function != function.Id.Value)))
            .Select(function => NoneForFunction.Found(function.Id.Value, "functions.csv", subject.Line("functions.csv", function.Id.Value),
                $"機能 {function.Id}（{function.Name}）の帳票が forms/ にない。", $"No form under forms/ belongs to {function.Id} ({function.Name}).")))
    {
        Bad = new(("forms/kettei.yaml", Form("90000001")), ("functions.csv", "見本-1.6,通知,,却下通知書の作成,却下の理由を添えた通知を作り、本人に送る。,○,○,○,例示,,見本,,,")),
        Good = new(("forms/kettei.yaml", Form("90000001", "見本-1.6")), ("functions.csv", "見本-1.6,通知,,却下通知書の作成,却下の理由を添えた通知を作り、本人に送る。,○,○,○,例示,,見本,,,")),
    };

    private static string Form(string item, string function = "見本-1.2") => $$"""
        id: 見本-F01
        name: 決定通知書
        function: {{function}}
        recipient: 申込者
        trigger: 決定の登録
        basis: illustrative
        source: 見本
        titles: [決定通知書]
        items:
          - {label: 印字欄, item: '{{item}}'}
        """;
}
