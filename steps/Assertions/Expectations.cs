using Conformance.Steps.Running;
using FluentAssertions.Execution;

namespace Conformance.Steps.Assertions;

/// <summary>
/// Where a ならば compares. Every comparison is written down with expected and observed, whether it holds or not, so that a
/// step that compared nothing can be told from one that found everything in order.
/// </summary>
public sealed class Expectations(Stage stage, IReqnrollOutputHelper output)
{
    /// <exception cref="PreparationException">It does not hold, and two people have one number: whom the target means cannot be told.</exception>
    public void That(string expected, string observed, bool held)
    {
        if (!held && stage.SharedNumber() is { } number)
        {
            throw new PreparationException($"The number {number} was given to two people, so nothing can be said about either. Expected: {expected} Observed: {observed}") { NumberOfTwo = true };
        }

        AboutNumbers(expected, observed, held);
    }

    /// <summary>The same for what is said about the numbers themselves.</summary>
    public void AboutNumbers(string expected, string observed, bool held)
    {
        output.AddAttachment(stage.Setting.Evidence.WriteAssertion(expected, observed, held));
        Execute.Assertion.ForCondition(held).FailWith("期待: {0} 実際: {1}", expected, observed);
    }

    public void Equal(string what, string expected, string? observed) =>
        That($"{what}: {expected}", $"{what}: {observed ?? "（無し）"}", expected == (observed ?? ""));
}
