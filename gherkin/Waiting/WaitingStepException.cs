namespace Conformance.Gherkin;

/// <summary>
/// A step says with this that it has to wait for something that takes longer than a run, such as a night batch (待機). The scenario ends, what it
/// knows is kept, and a later run goes on with the same step. Not in Reqnroll.
/// </summary>
/// <param name="message">What is waited for, for people.</param>
public sealed class WaitingStepException(string message) : Exception(message)
{
    /// <summary>Before this time going on is useless; null where nobody knows. For people: a run that goes on earlier just waits again.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}
