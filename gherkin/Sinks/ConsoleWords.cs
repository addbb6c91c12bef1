using System.Globalization;

namespace Conformance.Gherkin;

/// <summary>The words of <see cref="ConsoleSink"/> in one language.</summary>
public sealed class ConsoleWords
{
    private readonly Dictionary<StepStatus, string> _statuses;

    private ConsoleWords(string flaky, string noDefinition, string snippets, string notRun, string waiting, string took, params string[] statuses)
    {
        (Flaky, NoDefinition, Snippets, NotRun, Waiting, Took) = (flaky, noDefinition, snippets, notRun, waiting, took);
        _statuses = Enum.GetValues<StepStatus>().Zip(statuses).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    public static ConsoleWords Japanese { get; } = new(
        "不安定", "このステップの定義がない。", "足りないステップの定義:", "未実行", "待機", "所要",
        "不明", "成功", "省略", "未実装", "未定義", "あいまい", "失敗");

    public static ConsoleWords English { get; } = new(
        "flaky", "No step definition fits.", "Step definitions that are missing:", "not run", "waiting", "took",
        "unknown", "passed", "skipped", "pending", "undefined", "ambiguous", "failed");

    public string Flaky { get; }

    public string NoDefinition { get; }

    public string Snippets { get; }

    public string Waiting { get; }

    private string NotRun { get; }

    private string Took { get; }

    public string Of(StepStatus status) => _statuses[status];

    /// <summary>One line: how many scenarios by status, those that occurred; a scenario that waits is not counted as pending.</summary>
    public string Summary(RunOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var parts = outcome.Scenarios
            .Select(count => (Word: Of(count.Key), Count: count.Value - (count.Key == StepStatus.Pending ? outcome.Waiting : 0)))
            .Concat([(Word: Flaky, Count: outcome.Flaky), (Word: Waiting, Count: outcome.Waiting), (Word: NotRun, Count: outcome.NotRun)])
            .Where(part => part.Count > 0)
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Word} {part.Count}"));
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", parts)}; {Took} {outcome.Duration.TotalSeconds:0.0} s");
    }
}
