using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Conformance.Cli.Tests.Miniatures;

/// <summary>A product of a few addresses, with one thing wrong that the test chooses. It remembers what it was asked.</summary>
internal sealed class DoctorTarget : IAsyncDisposable
{
    private readonly WebApplication app;

    private DoctorTarget(WebApplication app, string? authority) => (this.app, AuthorityPem) = (app, authority);

    public Uri Address => new(app.Urls.Single().Replace("127.0.0.1", AuthorityPem is null ? "127.0.0.1" : "localhost", StringComparison.Ordinal) + "/");

    /// <summary>The authority's certificate; null without TLS.</summary>
    public string? AuthorityPem { get; }

    public ConcurrentQueue<Heard> Journal { get; } = new();

    public static Task<DoctorTarget> StartAsync(Wrong? wrong = null) => StartAsync(wrong ?? new Wrong(), null, null);

    /// <param name="name">Host that the certificate is for.</param>
    /// <param name="ends">Until it ends; negative where it has.</param>
    public static Task<DoctorTarget> SecuredAsync(string name, TimeSpan ends) => StartAsync(new Wrong(), name, ends);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private static async Task<DoctorTarget> StartAsync(Wrong wrong, string? name, TimeSpan? ends)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        string? authority = null;
        if (name is null)
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        }
        else
        {
            (var certificate, authority) = Certificate(name, ends!.Value);
            builder.WebHost.UseKestrelHttpsConfiguration();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        }

        var app = builder.Build();
        var target = new DoctorTarget(app, authority);
        app.Run(context => target.AnswerAsync(context, wrong));
        await app.StartAsync();
        return target;
    }

    private async Task AnswerAsync(HttpContext context, Wrong wrong)
    {
        using var reader = new StreamReader(context.Request.Body);
        var (method, path) = (context.Request.Method, context.Request.Path.Value!);
        Journal.Enqueue(new Heard(method, path, context.Request.Headers.Authorization.ToString(), await reader.ReadToEndAsync()));
        context.Response.Headers.Date = TimeProvider.System.GetUtcNow().Add(wrong.Clock).ToString("R", CultureInfo.InvariantCulture);
        var known = path == "/" || path == "/token" || path == "/screen" || (path.StartsWith("/api/", StringComparison.Ordinal) && path != wrong.Gone && !path.Contains("conformance", StringComparison.Ordinal));
        if (path is "/screen" or "/token")
        {
            await (path == "/screen" ? SayAsync(context, 200, "text/html; charset=utf-8", wrong.Screen) : SayAsync(context, wrong.TokenStatus, "application/json", wrong.Token));
        }
        else if (wrong.Everywhere is { } status && context.Request.Headers.Authorization.Count == 0)
        {
            await SayAsync(context, status, "application/json", "{}");
        }
        else if (!known)
        {
            await SayAsync(context, 404, "text/plain", "nothing here");
        }
        else if (method == "OPTIONS")
        {
            await SayAsync(context, 404, "text/plain", "no such method");
        }
        else
        {
            await SayAsync(context, path == "/" ? 200 : context.Request.Headers.Authorization.Count == 0 || wrong.Refuses ? 401 : 200, "application/json", """{"result": []}""");
        }
    }

    private static async Task SayAsync(HttpContext context, int status, string type, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.WriteAsync(body);
    }

    private static (X509Certificate2 Server, string Pem) Certificate(string name, TimeSpan ends)
    {
        var now = TimeProvider.System.GetUtcNow();
        var from = (ends < TimeSpan.Zero ? now + ends : now).AddDays(-2);
        using var caKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var caRequest = new CertificateRequest("CN=Private CA", caKey, HashAlgorithmName.SHA256);
        caRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var ca = caRequest.CreateSelfSigned(from, now.AddDays(400));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(ca, from, now + ends, RandomNumberGenerator.GetBytes(16));
        using var withKey = signed.CopyWithPrivateKey(key);
        return (X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null), ca.ExportCertificatePem());
    }
}

/// <summary>What is wrong with a product; nothing unless said.</summary>
internal sealed record Wrong
{
    public TimeSpan Clock { get; init; }

    /// <summary>An address of the profile where nothing is.</summary>
    public string? Gone { get; init; }

    /// <summary>What whoever has no credential is answered, wherever.</summary>
    public int? Everywhere { get; init; }

    /// <summary>No credential is good enough.</summary>
    public bool Refuses { get; init; }

    public int TokenStatus { get; init; } = 200;

    public string Token { get; init; } = """{"access_token": "token-of-the-miniature", "expires_in": 300}""";

    public string Screen { get; init; } = """<!DOCTYPE html><html lang="ja"><title>申請の登録</title><h1>申請の登録</h1><form><label>氏名 必須<input name="a"></label><label>氏名_フリガナ<input name="b"></label><label>生年月日<input name="c"></label><label>住所<input name="d"></label><label>支給の型<select name="e"><option>施設型</option></select></label><label>申請年月日<input name="f"></label><button>登録</button></form>""";
}

internal sealed record Heard(string Method, string Path, string Authorization, string Body);
