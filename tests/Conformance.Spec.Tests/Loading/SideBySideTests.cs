using Conformance.Spec.Contracts;
using Conformance.Spec.Loading;

namespace Conformance.Spec.Tests.Loading;

/// <summary><c>side-by-side</c> of a role, and the linkages to another role.</summary>
public sealed class SideBySideTests : IDisposable
{
    private const string Written = "units: [支給-1.1.1], reads: [申請照会, 申請履歴照会, 氏名照会, 条件照会]";

    private readonly StandardCopy _copy = new("900-shikyu-rei/0.1");

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void What_two_editions_share_is_read_as_written()
    {
        var across = StandardLoader.Load(_copy.Folder).Roles[0].SideBySide;

        across!.Basis.Should().Be(Basis.Illustrative);
        across.Units.Should().Equal("支給-1.1.1");
        across.Reads.Should().HaveCount(4);
    }

    [Theory]
    [InlineData("units: [支給-9.9.9], reads: [申請照会]", "CF1401")]
    [InlineData("units: [支給-1.1.1], reads: [照会]", "CF1405")]
    [InlineData("units: [支給-1.1.1]", "CF1411")]
    [InlineData("reads: [申請照会]", "CF1411")]
    [InlineData("units: [支給-1.1.1], reads: [申請照会], writes: [申請登録]", "CF1204")]
    public void Anything_else_is_refused(string instead, string code)
    {
        _copy.Edit("contracts.yaml", Written, instead);

        _copy.Problems().Should().ContainSingle().Which.Code.Should().Be(code);
    }

    [Fact]
    public void What_a_role_asks_of_another_and_sends_to_it_is_its_linkage()
    {
        using var copy = new StandardCopy("031-jutogaisha-atena/2.1");
        var standard = StandardLoader.Load(copy.Folder);

        standard.Role("標準準拠システム").LinksTo("住登外者宛名番号管理機能").Should().HaveCount(10).And.Contain(["031-1-④", "031-6-⑩"]).And.NotContain("031-1-⑭");
        standard.Role("標準準拠システム").LinksTo("標準準拠システム").Should().BeEmpty();
        standard.Role("住登外者宛名番号管理機能").LinksTo("標準準拠システム").Should().BeEmpty("what it answers is for every system that links to it");
    }
}
