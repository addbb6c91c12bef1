using Conformance.Drivers.Network;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Tests.Miniatures;
using Conformance.Drivers.Ui;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace Conformance.Drivers.Tests;

/// <summary>A product must not be able to tell that it is being observed: what goes out names no harness, unless the profile wants a name.</summary>
public sealed class AnonymityTests
{
    private static readonly string[] Telling = ["conformance", "harness", "playwright", "headless", "dotnet", ".net", "test", "automation", "selenium", "webdriver"];

    // What any client of such an API sends.
    private static readonly string[] Usual = ["Accept", "Accept-Encoding", "Authorization", "Content-Length", "Content-Type", "Host"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_has_the_headers_of_any_client_and_no_other()
    {
        using var activity = new System.Diagnostics.Activity("observed").Start();
        await using var product = await MiniatureApi.AnsweringAsync(200, """{"result":[]}""");
        await using var session = Open(product.Address, "");

        await session.Api!.PerformAsync(Some.Call("照会", ("氏名", "山田")), Stop);

        var headers = product.Journal.Single().Headers;
        headers.Keys.Should().BeSubsetOf(Usual);
        headers.Where(header => header.Key != "Host").Should().NotContain(header => Telling.Any(word => header.Value.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_call_has_the_name_that_the_profile_wants()
    {
        await using var product = await MiniatureApi.AnsweringAsync(200, """{"result":[]}""");
        await using var session = Open(product.Address, "user-agent: GyomuSystem/3.1 (Kenko)");

        await session.Api!.PerformAsync(Some.Call("照会", ("氏名", "山田")), Stop);

        product.Journal.Single().Headers["User-Agent"].Should().Be("GyomuSystem/3.1 (Kenko)");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Gyomu/1.0")]
    public async Task A_screen_is_told_of_a_browser_with_a_window_and_nobody_but_a_person_at_it(string? wanted)
    {
        JObject? told = null;
        var seen = new TaskCompletionSource();
        await using var product = await MiniatureApi.StartAsync(async (asked, context) =>
        {
            if (asked.Target.StartsWith("/told", StringComparison.Ordinal))
            {
                told = JObject.Parse(asked.Body);
                seen.TrySetResult();
                await MiniatureApi.Answer(context, 200, "ok", "text/plain");
                return;
            }

            await MiniatureApi.Answer(context, 200, Page, "text/html; charset=utf-8");
        });
        await using var host = new BrowserHost();
        var browser = await host.StartAsync(Stop);
        await using var window = await UiSession.OpenAsync(browser, new UiTimeouts(), traced: false, wanted, TimeProvider.System, NetworkRoute.Open(Some.Profile(ui: "照会: {open: 検索, press: 検索, read: {table: 結果}}"), new Secrets(), TimeProvider.System), []);

        await window.GoAsync(product.Address, Stop);
        await seen.Task.WaitAsync(TimeSpan.FromSeconds(60), Stop);

        told!["webdriver"]!.Type.Should().BeOneOf(JTokenType.Boolean, JTokenType.Null);
        (told["webdriver"]!.Type == JTokenType.Boolean && (bool)told["webdriver"]!).Should().BeFalse();
        if (wanted is not null)
        {
            ((string?)told["agent"]).Should().Be(wanted);
        }

        product.Journal.Should().NotBeEmpty();
        foreach (var (name, value) in product.Journal.SelectMany(asked => asked.Headers).Where(header => header.Key is not ("Host" or "Origin" or "Referer")).Append(new("navigator", told.ToString())))
        {
            Telling.Where(word => word != "webdriver").Should().NotContain(word => value.Contains(word, StringComparison.OrdinalIgnoreCase), "{0}: {1}", name, value);
        }
    }

    private const string Page = """
        <!doctype html><meta charset="utf-8"><title>入口</title><h1>入口</h1>
        <script>fetch('/told', {method: 'POST', body: JSON.stringify({webdriver: navigator.webdriver ?? null, agent: navigator.userAgent, brands: navigator.userAgentData?.brands ?? [], plugins: navigator.plugins.length, languages: navigator.languages})})</script>
        """;

    private static TargetSession Open(Uri address, string more) => TargetSession.Open(ProfileLoader.Parse($$"""
        product: {name: P, version: '1', vendor: V}
        standard: '031'
        edition: '2.1'
        roles: [住登外者宛名番号管理機能]
        class: 一般市区町村
        environment: {kind: test, owner: q, settings: read-only}
        declares: {functions: [], reason: なし}
        api:
          base: {{address}}
          auth: {method: bearer, secret: '${env:SECRET}'}
          {{more}}
          照会: {post: /shokai}
        """, "a.profile.yaml"), new TargetOptions { Secrets = new Secrets(_ => "t0ken") });
}
