using System.Diagnostics;

namespace Conformance.Cli.Commands.Testing;

/// <summary>A child process of the .NET host that runs this program.</summary>
internal static class DotnetProcess
{
    /// <summary>The host that runs this program, else the one on the path.</summary>
    public static string Host => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    /// <summary>Runs <c>dotnet</c> with the arguments; standard output and error go to the log.</summary>
    /// <returns>Its exit code, and whether it ended before the deadline; else it was ended.</returns>
    public static async Task<(int ExitCode, bool Finished)> RunAsync(IReadOnlyList<string> arguments, string log, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(Host, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true },
        };
        await using var writer = new StreamWriter(log);
        var gate = new Lock();
        void Write(string? line)
        {
            lock (gate)
            {
                writer.WriteLine(line);
            }
        }

        process.OutputDataReceived += (_, e) => Write(e.Data);
        process.ErrorDataReceived += (_, e) => Write(e.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(deadline);
        try
        {
            await process.WaitForExitAsync(stop.Token);
            return (process.ExitCode, true);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            return (process.ExitCode, false);
        }
    }
}
