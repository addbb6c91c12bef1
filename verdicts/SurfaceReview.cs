namespace Conformance.Verdicts;

/// <summary>What a product shows of itself, place by place, compared with the standard and with what the profile declares.</summary>
/// <param name="Searched">The surfaces that were looked at.</param>
/// <param name="Findings">For a reviewer; only <see cref="SurfaceFindingKind.ForbiddenAnswers"/> is 不適合.</param>
/// <param name="Recognised">Places that belong to no function and need no declaration, each with the rule that says so.</param>
public sealed record SurfaceReview(IReadOnlyList<SearchedSurface> Searched, IReadOnlyList<SurfaceFinding> Findings, IReadOnlyList<RecognisedPlace> Recognised);

/// <param name="Surface"><c>api</c>: operations that the product describes; <c>ui</c>: screens that links lead to.</param>
/// <param name="Places">Mapped + functions + declared + recognised + undeclared.</param>
/// <param name="Mapped">An exchange of the profile leads there.</param>
/// <param name="Functions">Of the standard, by their name.</param>
/// <param name="Trouble">Why it says nothing, or not everything; null where it was searched whole.</param>
public sealed record SearchedSurface(string Surface, int Places, int Mapped, int Functions, int Declared, int Recognised, int Undeclared, string? Trouble);

/// <param name="Place">Method and path with what the product calls it, or the name of the screen.</param>
/// <param name="Unit">Function that it is about; null where it is about none.</param>
/// <param name="Reason">Why it is here.</param>
public sealed record SurfaceFinding(SurfaceFindingKind Kind, string Surface, string Place, string? Unit, string Reason);

/// <param name="Rule">Such as <c>login</c>; see <c>docs/verdicts.md</c>.</param>
public sealed record RecognisedPlace(string Surface, string Place, string Rule);

/// <summary>What a reviewer has to look at.</summary>
public enum SurfaceFindingKind
{
    /// <summary>Belongs to no function, no declared addition, and is nothing that every product has.</summary>
    Undeclared,

    /// <summary>A 標準オプション function that is not declared is there.</summary>
    PresentUndeclared,

    /// <summary>A 標準オプション function that is declared is not there.</summary>
    DeclaredAbsent,

    /// <summary>The product describes its API, but not an operation that it has: the description is not whole.</summary>
    Undescribed,

    /// <summary>An undeclared operation was executed and is a 実装不可 function.</summary>
    ForbiddenAnswers,
}
