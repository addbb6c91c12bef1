namespace Conformance.Verdicts;

/// <summary>What happened in one scenario on one surface, before anybody judges it.</summary>
/// <param name="Driver"><c>api</c> or <c>ui</c>.</param>
public sealed record ScenarioRecord(
    string Id, string Name, string Feature, int Line, IReadOnlyList<string> Tags, string Driver,
    IReadOnlyList<StepRecord> Steps, DateTimeOffset Started, TimeSpan Duration)
{
    /// <summary>Unit to the source that its expectation cites in this scenario.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();
}

/// <param name="Status"><c>PASSED</c>, <c>FAILED</c>, <c>SKIPPED</c>, <c>PENDING</c>, <c>UNDEFINED</c>, <c>AMBIGUOUS</c>.</param>
/// <param name="Message">Of the exception; null where there was none.</param>
/// <param name="Assertions">What the step asserted; an assertion step without any asserted nothing.</param>
/// <param name="Trouble">Why the step could not see; null where it could.</param>
public sealed record StepRecord(
    string Keyword, string Text, IReadOnlyList<IReadOnlyList<string>> Table, string Status, string? Message, TimeSpan Duration,
    IReadOnlyList<EvidenceRef> Evidence, IReadOnlyList<AssertionRecord> Assertions, TroubleRecord? Trouble)
{
    /// <summary>What the target put out at the step, told without what differs from person to person; null where nothing was kept.</summary>
    public IReadOnlyList<SeenOutput>? Outputs { get; init; }
}

/// <summary>One comparison that a step made.</summary>
/// <param name="Held">Whether the expectation was met.</param>
public sealed record AssertionRecord(string Expected, string Observed, bool Held);

/// <summary>Why something could not be seen.</summary>
/// <param name="NotOffered">True where the profile maps the function to nothing: nothing was tried.</param>
public sealed record TroubleRecord(CauseKind Cause, string Reason, bool NotOffered = false)
{
    /// <summary>Of <see cref="DecidingRules"/>; null in records of versions that knew the cause alone.</summary>
    public string? Rule { get; init; }
}
