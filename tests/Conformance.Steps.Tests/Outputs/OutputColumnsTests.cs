using Conformance.Spec;
using Conformance.Steps.Outputs;

namespace Conformance.Steps.Tests.Outputs;

public sealed class OutputColumnsTests
{
    private static readonly DataGroup s_group = new("申込", [Item("D1", "番号", "bango"), Item("D2", "氏名", "shimei"), Item("D3", "住所", "jusho")]);

    [Theory]
    [InlineData("bango,shimei,jusho")]
    [InlineData("D1,D2,D3")]
    [InlineData("\uFEFFbango,shimei,jusho")]
    public void The_header_has_the_romaji_or_the_IDs_in_the_order_of_the_list(string header) => Of(header).Faults.Should().BeEmpty();

    [Theory]
    [InlineData("bango,jusho,shimei", "申込: 並びが違う（氏名のあるべき所に住所）")]
    [InlineData("bango,shimei", "申込: 住所（jusho）の列がない")]
    [InlineData("bango,shimei,jusho,biko", "申込: 「biko」の列はデータ項目にない")]
    [InlineData("bango,shimei,jusho,shimei", "申込: shimei の列が2つある")]
    [InlineData("番号,氏名,住所", "申込: 見出しがローマ字でもデータ項目IDでもない（番号,氏名,住所…）")]
    [InlineData("1,見本,町", "申込: 見出しがない（先頭の行: 1,見本,町…）")]
    public void Any_other_is_told_with_what_is_wrong(string header, string fault) => Of(header).Faults.Should().Contain(fault);

    [Fact]
    public void Values_are_read_by_what_stands_above_them_so_that_one_wrong_column_spoils_no_other()
    {
        var columns = Of("bango,jusho,shimei");

        columns.Values(["1", "町", "見本"]).Should().Contain("shimei", "見本").And.Contain("jusho", "町");
        columns.At("jusho").Should().Be(1);
        columns.At("kana").Should().Be(-1);
    }

    private static OutputColumns Of(string header) => new(s_group, header.Split(','));

    private static DataItem Item(string id, string name, string romaji) => new(id, name, romaji, "申込", "X", "10", "", "必須", "", "例示");
}
