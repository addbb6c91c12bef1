using Conformance.Spec;

namespace Conformance.Verdicts.Tests;

public sealed class UnitTextTests
{
    [Theory]
    [InlineData("機能「0310001」（公式）: 受け付けられる", "0310001", Basis.Official)]
    [InlineData("機能「0310001」（推定）: 受け付けられる", "0310001", Basis.Assumed)]
    [InlineData("手順「031-1-④」（曖昧）: 受け付けられる", "031-1-④", Basis.Ambiguous)]
    [InlineData("機能「児手-2.1.3」（例示）: 受け付けられる", "児手-2.1.3", Basis.Illustrative)]
    public void A_step_names_the_unit_it_blames_and_its_basis(string text, string unit, Basis basis) =>
        UnitText.Parse(text).Should().Be(new UnitText(unit, basis, "受け付けられる"));

    [Theory]
    [InlineData("「甲」について「付番」を行う")]
    [InlineData("機能「0310001」（噂）: 受け付けられる")]
    [InlineData("機能「0310001」: 受け付けられる")]
    [InlineData("前の 機能「0310001」（公式）: 受け付けられる")]
    public void Any_other_step_blames_nobody(string text) => UnitText.Parse(text).Should().BeNull();
}
