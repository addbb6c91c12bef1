using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Conformance.Reference.Tests.Atena;

public sealed class TokenGateTests
{
    [Fact]
    public async Task The_authorisation_server_is_asked_every_time()
    {
        var asked = new ConcurrentQueue<(string Authorization, string Token)>();
        var active = true;
        await using var server = LoopbackHost.CreateBuilder(new LaunchOptions()).Build();
        server.MapPost("/introspect", async (HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            asked.Enqueue((http.Request.Headers.Authorization.ToString(), form["token"].ToString()));
            await http.Response.WriteAsync(active ? """{"active":true,"scope":"x"}""" : """{"active":false}""", http.RequestAborted);
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        await using var atena = await RunningAtena.StartAsync(settings: Settings(new Uri(LoopbackHost.Address(server), "/introspect")));

        (await Register(atena)).Status.Should().Be(HttpStatusCode.OK);
        active = false;
        (await Register(atena)).Status.Should().Be(HttpStatusCode.Unauthorized);

        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("client:secret"));
        asked.Should().Equal((basic, "abc"), (basic, "abc"));
    }

    [Fact]
    public async Task Without_an_answer_of_the_authorisation_server_the_error_is_the_unexpected_one()
    {
        await using var closed = LoopbackHost.CreateBuilder(new LaunchOptions()).Build();
        await closed.StartAsync(TestContext.Current.CancellationToken);
        var gone = LoopbackHost.Address(closed);
        await closed.StopAsync(TestContext.Current.CancellationToken);
        await using var atena = await RunningAtena.StartAsync(settings: Settings(gone));

        var reply = await Register(atena);
        reply.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        reply.Body["detail"]!.GetValue<string>().Should().Be("想定外のエラーが発生しました。");
    }

    private static Task<Reply> Register(RunningAtena atena) =>
        atena.CallAsync("/app_submit/v10/jutogaishaatenabangofuban", Some.Registration(), "abc");

    private static Dictionary<string, string> Settings(Uri introspection) => new()
    {
        ["introspection"] = introspection.AbsoluteUri,
        ["introspection-client"] = "client",
        ["introspection-secret"] = "secret",
    };
}
