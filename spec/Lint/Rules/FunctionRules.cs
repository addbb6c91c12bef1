using System.Globalization;
using Conformance.Spec.Comparison;
using Conformance.Spec.Contracts;

namespace Conformance.Spec.Lint.Rules;

/// <summary>Rules for 機能ID and 実装区分.</summary>
internal static class FunctionRules
{
    /// <summary>Two requirements with so much in common are reported as the same.</summary>
    private const double Same = 0.85;

    /// <summary>Below it, name and text of a function have nothing to do with those of an earlier edition.</summary>
    private const double Other = 0.3;

    public static IReadOnlyList<LintRule> All => field ??= [Reused, OfOtherBusiness, InNoFlow, TaskWithoutFunction, Twice, MandatoryOnOptional, ForbiddenWithoutReason, ForbiddenUnshown, ClassMissing];

    private static LintRule Reused => field ??= new("SL101", LintSeverity.Error,
        new("機能IDが別の機能に使い回されている", "A function ID is used again for something else"),
        new("前の版の判定・契約・記録が、同じIDの別の機能のものと読まれる。", "Past verdicts and contracts would be read as those of another function."),
        new("新しい機能には新しい機能IDを付け、廃止したIDは欠番にする。", "Give the new function an ID of its own and leave the old one unused."), CheckReused)
    {
        Bad = new(("../1.0/functions.csv", "見本-1.1,受付,,窓口での紙の申込書の保管,紙の申込書を年度ごとに倉庫へ移して保管する。,◎,◎,◎,例示,,見本")),
        Good = new(("../1.0/functions.csv", "見本-1.1,受付,,申込受付,窓口で受けた申込の内容を登録する。,◎,◎,◎,例示,,見本")),
    };

    private static LintRule OfOtherBusiness => field ??= new("SL102", LintSeverity.Error,
        new("機能IDの先頭3桁が業務IDと異なる", "A function ID begins with the number of another business"),
        new("機能IDは業務ID（3桁）と連番（4桁）からなる。先頭が違えば、別の業務の機能と読まれる。", "An ID is the business (3 digits) and a serial (4); with other digits it names a function of another business."),
        new("業務IDで始まる番号にする。", "Begin it with the 業務ID of this standard."),
        subject => subject.Standard.Functions.Where(function => function.Id.IsOfficial && !function.Id.Value.StartsWith(subject.Standard.Id, StringComparison.Ordinal))
            .Select(function => OfOtherBusiness.Found(function.Id.Value, "functions.csv", subject.Line("functions.csv", function.Id.Value),
                $"機能ID {function.Id} は業務{subject.Standard.Id}の番号ではない。", $"The function ID {function.Id} is no number of business {subject.Standard.Id}.")))
    {
        // 999 is no 業務ID that is in use, so the number cannot be taken for an official one.
        Bad = new(("functions.csv", "9990001,受付,,写しの控え,受け付けた申込書の写しを控えとして残す。,×,×,×,例示,,見本,,本人の負担を増やさないため,"), ("contracts.yaml", LintTexts.ContractOf("9990001"))),
        Good = new(("functions.csv", "見本-1.9,受付,,写しの控え,受け付けた申込書の写しを控えとして残す。,×,×,×,例示,,見本,,本人の負担を増やさないため,"), ("contracts.yaml", LintTexts.ContractOf("見本-1.9"))),
    };

    private static LintRule InNoFlow => field ??= new("SL103", LintSeverity.Warning,
        new("どの業務フローにも現れない機能", "A function occurs in no flow"),
        new("いつ、誰のために使う機能かが文書から分からず、流れの中で確かめられない。", "The document does not say when and for whom it is used, so it cannot be verified in its place."),
        new("その機能を使う作業に機能IDを書く。流れに載らない機能なら、理由を付けて受け入れる。", "Put its ID on the task that uses it; waive the finding with a reason where no flow can hold it."), CheckInNoFlow)
    {
        Bad = new(("functions.csv", "見本-1.8,統計,,件数集計,月ごとの申込件数を集計し、年度の累計とともに一覧にする。,○,○,○,例示,,見本,,,")),
        Good = new(("functions.csv", "見本-1.8,統計,,件数集計,月ごとの申込件数を集計し、年度の累計とともに一覧にする。,○,○,○,例示,,見本,,,"), ("flows/900-2.bpmn", LintTexts.Flow("900-2", "件数集計", "見本-1.8"))),
    };

    private static LintRule TaskWithoutFunction => field ??= new("SL104", LintSeverity.Warning,
        new("機能IDのない作業", "A task names no function"),
        new("同じレーンのほかの作業には機能IDがある。ない作業は、どの要件で求めているのかが分からない。", "Other tasks of the lane name theirs; which requirement asks for this one is unclear."),
        new("作業に機能IDを書くか、システムの外で行う作業なら人のレーンへ移す。", "Name the function, or move the task to a lane of persons."), CheckTasks)
    {
        Bad = new(("flows/900-1.bpmn", LintTexts.MainFlow.Replace("""<conf:unit step="900-1-③" function="見本-1.2"/>""", """<conf:unit step="900-1-③"/>""", StringComparison.Ordinal)), ("flows/900-2.bpmn", LintTexts.Flow("900-2", "審査だけを行う", "見本-1.2"))),
        Good = new(("flows/900-1.bpmn", LintTexts.MainFlow)),
    };

    private static LintRule Twice => field ??= new("SL105", LintSeverity.Warning,
        new("同じ要件が二度書かれている", "The same requirement stands twice"),
        new("片方だけが改められると食い違う。製品は同じことを二度確認される。", "When one of them is revised they contradict each other, and products are verified twice for one thing."),
        new("一つにまとめるか、違いが分かるように書き分ける。", "Merge them, or write what tells them apart."), CheckTwice)
    {
        Bad = new(("functions.csv", "見本-1.3,審査,,申込審査の補助,申込の内容を住民の記録と照らし、要件に合うかを審査する。,○,○,○,例示,,見本,,,")),
        Good = new(("functions.csv", "見本-1.3,通知,,通知の再発行,一度送った決定通知を、本人の求めで改めて印刷する。,○,○,○,例示,,見本,,,")),
    };

    private static LintRule MandatoryOnOptional => field ??= new("SL106", LintSeverity.Error,
        new("実装必須の機能が、必須でない機能に頼っている", "A mandatory function depends on one that is not"),
        new("必須でない機能を作らなかった製品では、必須の機能も使えない。", "In a product that leaves the other one out the mandatory function cannot work."),
        new("頼られる側を実装必須にするか、それを通らない道筋を加える。", "Make the other one mandatory too, or add a way around it."), CheckMandatory)
    {
        Bad = new(("functions.csv", "見本-1.1,受付,,申込受付,窓口で受けた申込の内容を登録する。,◎,◎,○,例示,,見本,,,")),
        Good = new(("functions.csv", "見本-1.1,受付,,申込受付,窓口で受けた申込の内容を登録する。,◎,◎,◎,例示,,見本,,,")),
    };

    private static LintRule ForbiddenWithoutReason => field ??= new("SL107", LintSeverity.Warning,
        new("実装不可の理由がない", "A forbidden function gives no reason"),
        new("理由がなければ、似た機能まで避けるべきか、別の作り方ならよいかを判断できない。", "Without a reason nobody can tell whether a similar function, or another way to build it, is forbidden too."),
        new("要件の考え方・理由を書く。", "Write the reason (column 理由)."),
        subject => Forbidden(subject).Where(function => function.Reason.Length == 0)
            .Select(function => ForbiddenWithoutReason.Found(function.Id.Value, "functions.csv", subject.Line("functions.csv", function.Id.Value),
                $"実装不可の機能 {function.Id}（{function.Name}）に理由がない。", $"The forbidden function {function.Id} ({function.Name}) gives no reason.")))
    {
        Bad = new(("functions.csv", "見本-1.4,受付,,紙への書き直し,オンラインで届いた申込を職員が紙に書き直して登録する。,×,×,×,例示,,見本,,,")),
        Good = new(("functions.csv", "見本-1.4,受付,,紙への書き直し,オンラインで届いた申込を職員が紙に書き直して登録する。,×,×,×,例示,,見本,,誤記と遅れのもとになるため,")),
    };

    private static LintRule ForbiddenUnshown => field ??= new("SL108", LintSeverity.Warning,
        new("実装不可の機能がないことを、示す方法がない", "Nothing can show that a forbidden function is absent"),
        new("ないことは、どこを探したかを示せて初めて言える。探し方がなければ未検証のまま残る。", "Absence is shown only by where one looked; without that the function stays 未検証."),
        new("contracts.yaml に kind: forbidden の観測条件を書く。", "Write a contract of kind forbidden."), CheckUnshown)
    {
        Bad = new(("contracts.yaml", LintTexts.ContractOf("見本-1.1"))),
        Good = new(("contracts.yaml", LintTexts.ContractOf("見本-1.4"))),
    };

    private static LintRule ClassMissing => field ??= new("SL109", LintSeverity.Warning,
        new("実装区分のない団体区分がある", "A class of municipality has no 実装区分"),
        new("－ の団体で、作ってよいのか、作ってはならないのかが分からない。", "Where － stands, nobody can tell whether the function may be built."),
        new("◎○×のどれかを書くか、備考に理由を書く。", "Write ◎, ○ or ×, or say why in 備考."), CheckClasses)
    {
        Bad = new(("functions.csv", "見本-1.3,通知,,通知の再発行,一度送った決定通知を、本人の求めで改めて印刷する。,○,○,－,例示,,見本,,,")),
        Good = new(("functions.csv", "見本-1.3,通知,,通知の再発行,一度送った決定通知を、本人の求めで改めて印刷する。,○,○,－,例示,,見本,,,一般市区町村では窓口を都道府県が担う")),
    };

    private static IEnumerable<LintFinding> CheckReused(LintSubject subject)
    {
        foreach (var function in subject.Standard.Functions)
        {
            var id = function.Id.Value;
            var before = subject.Earlier.LastOrDefault(edition => edition.Function(id) is not null);
            if (before is null || before.Function(id) is not { } old)
            {
                continue;
            }

            var line = subject.Line("functions.csv", id);
            if (Similarity.Of(old.Name, function.Name) < Other && Similarity.Of(old.Summary, function.Summary) < Other)
            {
                yield return Reused.Found(id, "functions.csv", line,
                    $"機能ID {id} は第{before.Edition}版では「{old.Name}」だったが、この版では「{function.Name}」である。", $"In edition {before.Edition} the ID {id} was 「{old.Name}」, in this one it is 「{function.Name}」.");
            }
            else if (before != subject.Earlier[^1])
            {
                yield return Reused.Found(id, "functions.csv", line,
                    $"機能ID {id} は第{before.Edition}版の後に廃止されたが、この版で再び使われている。", $"The ID {id} was withdrawn after edition {before.Edition} and is used again.");
            }
        }
    }

    private static IEnumerable<LintFinding> CheckInNoFlow(LintSubject subject)
    {
        var used = subject.Standard.Flows.SelectMany(flow => flow.Nodes).Select(node => node.Function).ToHashSet(StringComparer.Ordinal);
        return subject.Standard.Functions
            .Where(function => !used.Contains(function.Id.Value) && function.Classes.Values.Any(value => value != RequirementClass.Forbidden))
            .Select(function => InNoFlow.Found(function.Id.Value, "functions.csv", subject.Line("functions.csv", function.Id.Value),
                $"機能 {function.Id}（{function.Name}）がどの業務フローにもない。", $"The function {function.Id} ({function.Name}) occurs in no flow."));
    }

    private static IEnumerable<LintFinding> CheckTasks(LintSubject subject)
    {
        var bearing = subject.Standard.Flows.SelectMany(flow => flow.Nodes).Where(node => node.Function.Length > 0).Select(node => node.Lane).ToHashSet(StringComparer.Ordinal);
        return from flow in subject.Standard.Flows
               from node in flow.Nodes
               where node.IsTask && node.Function.Length == 0 && bearing.Contains(node.Lane)
               let name = node.Step.Length > 0 ? node.Step : node.Id
               select TaskWithoutFunction.Found(name, subject.Relative(flow.File), node.Line,
                   $"作業「{node.Name}」（{name}）に機能IDがない。レーン「{node.Lane}」のほかの作業にはある。", $"The task 「{node.Name}」 ({name}) names no function, other tasks of the lane 「{node.Lane}」 do.");
    }

    private static IEnumerable<LintFinding> CheckTwice(LintSubject subject)
    {
        var functions = subject.Standard.Functions.Where(function => function.Summary.Length > 0).ToList();
        return SimilarTexts.Pairs([.. functions.Select(function => function.Summary)], Same).Select(pair =>
        {
            var (first, second) = (functions[pair.First].Id, functions[pair.Second].Id);
            var percent = (int)Math.Round(pair.Similarity * 100);
            return Twice.Found(second.Value, "functions.csv", subject.Line("functions.csv", second.Value),
                string.Create(CultureInfo.InvariantCulture, $"{second} の要旨は {first} とほぼ同じである（{percent}%）。"),
                string.Create(CultureInfo.InvariantCulture, $"The text of {second} is nearly that of {first} ({percent} %).")) with { Measure = percent };
        });
    }

    private static IEnumerable<LintFinding> CheckMandatory(LintSubject subject)
    {
        var functions = subject.Standard.Functions.ToDictionary(function => function.Id.Value, StringComparer.Ordinal);
        foreach (var dependency in subject.Dependencies)
        {
            if (!functions.TryGetValue(dependency.Dependent, out var dependent) || !functions.TryGetValue(dependency.Required, out var required))
            {
                continue;
            }

            var classes = dependent.Classes.Where(pair => pair.Value == RequirementClass.Mandatory && (!required.Classes.TryGetValue(pair.Key, out var other) || other != RequirementClass.Mandatory))
                .Select(pair => pair.Key).Order().ToList();
            if (classes.Count > 0)
            {
                var named = string.Join("・", classes.Select(LintTexts.Name));
                yield return MandatoryOnOptional.Found(dependency.Dependent, dependency.File, dependency.Line,
                    $"{named}で実装必須の{dependency.Dependent}（{dependent.Name}）が、必須でない{dependency.Required}（{required.Name}）に頼る：{dependency.How.Ja}。",
                    $"{dependency.Dependent} ({dependent.Name}), mandatory for {named}, depends on {dependency.Required} ({required.Name}), which is not: {dependency.How.En}.");
            }
        }
    }

    private static IEnumerable<Function> Forbidden(LintSubject subject) => subject.Standard.Functions.Where(function => function.Classes.Values.Contains(RequirementClass.Forbidden));

    private static IEnumerable<LintFinding> CheckUnshown(LintSubject subject)
    {
        var shown = subject.Standard.Roles.Where(role => role.Unit == VerdictUnit.Function).SelectMany(role => role.Contracts)
            .Where(contract => contract.Kind != "none").Select(contract => contract.Unit).ToHashSet(StringComparer.Ordinal);
        return Forbidden(subject).Where(function => !shown.Contains(function.Id.Value))
            .Select(function => ForbiddenUnshown.Found(function.Id.Value, "functions.csv", subject.Line("functions.csv", function.Id.Value),
                $"実装不可の機能 {function.Id}（{function.Name}）に観測条件がない。", $"The forbidden function {function.Id} ({function.Name}) has no contract."));
    }

    private static IEnumerable<LintFinding> CheckClasses(LintSubject subject)
    {
        foreach (var function in subject.Standard.Functions.Where(function => function.Classes.Count < 3 && function.Remarks.Length == 0))
        {
            var missing = string.Join("・", Enum.GetValues<MunicipalityClass>().Where(value => !function.Classes.ContainsKey(value)).Select(LintTexts.Name));
            yield return ClassMissing.Found(function.Id.Value, "functions.csv", subject.Line("functions.csv", function.Id.Value),
                $"機能 {function.Id}（{function.Name}）は{missing}の実装区分がなく、備考に理由もない。", $"The function {function.Id} ({function.Name}) has no class for {missing}, and 備考 does not say why.");
        }
    }
}
