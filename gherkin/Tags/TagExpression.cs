namespace Conformance.Gherkin;

/// <summary>
/// A Cucumber tag expression: tags with <c>and</c>, <c>or</c>, <c>not</c> and parentheses, such as
/// <c>@実装必須 and not (@ui or @手動)</c>. <c>\</c> escapes a blank, a parenthesis or itself inside a tag. Empty: every scenario.
/// </summary>
public sealed class TagExpression
{
    private readonly string _text;
    private readonly Func<Predicate<string>, bool> _evaluate;

    private TagExpression(string text, Func<Predicate<string>, bool> evaluate)
    {
        _text = text;
        _evaluate = evaluate;
    }

    /// <exception cref="FormatException">Not a tag expression; the message says where and what was expected.</exception>
    public static TagExpression Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text, TagExpressionParser.Parse(text));
    }

    /// <summary>Whether a scenario with these tags, each with its <c>@</c>, is meant.</summary>
    public bool Matches(IEnumerable<string> tags)
    {
        var set = tags.ToHashSet(StringComparer.Ordinal);
        return _evaluate(set.Contains);
    }

    public bool Matches(Pickle pickle)
    {
        ArgumentNullException.ThrowIfNull(pickle);
        return _evaluate(pickle.HasTag);
    }

    public override string ToString() => _text;
}
