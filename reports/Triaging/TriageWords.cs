using Conformance.Reports.Wording;
using Conformance.Verdicts;

namespace Conformance.Reports.Triaging;

/// <summary>The words of a triage in both languages.</summary>
public sealed class TriageWords(ReportLanguage language)
{
    private readonly ReportWords words = ReportWords.In(language);

    public string this[string japanese, string english] => words[japanese, english];

    /// <summary>What was said, in the reader's language and on one line of a terminal.</summary>
    public string Line(string? said) => PlainText.ForTerminal(SpokenRun.In(said ?? "", language), 300);

    /// <summary>Standard, role, and the edition of the interface where there are several.</summary>
    public string Of(RunInfo run) => $"{run.Standard} {words[run.RoleAndEdition]}";

    public string Of(VerdictKind verdict) => words.Of(verdict);

    public string Of(CauseKind cause) => words.Of(cause);

    public string Of(FailureMark mark) => mark switch
    {
        FailureMark.New => words["新規", "new"],
        FailureMark.Known => words["既知", "known"],
        FailureMark.Flaky => words["不安定", "flaky"],
        _ => words["解消", "fixed"],
    };

    /// <summary>Kind and place, such as 「交換 POST /persons → 500」.</summary>
    public string Place(DivergingPlace place) => place.Kind switch
    {
        "screen" => words["画面", "screen"],
        "neighbour" => words["周囲のシステムが受けた要求", "request to a neighbour"],
        "message" => words["手順", "step"],
        _ => words["要求と応答", "exchange"],
    } + " " + (place.Outcome == "no answer" ? $"{place.Label} → {words["応答なし", "no answer"]}" : place.ToString());
}
