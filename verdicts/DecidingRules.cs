namespace Conformance.Verdicts;

/// <summary>Every rule that can decide. IDs are never given to another rule; <c>docs/verdicts.md</c> lists them.</summary>
public static class DecidingRules
{
    public const string Untrusted = "VR101";
    public const string CredentialRefused = "VR102";
    public const string ToolMissing = "VR103";
    public const string NotMapped = "VR201";
    public const string ProfileDoesNotFit = "VR202";
    public const string NoAnswer = "VR301";
    public const string TooLate = "VR302";
    public const string Gateway = "VR303";
    public const string NeighbourOfTarget = "VR304";
    public const string BatchDidNotRun = "VR305";
    public const string BrowserGone = "VR306";
    public const string StepTooLong = "VR307";
    public const string EndedBefore = "VR308";
    public const string FailedBeforeRun = "VR309";
    public const string GivenUp = "VR310";
    public const string CountedAmongOthers = "VR311";
    public const string MockMissing = "VR401";
    public const string MockBroken = "VR402";
    public const string MockSpoilt = "VR403";
    public const string NoStep = "VR501";
    public const string Unexpected = "VR502";
    public const string NothingAsserted = "VR503";
    public const string FailedWithoutComparison = "VR504";
    public const string NobodyLooked = "VR505";
    public const string LeftOut = "VR506";
    public const string OnAssumption = "VR601";
    public const string OnAmbiguousText = "VR602";
    public const string OnIllustration = "VR603";
    public const string OfficialDidNotHold = "VR701";
    public const string IllustrativeDidNotHold = "VR702";
    public const string NotDoneBeforehand = "VR703";
    public const string NumberOfTwo = "VR704";
    public const string NotReliably = "VR705";
    public const string ForbiddenAnswers = "VR706";
    public const string Blocked = "VR901";

    /// <summary>In the order of the IDs.</summary>
    public static IReadOnlyList<DecidingRule> All { get; } =
    [
        new(Untrusted, CauseKind.Configuration, "対象の証明書を信頼できない。", "The certificate of the target is not trusted."),
        new(CredentialRefused, CauseKind.Configuration, "有効なはずの認証情報を対象が拒否した。", "The target refused a credential that should be valid."),
        new(ToolMissing, CauseKind.Configuration, "検証に必要なプログラムがない。", "A program that the harness needs is missing."),
        new(NotMapped, CauseKind.Profile, "プロファイルがこの操作をAPIにも画面にも対応付けていない。", "The profile maps the exchange to nothing."),
        new(ProfileDoesNotFit, CauseKind.Profile, "対象の応答または画面がプロファイルの記述と合わない。", "An answer or screen of the target is not as the profile describes it."),
        new(NoAnswer, CauseKind.Environment, "対象に届かない、または応答が途切れた（回線・停止）。", "The target could not be reached, or its answer broke off (line, down)."),
        new(TooLate, CauseKind.Environment, "対象の応答が時間内に完結しなかった（遅延）。", "The target did not answer completely in time (slow)."),
        new(Gateway, CauseKind.Environment, "対象の手前にある中継が答えた（クラウド・中継）。", "Something in front of the target answered in its place (cloud, gateway)."),
        new(NeighbourOfTarget, CauseKind.Environment, "検証ツールが演じていない周辺システムが応じない（認可サーバー等）。", "A system beside the target that the harness does not play did not answer (such as the authorisation server)."),
        new(BatchDidNotRun, CauseKind.Environment, "待っているバッチがまだ行われていない。", "A batch that is waited for has not run."),
        new(BrowserGone, CauseKind.Environment, "ブラウザーが止まった。", "The browser gave up."),
        new(StepTooLong, CauseKind.Environment, "手順またはシナリオが制限時間を超えた。", "A step or scenario took longer than it may."),
        new(EndedBefore, CauseKind.Environment, "この手順の前に実行が終わった。", "The run ended before this step."),
        new(FailedBeforeRun, CauseKind.Environment, "実行前の書き込みのない照会で対象がエラーになった。", "The target failed at a harmless inquiry before the run."),
        new(GivenUp, CauseKind.Environment, "続けて対象に届かないため、実行を打ち切った。", "The run was ended because the target could not be reached several times in a row."),
        new(CountedAmongOthers, CauseKind.Environment, "ほかの者も書き込む環境で件数を比べ、合わなかった。", "Records were counted where others may write meanwhile, and the number did not fit."),
        new(MockMissing, CauseKind.Mock, "検証ツールが演じるはずの周辺システムがない。", "A system that the harness should play is not there."),
        new(MockBroken, CauseKind.Mock, "検証ツールが演じる周辺システムが応じなくなっていた。", "A system that the harness plays did not answer any more."),
        new(MockSpoilt, CauseKind.Mock, "検証ツールが演じる周辺システムに障害が注入されていた。", "A fault was injected into a system that the harness plays."),
        new(NoStep, CauseKind.Harness, "手順の定義がない、または二つ以上ある。", "No step definition fits, or more than one."),
        new(Unexpected, CauseKind.Harness, "検証ツールの中で予期しない誤りが起きた。", "Something unexpected went wrong in the harness."),
        new(NothingAsserted, CauseKind.Harness, "手順は終わったが、何も確かめていない。", "The step came to its end and asserted nothing."),
        new(FailedWithoutComparison, CauseKind.Harness, "手順が、比べることなく失敗した。", "The step failed without a comparison."),
        new(NobodyLooked, null, "どのシナリオもこの単位を確かめていない。", "No scenario asserted anything about the unit."),
        new(LeftOut, null, "この単位を確かめるシナリオの一部が、この実行から除かれた。", "Some of the scenarios that assert something about the unit were left out of the run."),
        new(OnAssumption, CauseKind.Specification, "満たされなかった期待は推定に基づく。", "What did not hold rests on an assumption."),
        new(OnAmbiguousText, CauseKind.Specification, "満たされなかった期待は、読み方の分かれる記述に基づく。", "What did not hold rests on a text that can be read in several ways."),
        new(OnIllustration, CauseKind.Specification, "満たされなかった期待は例示に基づく。", "What did not hold rests on an illustration."),
        new(OfficialDidNotHold, CauseKind.Product, "公式の記述に基づく期待が満たされなかった。", "An expectation with an official source did not hold."),
        new(IllustrativeDidNotHold, CauseKind.Product, "例示の標準仕様に書かれた期待が満たされなかった。", "An expectation of an illustrative standard did not hold."),
        new(NotDoneBeforehand, CauseKind.Product, "前提として必要なことを製品が行わなかった。", "The product did not do what had to be done beforehand."),
        new(NumberOfTwo, CauseKind.Product, "一つの番号が二人に付いているため、どちらについても言えない。", "Two people have one number, so nothing can be said about either."),
        new(NotReliably, CauseKind.Product, "ある試行では満たされず、後の試行では満たされた。", "It did not hold at one attempt and held at a later one."),
        new(ForbiddenAnswers, CauseKind.Product, "宣言のない操作を実行したところ、実装不可の機能が応じた。", "An undeclared operation was executed, and a forbidden function answered."),
        new(Blocked, null, "同じシナリオの先の手順のため、確かめられなかった。", "An earlier step of the scenario kept it from being seen."),
    ];

    private static readonly Dictionary<string, DecidingRule> ById = All.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <returns>Null for an ID that this version does not know.</returns>
    public static DecidingRule? Find(string? id) => id is null ? null : ById.GetValueOrDefault(id);

    /// <summary>The rule of a trouble that an older record names by its cause alone.</summary>
    internal static string Of(CauseKind cause) => cause switch
    {
        CauseKind.Configuration => CredentialRefused,
        CauseKind.Profile => ProfileDoesNotFit,
        CauseKind.Environment => NoAnswer,
        CauseKind.Mock => MockMissing,
        CauseKind.Harness => Unexpected,
        CauseKind.Specification => OnAssumption,
        _ => NotDoneBeforehand,
    };
}
