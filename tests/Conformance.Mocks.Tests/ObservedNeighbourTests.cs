using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Conformance.Mocks.Tests;

/// <summary>A real system behind the harness: passed on to, and read.</summary>
public sealed class ObservedNeighbourTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_to_an_observed_system_is_passed_on_and_journalled_like_a_played_one()
    {
        await using var real = await RealAsync();
        await using var host = await MockHost.StartAsync(new MockHostOptions { Observed = [new ObservedNeighbour("住民記録", new Uri(real.Urls.Single()), [])] }, Stop);
        using var http = new HttpClient { BaseAddress = host.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Get, "jumin/v1/ido?from=1");
        request.Headers.Add("Authorization", "Bearer token-of-the-product");

        using var answer = await http.SendAsync(request, Stop);

        (await answer.Content.ReadAsStringAsync(Stop)).Should().Be("real GET /jumin/v1/ido?from=1");
        answer.StatusCode.Should().Be(HttpStatusCode.Accepted);
        var entry = host.Journal.Entries.Should().ContainSingle().Subject;
        entry.Neighbour.Should().Be("住民記録");
        entry.ResponseStatus.Should().Be(202);
        string.Join(' ', entry.Headers.Select(header => header.Value)).Should().NotContain("token-of-the-product", "secrets are redacted first");
    }

    [Fact]
    public async Task A_system_that_no_played_one_is_like_has_paths_of_its_own_and_others_are_played_on()
    {
        await using var real = await RealAsync();
        await using var host = await MockHost.StartAsync(new MockHostOptions { Observed = [new ObservedNeighbour("税", new Uri(real.Urls.Single()), ["/tax/"])] }, Stop);
        using var http = new HttpClient { BaseAddress = host.BaseAddress };

        (await http.GetStringAsync(new Uri("tax/1", UriKind.Relative), Stop)).Should().Be("real GET /tax/1");
        (await http.GetAsync(new Uri("jumin/v1/ido", UriKind.Relative), Stop)).StatusCode.Should().NotBe(HttpStatusCode.Accepted);
        host.Journal.Entries.Should().Contain(entry => entry.Neighbour == "税" && entry.Operation == "GET /tax/1");
    }

    [Fact]
    public async Task A_real_system_that_is_down_is_a_502_with_the_reason_in_the_journal()
    {
        await using var host = await MockHost.StartAsync(new MockHostOptions { Observed = [new ObservedNeighbour("税", new Uri("http://127.0.0.1:1/"), ["/tax/"])] }, Stop);
        using var http = new HttpClient { BaseAddress = host.BaseAddress };
        (await http.GetAsync(new Uri("tax/1", UriKind.Relative), Stop)).StatusCode.Should().Be(HttpStatusCode.BadGateway);
        host.Journal.Entries.Should().ContainSingle().Which.Reasons.Should().NotBeEmpty();
    }

    private static async Task<WebApplication> RealAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.StatusCode = 202;
            return context.Response.WriteAsync($"real {context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        });
        await app.StartAsync(Stop);
        return app;
    }
}
