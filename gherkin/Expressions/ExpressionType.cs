namespace Conformance.Gherkin;

/// <summary>Which kind of expression a step attribute holds.</summary>
public enum ExpressionType
{
    /// <summary>Found out from the expression itself, by Reqnroll's rule.</summary>
    Unspecified,

    /// <summary>Text with <c>{parameters}</c>.</summary>
    CucumberExpression,

    /// <summary>A regular expression of .NET.</summary>
    RegularExpression,
}
