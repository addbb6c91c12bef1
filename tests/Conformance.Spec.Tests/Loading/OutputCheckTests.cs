using Conformance.Spec.Loading;

namespace Conformance.Spec.Tests.Loading;

/// <summary>データ出力: what exchanges and contracts say of it must be in the item list.</summary>
public sealed class OutputCheckTests : IDisposable
{
    private readonly StandardCopy _copy = new("900-shikyu-rei/0.1");

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void A_group_has_its_items_in_the_order_of_the_list_with_keys_and_references()
    {
        var group = StandardLoader.Load(_copy.Folder).Group("決定", ["理由"]);

        group.Items.Select(item => item.Romaji).Should().Equal("shinseibango", "kijunnengappi", "kihongaku", "ketteikubun", "ketteinengappi", "shikyugaku", "chohyobango");
        group.Keys.Should().ContainSingle().Which.Name.Should().Be("申請番号");
        group.References.Should().ContainSingle().Which.RefersTo.Should().Be("申請");
    }

    [Theory]
    [InlineData("puts-out: [申請, 加算額,", "puts-out: [申請者, 加算額,", "CF1411", "「申請者」")]
    [InlineData("puts-out: [申請, 加算額,", "puts-out: [操作記録, 加算額,", "CF1411", "主キー")]
    [InlineData("fetched-by: 全件データ取得}", "fetched-by: 取得}", "CF1405", "「取得」")]
    [InlineData("puts-out: [申請,", "leaves-out: [警告], puts-out: [申請,", "CF1412", "「警告」")]
    [InlineData("        by: 全件データ出力", "        by: 申請照会", "CF1413", "支給-5.1.1")]
    [InlineData("adds: [申請,", "adds: [帳票,", "CF1414", "「帳票」")]
    [InlineData("registered: [申請番号,", "registered: [受付番号,", "CF1414", "「受付番号」")]
    public void What_is_not_there_is_told_with_its_name(string old, string instead, string code, string named)
    {
        _copy.Edit("contracts.yaml", old, instead);

        _copy.Problems().Should().Contain(problem => problem.Code == code && problem.Fact.Contains(named));
    }
}
