namespace Conformance.Gherkin;

/// <summary>
/// One thing that is wrong with a feature, a binding or a run: a stable code (<c>CF4nnn</c>), where it is, what is the case,
/// and what to do about it.
/// </summary>
/// <param name="Code"><c>CF40nn</c> features, <c>CF41nn</c> bindings, <c>CF42nn</c> the run.</param>
/// <param name="File">The feature's URI or the source file of the binding; empty where neither is known.</param>
/// <param name="Line">One-based; 0 where the place has no line.</param>
/// <param name="Column">One-based; 0 where the place has no column.</param>
public sealed record GherkinProblem(string Code, string File, int Line, int Column, string Fact, string Remedy)
{
    /// <summary>A warning does not keep the run from succeeding.</summary>
    public bool IsWarning { get; init; }

    public override string ToString()
    {
        var place = Line > 0 ? $"{File}({Line},{Column})" : File;
        return $"{Code} {place}: {Fact} {Remedy}".TrimEnd();
    }
}
