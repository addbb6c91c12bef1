using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Mocks.Tests.Miniatures;

namespace Conformance.Mocks.Tests;

public sealed class AuthorisationServerTests : IAsyncLifetime
{
    private readonly SettableClock clock = new(TimeProvider.System.GetUtcNow());
    private MockHost host = null!;
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        host = await Some.Host(new MockHostOptions { TimeProvider = clock });
        http = new HttpClient { BaseAddress = host.BaseAddress };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_signed_assertion_gets_a_bearer_token_without_a_refresh_token()
    {
        var (status, body) = await TokenAsync(Some.Assertion(host, "1"));

        status.Should().Be(200);
        body.Text("token_type").Should().Be("Bearer");
        body.Text("scope").Should().Be(Some.NumberScope);
        body["expires_in"]!.GetValue<int>().Should().Be(300);
        body.ContainsKey("refresh_token").Should().BeFalse();
        (await IntrospectAsync(body.Text("access_token"))).Text("client_id").Should().Be(Some.Client.ClientId);
    }

    [Fact]
    public async Task A_token_answer_may_not_be_cached()
    {
        using var response = await PostAsync("/oauth/token", JwtForm(Some.Assertion(host, "1")));

        response.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Theory]
    [InlineData("the issuer")]
    [InlineData("the issuer with a slash")]
    [InlineData("localhost")]
    public async Task The_audience_may_be_the_token_endpoint_or_the_issuer(string which)
    {
        var audience = which switch
        {
            "the issuer" => host.Authorisation.Issuer,
            "the issuer with a slash" => host.Authorisation.Issuer + "/",
            _ => $"http://localhost:{host.BaseAddress.Port}/oauth/token",
        };

        (await TokenAsync(Some.Assertion(host, "1", audience))).Status.Should().Be(200);
    }

    [Fact]
    public async Task An_audience_may_be_one_of_several()
    {
        var assertion = Some.Assertion(host, "1", bend: claims => claims["aud"] = new JsonArray("https://elsewhere.test/", host.Authorisation.Issuer));

        (await TokenAsync(assertion)).Status.Should().Be(200);
    }

    [Fact]
    public async Task An_assertion_signed_with_another_secret_is_refused() =>
        await RefusesAsync(Some.Assertion(host, "1", secret: "another secret of more than 32 characters"), "signature");

    [Fact]
    public async Task An_assertion_for_another_audience_is_refused() =>
        await RefusesAsync(Some.Assertion(host, "1", audience: "https://elsewhere.test/oauth/token"), "aud");

    [Fact]
    public async Task An_expired_assertion_is_refused() =>
        await RefusesAsync(Some.Assertion(host, "1", expires: clock.GetUtcNow().AddMinutes(-1)), "expired");

    [Fact]
    public async Task An_assertion_that_is_not_valid_yet_is_refused() =>
        await RefusesAsync(Some.Assertion(host, "1", bend: claims => claims["nbf"] = clock.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds()), "nbf");

    [Theory]
    [InlineData("exp")]
    [InlineData("jti")]
    [InlineData("iss")]
    [InlineData("sub")]
    [InlineData("aud")]
    public async Task An_assertion_without_a_claim_is_refused(string claim) =>
        await RefusesAsync(Some.Assertion(host, "1", bend: claims => claims.Remove(claim)), claim);

    [Theory]
    [InlineData("none")]
    [InlineData("HS384")]
    [InlineData("RS256")]
    public async Task An_assertion_with_another_algorithm_is_refused(string algorithm) =>
        await RefusesAsync(Some.Assertion(host, "1", algorithm: algorithm), "alg");

    [Fact]
    public async Task An_assertion_issued_by_another_is_refused() =>
        await RefusesAsync(Some.Assertion(host, "1", issuer: "somebody else"), "iss");

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("e30.W10.AA")]
    public async Task What_is_no_assertion_is_refused(string assertion) => (await TokenAsync(assertion)).Status.Should().Be(401);

    [Fact]
    public async Task A_replayed_assertion_is_refused_and_a_refused_one_uses_up_nothing()
    {
        await RefusesAsync(Some.Assertion(host, "same", audience: "https://elsewhere.test/"), "aud");
        (await TokenAsync(Some.Assertion(host, "same"))).Status.Should().Be(200);

        await RefusesAsync(Some.Assertion(host, "same"), "jti");
    }

    [Fact]
    public async Task Of_many_that_replay_one_assertion_at_once_one_gets_a_token()
    {
        var assertion = Some.Assertion(host, "raced");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => TokenAsync(assertion)));

        answers.Count(answer => answer.Status == 200).Should().Be(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Basic_credentials_get_a_token_form_encoded_or_not(bool encoded)
    {
        var secret = encoded ? Uri.EscapeDataString(Some.Client.Secret) : Some.Client.Secret;
        using var request = Basic("/oauth/token", secret, new() { ["grant_type"] = "client_credentials", ["scope"] = Some.InquiryScope });

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        (await response.ReadAsync()).Body.Text("scope").Should().Be(Some.InquiryScope);
    }

    [Fact]
    public async Task A_wrong_secret_is_answered_401_with_a_challenge()
    {
        using var request = Basic("/oauth/token", "wrong", new() { ["grant_type"] = "client_credentials" });

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).Should().Be(401);
        response.Headers.WwwAuthenticate.Should().ContainSingle(challenge => challenge.Scheme == "Basic");
    }

    [Fact]
    public async Task Two_authentications_in_one_request_are_refused()
    {
        using var request = Basic("/oauth/token", Some.Client.Secret, JwtForm(Some.Assertion(host, "1")));

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        (await response.ReadAsync()).Body.Text("error").Should().Be("invalid_request");
    }

    [Fact]
    public async Task A_secret_in_the_form_is_not_a_method_of_the_standard()
    {
        using var response = await PostAsync("/oauth/token", new()
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = Some.Client.ClientId,
            ["client_secret"] = Some.Client.Secret,
        });

        (await response.ReadAsync()).Body.Text("error").Should().Be("invalid_client");
        host.Journal.Entries.Should().ContainSingle().Which.Body.Should().NotContain(Uri.EscapeDataString(Some.Client.Secret));
    }

    [Theory]
    [InlineData("031:app_submit/v10/somethingelse:Read", "invalid_scope")]
    [InlineData("031:app_submit/v10/jutogaishaatenabangofuban:Delete", "invalid_scope")]
    public async Task A_scope_that_the_client_may_not_have_is_refused(string scope, string error)
    {
        var (status, body) = await TokenAsync(Some.Assertion(host, "1"), scope);

        (status, body.Text("error")).Should().Be((400, error));
    }

    [Theory]
    [InlineData("password", "unsupported_grant_type")]
    [InlineData(null, "invalid_request")]
    public async Task Another_grant_is_refused(string? grant, string error)
    {
        var form = JwtForm(Some.Assertion(host, "1"));
        form.Remove("grant_type");
        if (grant is not null)
        {
            form["grant_type"] = grant;
        }

        using var response = await PostAsync("/oauth/token", form);

        (await response.ReadAsync()).Body.Text("error").Should().Be(error);
    }

    [Fact]
    public async Task Without_a_scope_a_token_carries_all_that_the_client_may_have() =>
        (await TokenAsync(Some.Assertion(host, "1"), scope: null)).Body.Text("scope").Should().Be($"{Some.NumberScope} {Some.InquiryScope}");

    [Theory]
    [InlineData("031:illustrative/jutogaishaatenakihonjohojushin:Update", "031:illustrative/jutogaishaatenakihonjohojushin:Update")]
    [InlineData("031:illustrative/other:Update", null)]
    [InlineData("", Some.NumberScope + " " + Some.InquiryScope)]
    public async Task Of_a_call_without_official_text_any_operation_may_be_asked_for(string scope, string? granted)
    {
        var client = Some.Client with { AllowedScopes = AtenaFunction.Scopes };
        await using var core = await MockHost.StartAsync(
            new MockHostOptions { OAuth = new OAuthOptions { Clients = [client] } }, TestContext.Current.CancellationToken);
        using var request = Basic("/oauth/token", client.Secret, new() { ["grant_type"] = "client_credentials", ["scope"] = scope });
        request.RequestUri = core.Authorisation.TokenEndpoint;

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        var (_, body) = await response.ReadAsync();
        body["scope"]?.GetValue<string>().Should().Be(granted);
        body.ContainsKey("error").Should().Be(granted is null);
    }

    [Fact]
    public async Task One_token_is_for_one_providing_system()
    {
        var client = Some.Client with { AllowedScopes = [Some.NumberScope, "032:app_submit/v10/other:Read"] };
        await using var two = await MockHost.StartAsync(
            new MockHostOptions { OAuth = new OAuthOptions { Clients = [client] } }, TestContext.Current.CancellationToken);
        using var request = Basic("/oauth/token", client.Secret, new() { ["grant_type"] = "client_credentials" });
        request.RequestUri = new Uri(two.BaseAddress, "/oauth/token");

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        (await response.ReadAsync()).Body.Text("error").Should().Be("invalid_scope");
    }

    [Fact]
    public async Task Introspection_tells_an_active_token_with_scope_client_and_expiry()
    {
        var token = host.Authorisation.Issue(Some.Client.ClientId, Some.NumberScope, TimeSpan.FromMinutes(2));

        var answer = await IntrospectAsync(token.Value);

        answer["active"]!.GetValue<bool>().Should().BeTrue();
        answer.Text("scope").Should().Be(Some.NumberScope);
        answer.Text("gyomuid").Should().Be("001");
        answer["exp"]!.GetValue<long>().Should().Be(token.ExpiresAt.ToUnixTimeSeconds());
    }

    [Fact]
    public async Task An_expired_and_an_unknown_token_are_not_active_and_nothing_else_is_said()
    {
        var expired = host.Authorisation.Issue(Some.Client.ClientId, Some.NumberScope, TimeSpan.FromMinutes(2));
        host.Authorisation.Expire(expired);
        var passed = host.Authorisation.Issue(Some.Client.ClientId, Some.NumberScope, TimeSpan.FromMinutes(2));
        clock.Advance(TimeSpan.FromMinutes(2));

        foreach (var value in new[] { expired.Value, passed.Value, "never issued" })
        {
            (await IntrospectAsync(value)).ToJsonString().Should().Be("""{"active":false}""");
        }
    }

    [Theory]
    [InlineData(true, 401)]
    [InlineData(false, 200)]
    public async Task Introspection_needs_credentials_unless_told_otherwise(bool needs, int status)
    {
        await using var other = await Some.Host(new MockHostOptions { OAuth = new OAuthOptions { IntrospectionNeedsCredentials = needs } });
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("token", "x")]);

        using var response = await http.PostAsync(new Uri(other.BaseAddress, "/oauth/introspect"), form, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).Should().Be(status);
    }

    [Fact]
    public async Task The_metadata_names_the_endpoints_and_the_methods()
    {
        using var response = await http.GetAsync(new Uri("/.well-known/oauth-authorization-server", UriKind.Relative), TestContext.Current.CancellationToken);

        var (status, body) = await response.ReadAsync();
        status.Should().Be(200);
        body.Text("issuer").Should().Be(host.Authorisation.Issuer);
        body.Text("token_endpoint").Should().Be(host.Authorisation.TokenEndpoint.AbsoluteUri);
        body["token_endpoint_auth_methods_supported"]!.ToJsonString().Should().Be("""["client_secret_jwt","client_secret_basic"]""");
    }

    [Fact]
    public async Task The_journal_has_scopes_and_reasons_and_no_secret()
    {
        var assertion = Some.Assertion(host, "1");
        var token = (await TokenAsync(assertion)).Body.Text("access_token");
        await IntrospectAsync(token);

        var entries = host.Journal.Entries;

        entries.Select(entry => entry.Operation).Should().Equal(OAuthOperations.Token, OAuthOperations.Introspection);
        entries[0].Items["scope"].Should().Be(Some.NumberScope);
        entries[0].Client.Should().Be(Some.Client.ClientId);
        entries.Should().OnlyContain(entry => !entry.Claimable);
        var everything = string.Concat(entries.Select(entry => System.Text.Json.JsonSerializer.Serialize(entry)));
        everything.Should().NotContain(token).And.NotContain(assertion.Split('.')[2]);
    }

    [Fact]
    public void A_token_and_a_client_do_not_print_their_secrets()
    {
        var token = host.Authorisation.Issue(Some.Client.ClientId, Some.NumberScope, TimeSpan.FromMinutes(1));

        $"{token}{Some.Client}".Should().NotContain(token.Value).And.NotContain(Some.Client.Secret);
    }

    private async Task RefusesAsync(string assertion, string reason)
    {
        var (status, body) = await TokenAsync(assertion);
        (status, body.Text("error")).Should().Be((401, "invalid_client"));
        host.Journal.Entries[^1].Reasons.Should().ContainSingle().Which.Should().Contain(reason);
    }

    private async Task<(int Status, JsonObject Body)> TokenAsync(string assertion, string? scope = Some.NumberScope)
    {
        using var response = await PostAsync("/oauth/token", JwtForm(assertion, scope));
        return await response.ReadAsync();
    }

    private async Task<JsonObject> IntrospectAsync(string token)
    {
        using var request = Basic("/oauth/introspect", Some.Client.Secret, new() { ["token"] = token });
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (await response.ReadAsync()).Body;
    }

    private static Dictionary<string, string> JwtForm(string assertion, string? scope = Some.NumberScope)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = assertion,
        };
        if (scope is not null)
        {
            form["scope"] = scope;
        }

        return form;
    }

    private async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        return await http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    private static HttpRequestMessage Basic(string path, string secret, Dictionary<string, string> form) => new(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(form),
        Headers =
        {
            Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Some.Client.ClientId}:{secret}"))),
        },
    };
}
