using Conformance.Drivers.Profiles;
using Conformance.Drivers.Tests.Miniatures;
using Conformance.Drivers.Ui;
using Conformance.Spec;

namespace Conformance.Drivers.Tests.Network;

/// <summary>Proxies, host names and client certificates, with real servers; the same for both drivers.</summary>
public sealed class NetworkTests
{
    private const string Page = "<html lang=ja><title>照会</title><main><h1>照会</h1><table><caption>検索結果</caption><tr><th>氏名</th></tr><tr><td>甲</td></tr></table></main>";

    private static readonly Secrets Known = new(name => name switch { "PROXY_USER" => "user", "PROXY_PASSWORD" => "proxy-secret", "P12" => "secret-of-p12", _ => null });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("api")]
    [InlineData("ui")]
    public async Task A_proxy_is_told_who_calls_and_exceptions_go_past_it(string surface)
    {
        NeedBrowser(surface);
        await using var product = await MiniatureApi.StartAsync((_, context) => Answer(context, surface));
        await using var proxy = MiniatureProxy.Start();
        var network = $$"""network: {proxy: {url: '{{proxy.Address}}', user: '${env:PROXY_USER}', password: '${env:PROXY_PASSWORD}', except: [EXCEPT] } }""";

        (await AskAsync(surface, product.Address, network.Replace(", except: [EXCEPT]", "", StringComparison.Ordinal))).Outcome.Should().Be(Outcome.Accepted);
        proxy.Let.Should().Contain("127.0.0.1");
        var before = proxy.Let.Count;
        (await AskAsync(surface, product.Address, network.Replace("EXCEPT", "127.0.0.1", StringComparison.Ordinal))).Outcome.Should().Be(Outcome.Accepted);
        proxy.Let.Should().HaveCount(before);
    }

    [Fact]
    public async Task A_proxy_carries_TLS_to_a_host_whose_authority_the_profile_names()
    {
        NeedBrowser("ui");
        await using var server = await TlsServer.StartAsync(page: Page);
        await using var proxy = MiniatureProxy.Start();
        var network = $$"""network: {proxy: {url: '{{proxy.Address}}', user: '${env:PROXY_USER}', password: '${env:PROXY_PASSWORD}'} }""";

        (await AskAsync("ui", server.Address, network, TlsServer.File(server.AuthorityPem))).Records.Should().ContainSingle();
        proxy.Let.Should().Contain("localhost");
    }

    [Theory]
    [InlineData("api")]
    [InlineData("ui")]
    public async Task A_host_name_leads_where_the_profile_says(string surface)
    {
        NeedBrowser(surface);
        await using var product = await MiniatureApi.StartAsync((_, context) => Answer(context, surface));
        var address = new Uri($"http://product.acme.test:{product.Address.Port}/");

        (await AskAsync(surface, address, "network: {hosts: {product.acme.test: 127.0.0.1} }")).Outcome.Should().Be(Outcome.Accepted);
        product.Journal.Should().Contain(asked => asked.Headers["Host"].StartsWith("product.acme.test", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("api", true)]
    [InlineData("api", false)]
    [InlineData("ui", true)]
    public async Task A_host_that_asks_is_shown_the_client_certificate(string surface, bool pkcs12)
    {
        NeedBrowser(surface);
        await using var server = await TlsServer.StartAsync(page: surface == "ui" ? Page : "", asksForCertificate: true);
        var ca = TlsServer.File(server.AuthorityPem);
        var client = TlsServer.ClientCertificate();

        var seen = await AskAsync(surface, server.Address, pkcs12
            ? $$"""network: {certificates: {localhost: {file: '{{client.Pkcs12}}', password: '${env:P12}'} } }"""
            : $$"""network: {certificates: {'*.acme.test': {file: '{{client.Pkcs12}}', password: '${env:P12}'}, localhost: {file: '{{client.Pem}}', key: '{{client.Key}}'} } }""", ca);

        seen.Outcome.Should().Be(Outcome.Accepted);
        if (surface == "api")
        {
            (await AskAsync(surface, server.Address, "", ca)).Outcome.Should().Be(Outcome.Refused, "without a certificate it is not let in");
        }
    }

    [Fact]
    public void A_client_certificate_that_is_out_of_date_or_locked_is_told_before_anything_is_sent()
    {
        var old = TlsServer.ClientCertificate(TimeSpan.FromDays(30));
        var good = TlsServer.ClientCertificate();
        Problem Of(string network) => ((Action)(() => TargetSession.Open(Profile("api", new Uri("https://localhost:1/"), network, null), new TargetOptions { Secrets = Known })))
            .Should().Throw<BadInputException>().Which.Problems.Should().ContainSingle().Subject;

        Of($$"""network: {certificates: {localhost: {file: '{{old.Pkcs12}}', password: '${env:P12}'} } }""").Code.Should().Be("CF5023");
        Of($$"""network: {certificates: {localhost: {file: '{{good.Pkcs12}}', password: '${env:PROXY_PASSWORD}'} } }""").Code.Should().Be("CF5022");
        Of($$"""network: {certificates: {localhost: {file: '{{good.Pem}}'} } }""").Code.Should().Be("CF5022");
    }

    [Theory]
    [InlineData("network: {proxy: {url: 'http://u:p@proxy.test:1/'} }", "CF5006")]
    [InlineData("network: {proxy: {url: 'http://proxy.test:1/', user: x} }", "CF5003")]
    [InlineData("network: {proxy: {url: 'http://proxy.test:1/', except: ['*.*']} }", "CF5005")]
    [InlineData("network: {hosts: {acme.test: nowhere} }", "CF5005")]
    [InlineData("network: {certificates: {acme.test: {file: missing.p12} } }", "CF5010")]
    [InlineData("network: {certificates: {'a b': {file: missing.p12} } }", "CF5005")]
    public void What_cannot_be_meant_is_refused_with_its_place(string network, string code)
    {
        var read = () => Profile("api", new Uri("http://localhost:1/"), network, null);
        read.Should().Throw<BadInputException>().Which.Problems.Should().Contain(problem => problem.Code == code && problem.Line == 8);
    }

    private static Task Answer(Microsoft.AspNetCore.Http.HttpContext context, string surface) => surface == "ui"
        ? MiniatureApi.Answer(context, 200, Page, "text/html; charset=utf-8")
        : MiniatureApi.Answer(context, 200, """{"result": [{"shimei": "甲"}]}""");

    private static async Task<Observation> AskAsync(string surface, Uri address, string network, string? ca = null)
    {
        await using var target = TargetSession.Open(Profile(surface, address, network, ca), new TargetOptions { Secrets = Known, Surfaces = surface == "ui" ? Surfaces.Ui : Surfaces.Api });
        return await (surface == "ui" ? target.Ui! : (IDriver)target.Api!).PerformAsync(Some.Call("照会"), Stop);
    }

    private static Profile Profile(string surface, Uri address, string network, string? ca) => ProfileLoader.Parse($$"""
        product: {name: 見本, version: '1', vendor: 見本}
        standard: '031'
        edition: '2.1'
        roles: [住登外者宛名番号管理機能]
        class: 一般市区町村
        environment: {kind: test, owner: 品質保証}
        declares: {functions: [], reason: なし}
        {{network}}
        {{surface}}:
          base: {{address}}
          {{(ca is null ? "" : $"tls: {{ca: {ca}}}")}}
          {{(surface == "api" ? "auth: {method: none}" : "")}}
          照会: {{(surface == "api" ? "{post: /x}" : "{open: /x, read: {table: 検索結果}}")}}
        """, "some.profile.yaml");

    private static void NeedBrowser(string surface)
    {
        if (surface == "ui" && BrowserFinder.Find() is null)
        {
            Assert.Skip("There is no browser.");
        }
    }
}
