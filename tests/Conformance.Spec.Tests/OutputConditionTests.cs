using Conformance.Spec.Loading;

namespace Conformance.Spec.Tests;

public sealed class OutputConditionTests
{
    private static readonly Standard s_standard = StandardLoader.LoadById(Path.Combine(Some.Root, "standards"), "900");

    [Theory]
    [InlineData("決定区分", "1", true)]
    [InlineData("支給額", "1", true)]
    [InlineData("支給額", "2", false)]
    [InlineData("理由", "2", true)]
    [InlineData("理由", "", false)]
    public void A_condition_is_decided_by_the_item_and_the_meaning_of_the_code_that_it_names(string item, string decided, bool required)
    {
        var group = s_standard.Group("決定", []);

        OutputCondition.IsRequired(s_standard, group, group.Items.Single(one => one.Name == item), romaji => romaji == "ketteikubun" ? decided : null).Should().Be(required);
    }

    [Fact]
    public void What_is_optional_is_not_required_and_what_only_a_person_can_tell_is_open()
    {
        var group = s_standard.Group("決定", []);
        var item = group.Items.Single(one => one.Name == "理由");

        OutputCondition.IsRequired(s_standard, group, item with { OutputCondition = "任意" }, _ => null).Should().BeFalse();
        OutputCondition.IsRequired(s_standard, group, item with { Condition = "番地のある住所" }, _ => null).Should().BeNull();
        OutputCondition.IsRequired(s_standard, group, item with { Condition = "決定区分が1または2" }, _ => "2").Should().BeTrue();
    }
}
