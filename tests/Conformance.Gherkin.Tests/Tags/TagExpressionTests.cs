namespace Conformance.Gherkin.Tests;

public sealed class TagExpressionTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("@実装必須", "@実装必須 @ui", true)]
    [InlineData("@実装必須 and not (@ui or @手動)", "@実装必須 @ui", false)]
    [InlineData("@実装必須 and not (@ui or @手動)", "@実装必須 @api", true)]
    [InlineData("@a or @b and @c", "@a", true)]
    [InlineData("@a or @b and @c", "@b", false)]
    [InlineData("not @a and @b", "@b", true)]
    [InlineData("not not @a", "@a", true)]
    [InlineData("(@a)", "@a", true)]
    [InlineData("@業務:031", "@業務:031", true)]
    [InlineData(@"@a\(b\)", "@a(b)", true)]
    public void Chooses_scenarios_by_their_tags(string expression, string tags, bool expected) =>
        TagExpression.Parse(expression).Matches(tags.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Should().Be(expected);

    [Theory]
    [InlineData("@a and", "*column 7: expected a tag, `not` or `(`, found the end.")]
    [InlineData("@a @b", "*column 4: expected `and`, `or` or the end, found 「@b」.")]
    [InlineData("(@a", "*column 4: expected `)`, found the end.")]
    [InlineData("and @a", "*column 1: expected a tag*found 「and」.")]
    [InlineData(@"@a\b", "*only a blank, a parenthesis or `\\` can follow `\\`.")]
    public void Says_where_an_expression_is_wrong(string expression, string message) =>
        FluentActions.Invoking(() => TagExpression.Parse(expression)).Should().Throw<FormatException>().WithMessage(message);
}
