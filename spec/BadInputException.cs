namespace Conformance.Spec;

/// <summary>An input that cannot be used, with everything that is wrong with it. The command line answers with exit code 2.</summary>
public sealed class BadInputException : Exception
{
    public BadInputException(IReadOnlyList<Problem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    public BadInputException(Problem problem)
        : this([problem]) { }

    public IReadOnlyList<Problem> Problems { get; }
}
