using Conformance.Spec.Contracts;
using Conformance.Spec.Loading;

namespace Conformance.Spec.Tests.Loading;

/// <summary><c>parts</c> and <c>cases</c> of a role: which items the systems around a product and the sentences about people mean.</summary>
public sealed class PartsAndCasesTests : IDisposable
{
    private readonly StandardCopy _copy = new("027-jido-teate/0.1");

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void They_are_read_as_written_and_a_tilde_takes_an_item_away()
    {
        var role = StandardLoader.Load(_copy.Folder).Roles[0];

        role.Parts[PartWords.Person].Should().Equal("宛名番号");
        role.Parts[PartWords.Account].Should().HaveCount(5);
        role.Cases["公金受取口座の利用の希望"].Should().Contain("公金受取口座の利用", "1").And.Contain("口座番号", null);
    }

    [Theory]
    [InlineData("telling: [氏名_フリガナ,", "telling: [氏名_ふりがな,", "「氏名_ふりがな」")]
    [InlineData("{配偶者_宛名番号:", "{配偶者_番号:", "「配偶者_番号」")]
    public void An_item_that_the_standard_does_not_have_is_CF1409(string old, string instead, string named)
    {
        _copy.Edit("contracts.yaml", old, instead);

        _copy.Problems().Should().ContainSingle().Which.Should().Match<Problem>(problem => problem.Code == "CF1409" && problem.Fact.Contains(named));
    }

    [Fact]
    public void A_part_that_nobody_plays_is_an_unknown_key()
    {
        var line = _copy.Edit("contracts.yaml", "      application: 受付番号", "      aplication: 受付番号");

        _copy.Problems().Should().ContainSingle().Which.Should().Match<Problem>(problem => problem.Line == line && problem.Fact.Contains("aplication"));
    }
}
