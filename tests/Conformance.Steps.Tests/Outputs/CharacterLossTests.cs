using Conformance.Steps.Outputs;

namespace Conformance.Steps.Tests.Outputs;

public sealed class CharacterLossTests
{
    [Theory]
    [InlineData("見本　花子", "見本", "途中で切れている: 5字のうち2字")]
    [InlineData("葛󠄀城", "葛城", "異体字セレクタが失われている")]
    [InlineData("𠮷野", "?野", "BMP外の文字が失われている")]
    [InlineData("𠮷野", "〓野", "BMP外の文字が失われている")]
    [InlineData("１２番３号", "12番3号", "全角と半角が変わっている")]
    [InlineData("髙島", "\uFFFD島", "読めない文字になっている")]
    [InlineData("髙島", "高島", "")]
    [InlineData("見本", "", "")]
    public void What_became_of_a_text_is_told_where_it_can_be(string registered, string put, string told) => CharacterLoss.Of(registered, put).Should().Be(told);
}
