namespace Conformance.Spec;

/// <summary>
/// One thing that is wrong with an input: a stable code (<c>CFnnnn</c>, listed in <c>docs/errors.md</c>), where it is,
/// what is the case, and what to do about it.
/// </summary>
/// <param name="Code"><c>CF</c> and four digits: 1xxx standards, 2xxx flows, 3xxx workbooks, 4xxx features and steps,
/// 5xxx profiles, 6xxx command line and files, 7xxx results and reports.</param>
/// <param name="File">Path as the user gave it, or relative to the standard.</param>
/// <param name="Line">One-based; 0 where the input has no lines.</param>
/// <param name="Column">One-based; 0 where the input has no columns.</param>
public sealed record Problem(string Code, string File, int Line, int Column, string Fact, string Remedy)
{
    /// <summary>Sheet and cell of a workbook, where that is the position instead of line and column.</summary>
    public string? Cell { get; init; }

    public override string ToString()
    {
        var place = Cell is not null ? $"{File}({Cell})"
            : Line > 0 ? $"{File}({Line},{Column})"
            : File;
        return $"{Code} {place}: {Fact} {Remedy}".TrimEnd();
    }
}
