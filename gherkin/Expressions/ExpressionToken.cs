namespace Conformance.Gherkin;

/// <summary>A piece of a cucumber expression. <paramref name="Start"/> and <paramref name="End"/> count code points from zero.</summary>
internal sealed record ExpressionToken(string Text, ExpressionTokenKind Kind, int Start, int End);

internal enum ExpressionTokenKind
{
    StartOfLine,
    EndOfLine,
    WhiteSpace,
    BeginOptional,
    EndOptional,
    BeginParameter,
    EndParameter,
    Alternation,
    Text,
}
