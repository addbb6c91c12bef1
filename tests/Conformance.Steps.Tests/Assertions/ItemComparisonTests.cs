using Conformance.Steps.Assertions;

namespace Conformance.Steps.Tests.Assertions;

public sealed class ItemComparisonTests
{
    [Theory]
    [InlineData("TIME", "10:20:30", "10:20:30")]
    [InlineData("TIME", "10:20:30", "10:20")]
    [InlineData("9", "007", "7")]
    [InlineData("9", "7", "007")]
    [InlineData("9", "000", "0")]
    [InlineData("Ｎ", "", null)]
    [InlineData("Ｎ", null, "")]
    [InlineData("X", null, null)]
    [InlineData("Ｎ", "𠮷田　葛\uDB40\uDD00", "𠮷田　葛\uDB40\uDD00")]
    public void The_same(string type, string? sent, string? read) => ItemComparison.Same(type, sent, read).Should().BeTrue();

    [Theory]
    [InlineData("TIME", "10:20:30", "10:21")]
    [InlineData("TIME", "10:20:30", "10:20:31")]
    [InlineData("TIME", "10:20:30", "10")]
    [InlineData("TIME", "10:20:30", "")]
    [InlineData("TIME", "10:20:30", null)]
    [InlineData("9", "70", "7")]
    [InlineData("9", "7", "")]
    [InlineData("X", "007", "7")]
    [InlineData("X", "0", "")]
    [InlineData("X", "0", null)]
    [InlineData("DATE", "2024-02-29", "2024-02-28")]
    [InlineData("DATE", "2024-02-29", "2024/02/29")]
    [InlineData("Ｎ", "葛\uDB40\uDD00", "葛")]
    [InlineData("Ｎ", "𠮷", "吉")]
    [InlineData("Ｎ", "が", "か\u3099")]
    [InlineData("Ｎ", "佐藤　一郎", "佐藤 一郎")]
    [InlineData("Ｎ", "佐藤", "佐藤　")]
    [InlineData("Ｎ", "佐藤", null)]
    [InlineData("Ｎ", "", "佐藤")]
    public void Not_the_same(string type, string? sent, string? read) => ItemComparison.Same(type, sent, read).Should().BeFalse();

    [Theory]
    [InlineData("0", "")]
    [InlineData("0", null)]
    [InlineData("", "000")]
    public void A_zero_is_not_nothing(string? sent, string? read) => ItemComparison.Same("9", sent, read).Should().BeFalse();

    [Fact]
    public void An_item_that_is_not_shown_at_all_differs_and_one_that_was_not_sent_does_not()
    {
        var sent = new Dictionary<string, string> { ["氏名"] = "佐藤", ["性別"] = "1", ["方書"] = "" };
        var read = new Dictionary<string, string?> { ["氏名"] = "佐藤", ["履歴番号"] = "2" };

        ItemComparison.Differences(sent, read, _ => "Ｎ").Should().Equal(("性別", "1", null));
    }
}
