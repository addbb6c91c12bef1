using System.Text.RegularExpressions;

namespace Conformance.Spec.Lint.Rules;

/// <summary>
/// The four mechanisms that go through several businesses: whichever a business uses needs a flow, a function, data and a linkage. A business needs a
/// mechanism when <c>standard.yaml</c> lists it under <c>mechanisms</c>, or when any of the four parts is there.
/// </summary>
internal static partial class MechanismRules
{
    public static IReadOnlyList<LintRule> All => field ??=
    [
        Of("SL301", "ぴったり接続", PittariForm(), "マイナポータル", "申請データ"),
        Of("SL302", "転出証明書情報", TenshutsuForm(), "転出証明書情報", "転出証明書番号"),
        Of("SL303", "抑止情報", YokushiForm(), "支援措置", "支援措置区分"),
        Of("SL304", "公的給付支給等口座", KozaForm(), "公金受取口座", "公金受取口座番号"),
    ];

    private static LintRule Of(string code, string mechanism, Regex words, string word, string item)
    {
        LintRule? rule = null;
        return rule = new LintRule(code, LintSeverity.Error,
            new($"{mechanism}の業務フロー・機能・データ・連携がそろっていない", $"Not all of flow, function, data and linkage are there for {mechanism}"),
            new("一部だけでは動かない。流れがあってもデータがなければ受け渡せず、機能があっても連携がなければ届かない。", "A part alone does not work: without data nothing is handed over, without a linkage nothing arrives."),
            new("欠けている部分を加える。使わないのなら、残っている部分を消す。", "Add what is missing; if the business does not use it, remove what is left of it."),
            subject => Check(subject, rule!, mechanism, words))
        {
            Bad = new(("functions.csv", $"見本-1.7,連携,,{word}の受領,{word}の情報を受け取り、本人の申込に結び付ける。,◎,◎,◎,例示,,見本,,,"), ("flows/900-2.bpmn", LintTexts.Flow("900-2", word + "の受領", "見本-1.7"))),
            Good = new(("functions.csv", $"見本-1.7,連携,,{word}の受領,{word}の情報を受け取り、本人の申込に結び付ける。,◎,◎,◎,例示,,見本,,,"), ("flows/900-2.bpmn", LintTexts.Flow("900-2", word + "の受領", "見本-1.7")),
                ("data-items.csv", $"90000007,{item},renkeibango,{mechanism},,,,,,X,10,,,必須,,見本-1.7,,,,見本"), ("linkages.csv", $"900x002,{word}の情報,乙システム,見本システム,変わったとき,REST,,90000007,見本-1.7,,見本")),
        };
    }

    private static IEnumerable<LintFinding> Check(LintSubject subject, LintRule rule, string mechanism, Regex words)
    {
        var standard = subject.Standard;
        var linkages = standard.Linkages.Where(linkage => words.IsMatch(linkage.Name) || words.IsMatch(linkage.Provider) || words.IsMatch(linkage.Consumer)).ToList();
        (string Ja, string En, bool Present)[] parts =
        [
            ("業務フロー", "flow", standard.Flows.Any(flow => words.IsMatch(flow.Name) || flow.Nodes.Any(node => words.IsMatch(node.Name) || words.IsMatch(node.Lane)))),
            ("機能", "function", standard.Functions.Any(function => words.IsMatch(function.Name) || words.IsMatch(function.Summary))),
            ("データ項目", "data item", linkages.Exists(linkage => linkage.Items.Count > 0) || standard.Items.Any(item => words.IsMatch(item.Name) || words.IsMatch(item.Group))),
            ("連携", "linkage", linkages.Count > 0),
        ];
        if (!standard.Mechanisms.Contains(mechanism) && !parts.Any(part => part.Present))
        {
            yield break;
        }

        foreach (var (ja, en, _) in parts.Where(part => !part.Present))
        {
            yield return rule.Found($"{mechanism}.{en}", "standard.yaml", 0, $"{mechanism}を使うが、その{ja}がない。", $"{mechanism} is used, but there is no {en} for it.");
        }
    }

    [GeneratedRegex("ぴったり|マイナポータル|申請管理|電子申請|オンライン(?:で|の)?申請|申請データ", RegexOptions.CultureInvariant)]
    private static partial Regex PittariForm();

    [GeneratedRegex("転出証明", RegexOptions.CultureInvariant)]
    private static partial Regex TenshutsuForm();

    [GeneratedRegex("抑止|支援措置|支援対象者", RegexOptions.CultureInvariant)]
    private static partial Regex YokushiForm();

    [GeneratedRegex("公的給付支給等口座|公金受取口座", RegexOptions.CultureInvariant)]
    private static partial Regex KozaForm();
}
