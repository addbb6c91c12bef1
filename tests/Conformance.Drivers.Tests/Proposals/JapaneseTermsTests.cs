using Conformance.Drivers.Proposals;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Drivers.Tests.Proposals;

public sealed class JapaneseTermsTests
{
    [Theory]
    [InlineData("申請照会", "申請の検索")]
    [InlineData("申請照会", "【必須】申請の照会（一覧から選ぶ）")]
    [InlineData("住民照会", "jumin-shokai")]
    [InlineData("履歴照会", "rirekiShokai")]
    [InlineData("異動取消", "異動の取り消し")]
    public void Names_of_the_same_work_are_the_same(string one, string other) => JapaneseTerms.Comparable(one).Should().Be(JapaneseTerms.Comparable(other));

    [Theory]
    [InlineData("申請登録", "申請照会")]
    [InlineData("支援措置更新", "支援措置終了")]
    public void Names_of_different_work_differ(string one, string other) => JapaneseTerms.Comparable(one).Should().NotBe(JapaneseTerms.Comparable(other));

    [Theory]
    [InlineData("氏名_フリガナ", "氏名フリガナ 必須")]
    [InlineData("操作者ID", "操作者ＩＤ")]
    public void Labels_of_one_item_are_the_same(string item, string label) => JapaneseTerms.Item(item).Should().Be(JapaneseTerms.Item(label));

    [Fact]
    public void Any_text_has_a_comparable_form() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => JapaneseTerms.Comparable(text.Get) is not null && JapaneseTerms.Item(text.Get) is not null).QuickCheckThrowOnFailure();
}
