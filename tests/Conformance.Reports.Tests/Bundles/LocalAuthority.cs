using System.Diagnostics;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Conformance.Reports.Tests.Bundles;

/// <summary>A time-stamping authority on loopback: OpenSSL answers, an HTTP listener carries (RFC 3161 section 3.4).</summary>
internal sealed class LocalAuthority : IAsyncDisposable
{
    private const string Configuration = """
        [tsa]
        default_tsa = tsa1
        [tsa1]
        serial = serial
        default_policy = 1.2.3.4.1
        digests = sha256
        accuracy = secs:1
        ess_cert_id_alg = sha256
        signer_digest = sha256
        [ext]
        extendedKeyUsage = critical,timeStamping
        [req]
        distinguished_name = dn
        prompt = no
        [dn]
        CN = Local authority
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("tsa").FullName;
    private readonly HttpListener listener = new();
    private Task serving = Task.CompletedTask;

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public X509Certificate2Collection Certificates { get; } = [];

    /// <returns>Null where there is no OpenSSL.</returns>
    public static async Task<LocalAuthority?> StartAsync(CancellationToken cancellationToken)
    {
        var authority = new LocalAuthority();
        await File.WriteAllTextAsync(Path.Combine(authority.folder, "tsa.cnf"), Configuration, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(authority.folder, "serial"), "01\n", cancellationToken);
        try
        {
            await authority.OpenSslAsync("req -x509 -newkey rsa:2048 -nodes -config tsa.cnf -extensions ext -keyout tsa.key -out tsa.pem -days 2", cancellationToken);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            await authority.DisposeAsync();
            return null;
        }

        authority.Certificates.ImportFromPem(await File.ReadAllTextAsync(Path.Combine(authority.folder, "tsa.pem"), cancellationToken));
        using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            authority.Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
        }

        authority.listener.Prefixes.Add(authority.Address.ToString());
        authority.listener.Start();
        authority.serving = authority.ServeAsync();
        return authority;
    }

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await serving;
        Directory.Delete(folder, recursive: true);
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            await using (var query = File.Create(Path.Combine(folder, "query.tsq")))
            {
                await context.Request.InputStream.CopyToAsync(query);
            }

            await OpenSslAsync("ts -reply -config tsa.cnf -queryfile query.tsq -inkey tsa.key -signer tsa.pem -out answer.tsr", CancellationToken.None);
            var answer = await File.ReadAllBytesAsync(Path.Combine(folder, "answer.tsr"));
            context.Response.ContentType = "application/timestamp-reply";
            await context.Response.OutputStream.WriteAsync(answer);
            context.Response.Close();
        }
    }

    private async Task OpenSslAsync(string arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { WorkingDirectory = folder, RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(error);
        }
    }
}
