using System.Text.RegularExpressions;

namespace Conformance.Gherkin;

/// <summary>
/// Reqnroll's rule which kind an expression is: <c>^…</c> or <c>…$</c> is regular; <c>{word}</c> is a cucumber expression;
/// <c>(…*)</c>, <c>(…+)</c>, <c>.*</c>, <c>\.</c> or <c>\d+</c> is regular; everything else is a cucumber expression.
/// </summary>
public static partial class ExpressionDetection
{
    public static bool IsCucumberExpression(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return !source.StartsWith('^')
            && !source.EndsWith('$')
            && (Parameter().IsMatch(source) || !CommonRegex().IsMatch(source) && !ExtendedRegex().IsMatch(source));
    }

    [GeneratedRegex(@"{\w*}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\([^\)]+[\*\+]\)|\.\*")]
    private static partial Regex CommonRegex();

    [GeneratedRegex(@"\\\.|\\d\+")]
    private static partial Regex ExtendedRegex();
}
