using System.Globalization;
using System.Text.RegularExpressions;

namespace Conformance.Spec.Lint.Rules;

/// <summary>Rules for sentences.</summary>
internal static partial class WordingRules
{
    public static IReadOnlyList<LintRule> All => field ??= [Vague, Untestable, Modulus];

    private static LintRule Vague => field ??= new("SL131", LintSeverity.Warning,
        new("実装必須の機能に曖昧な語がある", "A mandatory function has vague words"),
        new("「等」「適宜」などは、どこまで作れば足りるかを読み手に委ねる。製品ごとに違い、確認もできない。", "Words such as 等 and 適宜 leave to the reader how much is enough: products differ, and nothing can be verified."),
        new("対象を挙げ切るか、条件と値を書く。", "List what is meant, or write condition and value."),
        subject => Mandatory(subject).SelectMany(function => Words(function, VagueForm(), Vague, subject, "曖昧な語", "vague words")))
    {
        Bad = new(("functions.csv", "見本-1.1,受付,,申込受付,窓口で受けた申込の内容等を必要に応じて登録する。,◎,◎,◎,例示,,見本,,,")),
        // 同等 and 公的給付支給等口座 are words of their own.
        Good = new(("functions.csv", "見本-1.1,受付,,申込受付,窓口で受けた申込の内容を、公的給付支給等口座の登録と同等に扱う。,◎,◎,◎,例示,,見本,,,")),
    };

    private static LintRule Untestable => field ??= new("SL132", LintSeverity.Warning,
        new("確かめられない条件がある", "A condition cannot be tested"),
        new("「速やかに」「適切に」などには値がなく、満たしたかどうかを誰も示せない。", "Words such as 速やかに have no value, so nobody can show that they are met."),
        new("時間・件数・形式などの値に置き換える。", "Replace them by a time, a number or a form."),
        subject => Mandatory(subject).SelectMany(function => Words(function, UntestableForm(), Untestable, subject, "確かめられない語", "words that cannot be tested")))
    {
        Bad = new(("functions.csv", "見本-1.1,受付,,申込受付,窓口で受けた申込の内容を速やかに登録する。,◎,◎,◎,例示,,見本,,,")),
        Good = new(("functions.csv", "見本-1.1,受付,,申込受付,窓口で受けた申込の内容を受付から10分以内に登録する。,◎,◎,◎,例示,,見本,,,")),
    };

    private static LintRule Modulus => field ??= new("SL133", LintSeverity.Warning,
        new("検査数字の剰余に定めのない値がある", "A check digit leaves a remainder undefined"),
        new("モジュラス11では剰余1のとき検査数字が10になり、1桁に収まらない。定めがなければ製品ごとに番号が違う。", "With modulus 11 a remainder of 1 gives the digit 10, which does not fit; products will differ."),
        new("剰余0と剰余1のときの検査数字を本文に書く。", "Say in the text which digit remainders 0 and 1 give."), CheckModulus)
    {
        Bad = new(("functions.csv", "見本-1.1,受付,,申込受付,申込番号にモジュラス11（剰余0のときは0）の検査数字を付ける。,◎,◎,◎,例示,,見本,,,")),
        Good = new(("functions.csv", "見本-1.1,受付,,申込受付,申込番号にモジュラス11（剰余0又は剰余1のときは0）の検査数字を付ける。,◎,◎,◎,例示,,見本,,,")),
    };

    private static IEnumerable<Function> Mandatory(LintSubject subject) => subject.Standard.Functions.Where(function => function.Classes.Values.Contains(RequirementClass.Mandatory));

    private static IEnumerable<LintFinding> Words(Function function, Regex form, LintRule rule, LintSubject subject, string ja, string en)
    {
        var words = form.Matches(function.Summary).Select(match => match.Value).ToList();
        if (words.Count > 0)
        {
            var listed = string.Join("、", words.GroupBy(word => word).Select(same => string.Create(CultureInfo.InvariantCulture, $"{same.Key}×{same.Count()}")));
            yield return rule.Found(function.Id.Value, "functions.csv", subject.Line("functions.csv", function.Id.Value),
                $"機能 {function.Id}（{function.Name}）に{ja}がある：{listed}。", $"The function {function.Id} ({function.Name}) has {en}: {listed}.") with { Measure = words.Count };
        }
    }

    private static IEnumerable<LintFinding> CheckModulus(LintSubject subject)
    {
        foreach (var function in subject.Standard.Functions.Where(function => ModulusForm().IsMatch(function.Summary + function.Remarks) && !RemainderForm().IsMatch(function.Summary + function.Remarks)))
        {
            yield return Modulus.Found(function.Id.Value, "functions.csv", subject.Line("functions.csv", function.Id.Value),
                $"機能 {function.Id}（{function.Name}）の検査数字は、剰余1のときの値が決まっていない。", $"The check digit of {function.Id} ({function.Name}) is undefined for remainder 1.");
        }

        foreach (var contract in subject.Standard.Roles.SelectMany(role => role.Contracts)
            .Where(contract => contract.Setting("check-digit")?.StartsWith("mod11", StringComparison.Ordinal) == true && contract.BasisFor("check-digit") != Basis.Official))
        {
            yield return Modulus.Found(contract.Unit, "contracts.yaml", contract.Line,
                $"{contract.Unit} の検査数字（モジュラス11）は、剰余1のときの値の根拠が本文にない。", $"The check digit of {contract.Unit} (modulus 11) has no official rule for remainder 1.");
        }
    }

    // 等 inside a word of its own is no vague word; the names of two institutions hold one.
    [GeneratedRegex("(?<![同平均高対初中劣優])(?<!公的給付支給)(?<!(?:DV|ＤＶ))等(?![級し分価差質身号親比])|適宜|必要に応じ|など|可能な限り|その他必要な", RegexOptions.CultureInvariant)]
    private static partial Regex VagueForm();

    [GeneratedRegex("望ましい|速やかに|遅滞なく|適切に|適正に|容易に|わかりやす[いく]|分かりやす[いく]|柔軟に|十分[なに]|円滑に|原則(?:として)?|なるべく|できるだけ|極力|相当の|ある程度|一定の", RegexOptions.CultureInvariant)]
    private static partial Regex UntestableForm();

    [GeneratedRegex("モジュラス *(?:11|１１)|mod(?:ulus)? *11", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ModulusForm();

    [GeneratedRegex("(?:剰余|余り)が?(?:1|１)|(?:10|１０)(?:の場合|のとき|となる)", RegexOptions.CultureInvariant)]
    private static partial Regex RemainderForm();
}
