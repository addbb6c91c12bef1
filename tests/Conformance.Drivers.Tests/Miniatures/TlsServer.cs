using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace Conformance.Drivers.Tests.Miniatures;

/// <summary>A product behind TLS whose certificate a private authority signed, for a name and a time that the test chooses.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TlsServer(WebApplication app, string pem) => (_app, AuthorityPem) = (app, pem);

    /// <summary>By the name localhost.</summary>
    public Uri Address => new(_app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/");

    /// <summary>The authority's certificate.</summary>
    public string AuthorityPem { get; }

    public static async Task<TlsServer> StartAsync(string name = "localhost", TimeSpan? age = null, string page = "", string json = """{"result": [{"shimei": "甲"}]}""", bool asksForCertificate = false)
    {
        var (certificate, pem) = Certificate(name, age ?? TimeSpan.Zero);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate, https =>
        {
            https.ClientCertificateMode = asksForCertificate ? ClientCertificateMode.AllowCertificate : ClientCertificateMode.NoCertificate;
            https.AllowAnyClientCertificate();
        })));
        var app = builder.Build();
        app.Run(context => asksForCertificate && context.Connection.ClientCertificate is null ? MiniatureApi.Answer(context, 403, "{}") : MiniatureApi.Answer(context, 200, page.Length > 0 ? page : json, page.Length > 0 ? "text/html; charset=utf-8" : "application/json"));
        await app.StartAsync();
        return new TlsServer(app, pem);
    }

    /// <summary>Writes a PEM file that is gone when the test is.</summary>
    public static string File(string pem)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("conformance-tls").FullName, "ca.pem");
        System.IO.File.WriteAllText(file, pem);
        return file;
    }

    /// <summary>A client certificate with its key, as PKCS#12 with the password <c>secret-of-p12</c> and as PEM.</summary>
    public static (string Pkcs12, string Pem, string Key) ClientCertificate(TimeSpan? age = null)
    {
        var from = TimeProvider.System.GetUtcNow().AddHours(-1) - (age ?? TimeSpan.Zero);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=harness", key, HashAlgorithmName.SHA256).CreateSelfSigned(from, from.AddHours(2));
        var folder = Directory.CreateTempSubdirectory("conformance-tls").FullName;
        var (pkcs12, pem, keyFile) = (Path.Combine(folder, "client.p12"), Path.Combine(folder, "client.pem"), Path.Combine(folder, "client.key"));
        System.IO.File.WriteAllBytes(pkcs12, certificate.Export(X509ContentType.Pkcs12, "secret-of-p12"));
        System.IO.File.WriteAllText(pem, certificate.ExportCertificatePem());
        System.IO.File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        return (pkcs12, pem, keyFile);
    }

    /// <summary>An authority that signed nothing here.</summary>
    public static string OtherAuthority() => Certificate("localhost", TimeSpan.Zero).Pem;

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private static (X509Certificate2 Server, string Pem) Certificate(string name, TimeSpan age)
    {
        var from = TimeProvider.System.GetUtcNow().AddHours(-1) - age;
        using var caKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var caRequest = new CertificateRequest("CN=Private CA", caKey, HashAlgorithmName.SHA256);
        caRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var ca = caRequest.CreateSelfSigned(from, from + age + TimeSpan.FromDays(8));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(ca, from, from.AddHours(2), RandomNumberGenerator.GetBytes(16));
        using var withKey = signed.CopyWithPrivateKey(key);
        return (X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null), ca.ExportCertificatePem());
    }
}
