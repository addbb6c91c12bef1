using Conformance.Drivers.Profiles;
using Conformance.Spec;

namespace Conformance.Drivers.Tests;

public sealed class PackageReadingTests
{
    private const string Written = "- {from: 標準準拠システム, to: 住登外者宛名番号管理機能, reason: 一体のパッケージとして提供する, citation: 共通機能標準仕様書 第2.1版 1.4}";

    [Fact]
    public void A_linkage_inside_the_package_has_its_reason_and_its_citation()
    {
        var link = Some.FullProfile().Package.Should().ContainSingle().Subject;

        (link.From, link.To).Should().Be(("標準準拠システム", "住登外者宛名番号管理機能"));
        link.Reason.Should().Be("一体のパッケージとして提供する");
        link.Citation.Should().Be("共通機能標準仕様書 第2.1版 1.4");
        link.At.Line.Should().BePositive();
    }

    [Fact]
    public void Without_the_key_nothing_is_exempt() => Some.Profile("照会: {post: /x}").Package.Should().BeEmpty();

    [Theory]
    [InlineData("", "CF5031", "an empty declaration is none")]
    [InlineData("- {from: 標準準拠システム, to: 住登外者宛名番号管理機能, reason: 一体}", "CF5003", "nothing is cited")]
    [InlineData("- {from: 標準準拠システム, to: 住登外者宛名番号管理機能, citation: 1.4}", "CF5003", "no reason is given")]
    [InlineData("- {from: 標準準拠システム, to: 住登外者宛名番号管理機能, reason: 一体, citation: '　'}", "CF5031", "an empty citation is none")]
    [InlineData("- {from: 標準準拠システム, to: 住登外者宛名番号管理機能, reason: '', citation: 1.4}", "CF5031", "an empty reason is none")]
    [InlineData("- {from: 標準準拠システム, to: 住民記録システム, reason: 一体, citation: 1.4}", "CF5032", "the other is another vendor's")]
    [InlineData("- {from: 介護保険システム, to: 住登外者宛名番号管理機能, reason: 一体, citation: 1.4}", "CF5032", "the one that calls is another vendor's")]
    [InlineData("- {from: 標準準拠システム, to: 標準準拠システム, reason: 一体, citation: 1.4}", "CF5032", "no linkage leads to itself")]
    [InlineData("- {from: 標準準拠システム, to: 住登外者宛名番号管理機能, reason: 一体, cite: 1.4}", "CF5002", "the key is not known")]
    [InlineData("- 標準準拠システム", "CF5004", "it is no mapping")]
    public void Anything_else_is_refused(string links, string code, string because)
    {
        var read = () => Read(links.Length == 0 ? "package: []" : "package:\n" + links);

        read.Should().Throw<BadInputException>(because).Which.Problems.Should().Contain(problem => problem.Code == code && problem.Line > 0);
    }

    [Fact]
    public void A_profile_that_plays_one_role_alone_can_exempt_no_linkage()
    {
        var read = () => ProfileLoader.Parse(Text.Replace("roles: [住登外者宛名番号管理機能, 標準準拠システム]", "roles: [標準準拠システム]", StringComparison.Ordinal), "p.yaml", Inputs);

        read.Should().Throw<BadInputException>().Which.Problems.Should().ContainSingle(problem => problem.Code == "CF5032").Which.Remedy.Should().Contain("標準準拠システム");
    }

    private static string Text { get; } = File.ReadAllText(Some.Data("full.profile.yaml"));

    private static ProfileInputs Inputs { get; } = new() { Variables = new Dictionary<string, string> { ["port"] = "1" } };

    private static Profile Read(string package)
    {
        Text.Should().Contain("package:\n" + Written);
        return ProfileLoader.Parse(Text.Replace("package:\n" + Written, package, StringComparison.Ordinal), "p.yaml", Inputs);
    }
}
