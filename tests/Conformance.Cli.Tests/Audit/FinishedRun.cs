using System.Globalization;

namespace Conformance.Cli.Tests.Audit;

/// <summary>One small run on the reference application, made once and copied by each test that looks at it.</summary>
public sealed class FinishedRun : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Secret of the client as which the run called the target.</summary>
    internal const string Secret = "s3cret-of-the-client-that-nobody-may-see-0123456789";

    internal string Profile => folder["target.profile.yaml"];

    public async ValueTask InitializeAsync()
    {
        await using var reference = ConformanceProgram.Start("reference", "serve", "--app", "atena", "--port", "0", "--introspection", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/oauth/introspect"));
        var line = await reference.LineAsync(candidate => candidate.StartsWith("address", StringComparison.Ordinal));
        var address = new Uri(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
        folder.Write("target.profile.yaml", Some.Profile(address).Replace("timeout: 1 s", "timeout: 30 s", StringComparison.Ordinal));
        await using var run = ConformanceProgram.Start(
            new Dictionary<string, string> { ["CONFORMANCE_CLIENT_SECRET"] = Secret, ["CONFORMANCE_CLIENT_ID"] = "clientid0clientid0clientid0clien" },
            "run", "--profile", Profile, "--driver", "api", "--mocks-port", Port.ToString(CultureInfo.InvariantCulture), "--filter", "@機能:0310001 or @機能:0310004", "--messages", "--out", folder["out"]);
        var ended = await run.EndAsync();
        ended.ExitCode.Should().Be(3, ended.Output + ended.Errors);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The whole run in a folder that a test may change.</summary>
    internal string CopyTo(TemporaryFolder other)
    {
        foreach (var file in Directory.EnumerateFiles(folder["out"], "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(other["run"], Path.GetRelativePath(folder["out"], file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return other["run"];
    }

    private int Port { get; } = FreePort();

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
