using Conformance.Drivers.Profiles;
using Conformance.Spec;

namespace Conformance.Drivers.Tests;

public sealed class ParallelReadingTests
{
    private const string Written = "- {interface: '1.0', edition: '2.0', roles: [住登外者宛名番号管理機能], from: '2026-10-01', until: '2027-03-31', basis: 基準省令附則第2条（例）, api: {items: {氏名: namae}, 照会: {post: /old/search}, 変更: ~}}";

    [Fact]
    public void An_edition_beside_the_profiles_own_has_its_period_and_what_differs()
    {
        var profile = Some.FullProfile();

        var beside = profile.Parallel.Should().ContainSingle().Subject;
        (beside.Interface, beside.Edition, beside.Basis).Should().Be(("1.0", "2.0", "基準省令附則第2条（例）"));
        (beside.From, beside.Until).Should().Be((new DateOnly(2026, 10, 1), new DateOnly(2027, 3, 31)));
        beside.Api.Base.Should().BeEquivalentTo(profile.Api!.Base, "what is not written is the profile's own");
        beside.Api.Items.Should().BeEquivalentTo(new Dictionary<string, string> { ["氏名"] = "namae" }, "a key that is written takes the place of the profile's whole");
        beside.Api.Exchanges["照会"].Path.Should().Be("/old/search");
        beside.Api.Exchanges.Should().NotContainKey("変更").And.ContainKey("付番");
        profile.Api.Exchanges.Should().ContainKey("変更");
    }

    [Fact]
    public void Each_edition_is_a_profile_of_its_own_and_a_role_with_one_edition_has_no_name_for_it()
    {
        var profile = Some.FullProfile();

        var editions = profile.EditionsOf("住登外者宛名番号管理機能");
        editions.Select(edition => (edition.Name, edition.Profile.Edition)).Should().Equal(("2.0", "2.1"), ("1.0", "2.0"));
        editions[1].Profile.Api!.Exchanges["照会"].Path.Should().Be("/old/search");
        profile.EditionsOf("標準準拠システム").Should().ContainSingle().Which.Name.Should().BeNull();
        profile.In("住登外者宛名番号管理機能", "1.0").Edition.Should().Be("2.0");
        profile.In("住登外者宛名番号管理機能", null).Should().BeSameAs(profile);
        Some.Profile("照会: {post: /x}").EditionsOf("住登外者宛名番号管理機能").Should().ContainSingle().Which.Name.Should().BeNull();
    }

    [Theory]
    [InlineData("parallel: []", "CF5034")]
    [InlineData("- {interface: '2.0', until: '2027-03-31', basis: 例, api: {items: {}}}", "CF5034")]
    [InlineData("- {interface: ../x, until: '2027-03-31', basis: 例, api: {items: {}}}", "CF5034")]
    [InlineData("- {interface: '1.0', until: '2027-03-31', basis: 例, api: {}}", "CF5034")]
    [InlineData("- {interface: '1.0', roles: [他の役割], until: '2027-03-31', basis: 例, api: {items: {}}}", "CF5034")]
    [InlineData("- {interface: '1.0', until: '2027-03-31', basis: 例}", "CF5003")]
    [InlineData("- {interface: '1.0', basis: 例, api: {items: {}}}", "CF5003")]
    [InlineData("- {interface: '1.0', until: '2027-03-31', api: {items: {}}}", "CF5003")]
    [InlineData("- {interface: '1.0', until: '2027-03-31', basis: '', api: {items: {}}}", "CF5035")]
    [InlineData("- {interface: '1.0', until: 2027年3月, basis: 例, api: {items: {}}}", "CF5035")]
    [InlineData("- {interface: '1.0', from: '2027-04-01', until: '2027-03-31', basis: 例, api: {items: {}}}", "CF5035")]
    [InlineData("- {interface: '1.0', until: '2027-03-31', basis: 例, api: {照会: {pst: /x}}}", "CF5002")]
    public void Anything_else_is_refused(string parallel, string code)
    {
        var read = () => Read(parallel.StartsWith('-') ? "parallel:\n" + parallel : parallel);

        read.Should().Throw<BadInputException>().Which.Problems.Should().Contain(problem => problem.Code == code && problem.Line > 0).And.OnlyHaveUniqueItems("what the editions share is told once");
    }

    [Fact]
    public void The_profiles_own_edition_needs_a_name_too()
    {
        var read = () => ProfileLoader.Parse(Text.Replace("interface: '2.0'\n", "", StringComparison.Ordinal), "p.yaml", Inputs);

        read.Should().Throw<BadInputException>().Which.Problems.Should().ContainSingle(problem => problem.Code == "CF5034").Which.Fact.Should().Contain("which one it describes");
    }

    private static string Text { get; } = File.ReadAllText(Some.Data("full.profile.yaml"));

    private static ProfileInputs Inputs { get; } = new() { Variables = new Dictionary<string, string> { ["port"] = "1" } };

    private static Profile Read(string parallel)
    {
        Text.Should().Contain("parallel:\n" + Written);
        return ProfileLoader.Parse(Text.Replace("parallel:\n" + Written, parallel, StringComparison.Ordinal), "p.yaml", Inputs);
    }
}
