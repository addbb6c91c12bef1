using Conformance.Spec.Comparison;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Spec.Tests.Comparison;

public sealed class SimilarTextsTests
{
    [Fact]
    public void No_pair_is_missed_that_comparing_each_with_each_finds()
    {
        var words = Gen.Elements("申込", "受付", "住民", "登録", "する", "者の", "記録", "を").NonEmptyListOf().Select(list => string.Concat(list));
        Prop.ForAll(words.ListOf().ToArbitrary(), texts =>
        {
            var list = texts.ToList();
            var each = from i in Enumerable.Range(0, list.Count)
                       from j in Enumerable.Range(i + 1, list.Count - i - 1)
                       where Similarity.Of(list[i], list[j]) >= 0.7
                       select (i, j);
            return SimilarTexts.Pairs(list, 0.7).Select(pair => (pair.First, pair.Second)).SequenceEqual(each.Order());
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("申込を受け付ける", "申込を受け付ける", 1.0)]
    [InlineData("ＡＢＣ", "abc", 1.0)]
    [InlineData("", "", 1.0)]
    [InlineData("申込", "却下", 0.0)]
    public void Similarity_is_one_for_equal_and_none_for_unrelated_texts(string a, string b, double expected) => Similarity.Of(a, b).Should().Be(expected);
}
