using Conformance.Drivers.Profiles;
using Conformance.Spec;

namespace Conformance.Drivers.Tests;

public sealed class TargetSessionTests
{
    [Fact]
    public void Everything_that_keeps_a_target_from_being_opened_is_told_at_once()
    {
        var act = () => TargetSession.Open(Some.FullProfile(), new TargetOptions { Secrets = new Secrets(_ => null) });

        var problems = act.Should().Throw<BadInputException>().Which.Problems;
        problems.Where(p => p.Code == "CF5009").Select(p => p.Fact.Split(' ')[3]).Should().BeEquivalentTo("PROXY_USER", "PROXY_PASSWORD", "P12", "CID", "SEC", "TENANT", "OP1", "OP2");
        problems.Should().ContainSingle(p => p.Code == "CF5011").Which.Fact.Should().Contain("付番");
        problems.Should().OnlyContain(p => p.Line > 0);
    }

    [Fact]
    public void What_a_surface_needs_is_not_asked_for_where_it_is_not_opened()
    {
        var act = () => TargetSession.Open(Some.FullProfile(), new TargetOptions { Secrets = new Secrets(_ => null), Surfaces = Surfaces.Ui });

        act.Should().Throw<BadInputException>().Which.Problems.Select(p => p.Fact.Split(' ')[3]).Should().BeEquivalentTo("PROXY_USER", "PROXY_PASSWORD", "P12", "OP1", "OP2");
    }

    [Fact]
    public void Where_the_harness_issues_tokens_a_source_is_needed()
    {
        var act = () => TargetSession.Open(Some.Profile("照会: {post: /x}", auth: "{server: harness, method: client_secret_jwt}"), new TargetOptions());

        act.Should().Throw<BadInputException>().WithMessage("CF5013*");
    }

    [Fact]
    public async Task Only_the_surfaces_asked_for_and_described_are_opened()
    {
        var profile = Some.Profile("照会: {post: /x}", "照会: {open: /x}");

        await using var api = TargetSession.Open(profile, new TargetOptions { Surfaces = Surfaces.Api });
        await using var both = TargetSession.Open(profile, new TargetOptions());
        await using var bare = TargetSession.Open(Some.Profile("照会: {post: /x}"), new TargetOptions());

        api.Api.Should().NotBeNull();
        api.Ui.Should().BeNull();
        both.BeginScenario().Ui.Should().NotBeNull();
        bare.BeginScenario().Ui.Should().BeNull();
    }
}
