using System.Diagnostics;
using System.Net.Sockets;

namespace Conformance.Mocks.Tests.WireMock;

/// <summary>The real WireMock 3.13.2, which the npm package of that name carries, on Java. One for all tests.</summary>
public sealed class RealWireMock : IAsyncLifetime
{
    private const string Version = "3.13.2";

    private Process? server;

    /// <summary>Null where it does not run; <see cref="Reason"/> says why.</summary>
    public Uri? Address { get; private set; }

    public string Reason { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        try
        {
            var jar = await InstallAsync();
            var port = FreePort();
            var root = Directory.CreateTempSubdirectory("conformance-wiremock-").FullName;
            server = Start("java", ["-Xmx256m", "-jar", jar, "--port", $"{port}", "--bind-address", "127.0.0.1", "--disable-banner", "--root-dir", root]);
            Address = await UpAsync(new Uri($"http://127.0.0.1:{port}"));
        }
        catch (Exception absent) when (absent is System.ComponentModel.Win32Exception or IOException or TimeoutException or InvalidOperationException)
        {
            Reason = absent.Message;
        }
    }

    public ValueTask DisposeAsync()
    {
        if (server is { HasExited: false })
        {
            server.Kill(entireProcessTree: true);
        }

        server?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The jar, installed once into the user's cache.</summary>
    private static async Task<string> InstallAsync()
    {
        using (var java = Start("java", ["-version"]))
        {
            await FinishAsync(java, "java -version");
        }

        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        var folder = Directory.CreateDirectory(Path.Combine(cache, "conformance", $"wiremock-{Version}")).FullName;
        var jar = Path.Combine(folder, "node_modules", "wiremock", "build", $"wiremock-standalone-{Version}.jar");
        if (!File.Exists(jar))
        {
            using var npm = Start(
                OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", "--no-save", $"wiremock@{Version}"]);
            await FinishAsync(npm, $"npm install wiremock@{Version}");
        }

        return File.Exists(jar) ? jar : throw new IOException($"The npm package wiremock@{Version} has no {Path.GetFileName(jar)}.");
    }

    private static async Task FinishAsync(Process process, string what)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var errors = await process.StandardError.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);
        if (process.ExitCode != 0)
        {
            throw new IOException($"{what} failed: {errors.Trim()}");
        }
    }

    private static Process Start(string program, IReadOnlyList<string> arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>It says on its output when it is up.</summary>
    private async Task<Uri> UpAsync(Uri address)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            while (await server!.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
            {
                if (line.Contains("is started", StringComparison.Ordinal))
                {
                    _ = server.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                    _ = server.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                    return address;
                }
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException("WireMock did not start within a minute.");
        }

        throw new IOException($"WireMock ended: {await server.StandardError.ReadToEndAsync(CancellationToken.None)}");
    }
}
