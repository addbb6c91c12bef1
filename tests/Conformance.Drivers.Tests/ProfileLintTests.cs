using Conformance.Drivers.Api;
using Conformance.Drivers.Profiles;

namespace Conformance.Drivers.Tests;

public sealed class ProfileLintTests
{
    private static readonly Dictionary<string, InterfaceDefinition> Interfaces = new() { ["付番"] = InterfaceReader.Read(Some.Data("fuban.yaml")).Single() };

    [Fact]
    public void A_profile_that_fits_has_no_problems()
    {
        var profile = Some.Profile("付番: standard\n照会: {post: /x, items: {氏名: name}}");

        var result = ProfileLint.Check(profile, ["付番", "照会"], Interfaces, new HashSet<string> { "氏名", "宛名番号" });

        result.Problems.Should().BeEmpty();
        result.Unmapped.Should().BeEmpty();
    }

    [Fact]
    public void Unknown_exchanges_and_items_and_missing_interfaces_have_their_places_and_unmapped_exchanges_are_listed()
    {
        var profile = Some.Profile(
            "変更: standard\n照合: {post: /x}\n照会: {post: /x, items: {氏明: name}}",
            "照会: {open: /x, fill: [宛名番後], as: {氏名: 全角}}");

        var result = ProfileLint.Check(profile, ["付番", "照会", "変更"], Interfaces, new HashSet<string> { "氏名", "宛名番号" });

        result.Problems.Select(p => p.Code).Should().Equal("CF5011", "CF5012", "CF5016", "CF5016");
        result.Problems.Select(p => p.Line).Should().BeInAscendingOrder().And.OnlyContain(l => l > 0);
        result.Problems[1].Remedy.Should().Contain("照会");
        result.Problems[3].Remedy.Should().Contain("宛名番号");
        result.Unmapped.Should().BeEquivalentTo([new UnmappedExchange("付番", "api"), new UnmappedExchange("付番", "ui"), new UnmappedExchange("変更", "ui")]);
    }
}
