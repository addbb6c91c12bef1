namespace Conformance.Gherkin;

/// <summary>A step cannot be called as it is bound: a harness error, never a finding about the target.</summary>
public sealed class BindingException(GherkinProblem problem, Exception? innerException = null)
    : InvalidOperationException(problem?.ToString(), innerException)
{
    public GherkinProblem Problem { get; } = problem ?? throw new ArgumentNullException(nameof(problem));
}
