namespace Conformance.Drivers.Inspection;

/// <summary>What came back to a question that can change nothing.</summary>
/// <param name="Allow">Methods of the Allow header (RFC 9110, 10.2.1); empty where there is none.</param>
/// <param name="Date">Of the Date header; null where there is none.</param>
/// <param name="Asked">The moment in the middle between the question and the answer, by the clock of this machine.</param>
/// <param name="Took">From the question to the answer.</param>
public sealed record HarmlessAnswer(int Status, IReadOnlyList<string> Allow, DateTimeOffset? Date, string? Location, DateTimeOffset Asked, TimeSpan Took)
{
    /// <summary>How far the clock of the target is ahead of ours; negative where it is behind. The Date header counts whole seconds, so half a second is unsure.
    /// Null without such a header.</summary>
    public TimeSpan? Ahead => Date is { } date ? date + TimeSpan.FromMilliseconds(500) - Asked : null;
}
