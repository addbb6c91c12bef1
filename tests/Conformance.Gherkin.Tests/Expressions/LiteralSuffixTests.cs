using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Gherkin.Tests;

public sealed class LiteralSuffixTests
{
    [Theory]
    [InlineData("^番号が付く$", "番号が付く")]
    [InlineData("^(?:機能|手順)「[^」]+」: 受け付けられる$", "」: 受け付けられる")]
    [InlineData("(.*)が付く", "が付く")]
    [InlineData("付く|消える", "")]
    [InlineData("^付く$|消える", "")]
    [InlineData("(付く|消える)とき", "とき")]
    [InlineData("[|]とき", "とき")]
    [InlineData("(?i)ABC", "")]
    [InlineData("(?<名>..)さん", "さん")]
    [InlineData(@"終わり\d", "")]
    [InlineData(@"終わり\.", "")]
    [InlineData(@"\d件", "件")]
    [InlineData("a{2}bc", "bc")]
    [InlineData("番号?", "")]
    [InlineData(@"1000\$", "")]
    public void Is_what_a_match_has_to_end_with(string pattern, string suffix) => LiteralSuffix.Of(pattern).Should().Be(suffix);

    [Fact]
    public void Never_excludes_what_the_expression_matches()
    {
        var part = Gen.Elements("a", "b", "甲", ".", "(a|b)", "[ab]", "[^|]", "\\d", "\\.", "x?", "y*", "(?:甲|乙)", "|", " ", "1");
        var patterns = Gen.ListOf(part).Select(string.Concat).ToArbitrary();
        var texts = Gen.ListOf(Gen.Elements("a", "b", "甲", "乙", "1", ".", "x", "y", " ", "|")).Select(string.Concat).ToArbitrary();
        Prop.ForAll(patterns, texts, (pattern, text) =>
            !new Regex($"^(?:{pattern})$").IsMatch(text) || text.EndsWith(LiteralSuffix.Of(pattern), StringComparison.Ordinal)).QuickCheckThrowOnFailure();
    }
}
