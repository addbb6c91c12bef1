namespace Conformance.Gherkin;

/// <summary>A regular expression; it has to match the whole step, with or without anchors of its own.</summary>
public sealed class RegularStepExpression : StepExpression
{
    /// <exception cref="ExpressionException">The expression cannot be used.</exception>
    public RegularStepExpression(string source)
        : base(source, Anchor(source), [], "", LiteralSuffix.Of(source)) { }

    public override bool IsCucumberExpression => false;

    private static string Anchor(string source)
    {
        var start = source.StartsWith('^') ? "" : "^";
        var end = source.EndsWith('$') ? "" : "$";
        return start.Length + end.Length == 0 ? source : $"{start}(?:{source}){end}";
    }
}
