using Conformance.Drivers.Profiles;
using Conformance.Drivers.Tests.Miniatures;
using Conformance.Spec;
using Microsoft.AspNetCore.Http;

namespace Conformance.Drivers.Tests;

public sealed class TargetBuildTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{get: /version, read: $.build}", "{\"build\":\"3.2.7\"}", "3.2.7")]
    [InlineData("{get: /version, match: 'Build ([0-9.]+)'}", "<p>Build 3.2.7</p>", "3.2.7")]
    [InlineData("{get: /version, on: ui, match: 'Build ([0-9.]+)'}", "<p>Build 3.2.8</p>", "3.2.8")]
    public async Task The_build_is_read_where_the_profile_says(string build, string answer, string expected)
    {
        await using var product = await MiniatureApi.StartAsync((_, context) => context.Response.WriteAsync(answer));
        await using var target = TargetSession.Open(Profile(build, product.Address), new TargetOptions());
        (await target.ReadBuildAsync(Token)).Should().Be(expected);
        product.Journal.Should().ContainSingle().Which.Headers.Should().NotContainKey("Authorization");
    }

    [Fact]
    public async Task An_answer_without_a_build_does_not_fit_the_profile()
    {
        await using var product = await MiniatureApi.StartAsync((_, context) => context.Response.WriteAsync("{}"));
        await using var target = TargetSession.Open(Profile("{get: /version, read: $.build}", product.Address), new TargetOptions());
        await target.Invoking(session => session.ReadBuildAsync(Token)).Should().ThrowAsync<ProfileMismatchException>().WithMessage("*$.build*");
    }

    [Theory]
    [InlineData("{get: /version}", "CF5003")]
    [InlineData("{get: /version, read: $.a, match: '(a)'}", "CF5003")]
    [InlineData("{get: /version, match: 'no group'}", "CF5005")]
    [InlineData("{get: /version, match: '('}", "CF5005")]
    [InlineData("{get: /version, read: '$['}", "CF5014")]
    public void What_cannot_be_read_is_refused_before_anything_is_sent(string build, string code)
    {
        var read = () => Profile(build, new Uri("http://127.0.0.1:1/"));
        read.Should().Throw<BadInputException>().Which.Problems.Should().Contain(problem => problem.Code == code);
    }

    private static Profile Profile(string build, Uri at) => ProfileLoader.Parse($$"""
        product: {name: 見本, version: '1', vendor: 見本, build: {{build}} }
        standard: '031'
        edition: '2.1'
        roles: [住登外者宛名番号管理機能]
        class: 一般市区町村
        environment: {kind: test, owner: 品質保証}
        declares: {functions: [], reason: なし}
        api: {base: '{{at}}', auth: {method: none} }
        ui: {base: '{{at}}' }
        """, "some.profile.yaml");
}
