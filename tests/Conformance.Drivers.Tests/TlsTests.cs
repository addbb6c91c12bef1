using Conformance.Drivers.Profiles;
using Conformance.Drivers.Tests.Miniatures;
using Conformance.Drivers.Ui;
using Conformance.Spec;

namespace Conformance.Drivers.Tests;

public sealed class TlsTests
{
    private const string Page = "<html lang=ja><title>照会</title><main><h1>照会</h1><table><caption>検索結果</caption><tr><th>氏名</th></tr><tr><td>甲</td></tr></table></main>";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_authority_named_in_the_profile_is_trusted()
    {
        await using var server = await TlsServer.StartAsync();

        var seen = await AskAsync(server, server.AuthorityPem);

        seen.Outcome.Should().Be(Outcome.Accepted);
    }

    [Fact]
    public async Task Without_it_the_certificate_is_refused_and_the_remedy_named()
    {
        await using var server = await TlsServer.StartAsync();

        var untrusted = (await Refused(() => AskAsync(server, null))).Which;

        untrusted.Untrusted.Should().BeTrue();
        untrusted.Message.Should().Contain("CN=Private CA").And.Contain("api.tls.ca");
        untrusted.Exchanges.Should().ContainSingle();
    }

    [Fact]
    public async Task Another_authority_does_not_do()
    {
        await using var server = await TlsServer.StartAsync();

        (await Refused(() => AskAsync(server, TlsServer.OtherAuthority()))).Which.Message.Should().Contain("did not issue it");
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_refused_and_its_names_told()
    {
        await using var server = await TlsServer.StartAsync("product.example");

        (await Refused(() => AskAsync(server, server.AuthorityPem))).Which.Message.Should().Contain("not for localhost").And.Contain("product.example").And.Contain("api.base");
    }

    [Fact]
    public async Task A_certificate_that_is_out_of_date_is_refused()
    {
        await using var server = await TlsServer.StartAsync(age: TimeSpan.FromDays(30));

        (await Refused(() => AskAsync(server, server.AuthorityPem))).Which.Message.Should().Contain("is valid from");
    }

    [Fact]
    public void A_file_that_is_no_certificate_is_told_before_the_run()
    {
        var act = () => Some.Profile("照会: {post: /x}\ntls: {ca: " + TlsServer.File("nonsense") + "}");

        act.Should().Throw<BadInputException>().Which.Problems.Should().ContainSingle(problem => problem.Code == "CF5010");
    }

    [Fact]
    public async Task A_browser_takes_the_certificate_that_the_authority_of_the_profile_vouches_for()
    {
        Assert.SkipUnless(BrowserFinder.Find() is not null, "No browser is installed.");
        await using var server = await TlsServer.StartAsync(page: Page);

        var seen = await LookAsync(server, server.AuthorityPem);

        seen.Records.Should().ContainSingle().Which.Should().Contain("氏名", "甲");
    }

    [Fact]
    public async Task A_browser_refuses_it_otherwise_and_the_remedy_is_named()
    {
        Assert.SkipUnless(BrowserFinder.Find() is not null, "No browser is installed.");
        await using var server = await TlsServer.StartAsync(page: Page);

        var without = (await Refused(() => LookAsync(server, null))).Which;
        var other = (await Refused(() => LookAsync(server, TlsServer.OtherAuthority()))).Which;

        without.Untrusted.Should().BeTrue();
        without.Message.Should().Contain("ui.tls.ca");
        other.Untrusted.Should().BeTrue();
        other.Message.Should().Contain("did not issue it");
    }

    [Fact]
    public async Task A_browser_refuses_a_certificate_for_another_host_whoever_signed_it()
    {
        Assert.SkipUnless(BrowserFinder.Find() is not null, "No browser is installed.");
        await using var server = await TlsServer.StartAsync("product.example", page: Page);

        (await Refused(() => LookAsync(server, server.AuthorityPem))).Which.Message.Should().Contain("not for localhost");
    }

    private static async Task<FluentAssertions.Specialized.ExceptionAssertions<TargetUnreachableException>> Refused(Func<Task<Observation>> act) =>
        await act.Should().ThrowAsync<TargetUnreachableException>();

    private static async Task<Observation> AskAsync(TlsServer server, string? authority)
    {
        var profile = Some.Profile("照会: {post: /x}" + Tls(authority), at: server.Address);
        await using var target = TargetSession.Open(profile, new TargetOptions());
        return await target.Api!.PerformAsync(Some.Call("照会"), Stop);
    }

    private static async Task<Observation> LookAsync(TlsServer server, string? authority)
    {
        var profile = Some.Profile(ui: "照会: {steps: [{open: /x}], read: {table: 検索結果}}" + Tls(authority), at: server.Address);
        await using var target = TargetSession.Open(profile, new TargetOptions());
        return await target.Ui!.PerformAsync(Some.Call("照会"), Stop);
    }

    private static string Tls(string? authority) => authority is null ? "" : $"\ntls: {{ca: {TlsServer.File(authority)}}}";
}
