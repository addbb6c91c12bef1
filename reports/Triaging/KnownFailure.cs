using System.IO.Enumeration;
using Conformance.Verdicts;

namespace Conformance.Reports.Triaging;

/// <summary>A failure that somebody looks after: an entry of <c>known.yaml</c>. It tells people what they see and never changes a verdict.</summary>
/// <param name="Ticket">In the vendor's own tracker.</param>
/// <param name="Expires">The last day on which it counts.</param>
/// <param name="Line">In the file, one-based.</param>
public sealed record KnownFailure(string Ticket, string Owner, string Reason, DateOnly Expires, int Line)
{
    /// <summary>Scenario ID with * and ?; null for any. Likewise the others.</summary>
    public string? Scenario { get; init; }

    /// <summary>Function ID or flow step.</summary>
    public string? Unit { get; init; }

    /// <summary><c>api</c> or <c>ui</c>.</summary>
    public string? Driver { get; init; }

    /// <summary>The edition of the interface through which it fails, as <see cref="InterfaceEdition.Key"/>; null for any.</summary>
    public string? Interface { get; init; }

    public CauseKind? Cause { get; init; }

    /// <summary>A part of the reason or of what was observed.</summary>
    public string? Message { get; init; }

    /// <summary>A part of the place, such as <c>POST /persons</c>.</summary>
    public string? Place { get; init; }

    /// <param name="run">That the scenario is of.</param>
    public bool Covers(RunInfo run, ScenarioResult scenario, DivergingPlace place) =>
        (Scenario is null || FileSystemName.MatchesSimpleExpression(Scenario, scenario.Id, ignoreCase: false))
        && (Unit is null || scenario.Findings.Any(finding => finding.Function == Unit && finding.Verdict != VerdictKind.Conforms))
        && (Driver is null || Driver == scenario.Driver)
        && (Interface is null || Interface == run.InterfaceKey)
        && (Cause is null || Cause == scenario.Cause)
        && (Message is null || scenario.Reason?.Contains(Message, StringComparison.Ordinal) == true || scenario.Findings.Any(finding => finding.Verdict != VerdictKind.Conforms && finding.Observed.Contains(Message, StringComparison.Ordinal)))
        && (Place is null || place.ToString().Contains(Place, StringComparison.Ordinal));
}
