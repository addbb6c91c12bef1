using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Conformance.Cli.Tests;

/// <summary>The real program as a process of its own, as a user starts it.</summary>
internal sealed class ConformanceProgram : IAsyncDisposable
{
    /// <summary>Far beyond what any call takes, also on a busy machine: a test must not hang.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();
    private readonly Lock gate = new();
    private readonly List<(Func<string, bool> Wanted, TaskCompletionSource<string> Seen)> waiting = [];

    private ConformanceProgram(Process process) => this.process = process;

    /// <summary>Folder of the project that is tested.</summary>
    public static string Home { get; } = FindHome();

    private static string Program { get; } = Path.Combine(Home, "cli", "bin",
        Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!, "net10.0", "Conformance.Cli.dll");

    public static async Task<ProgramResult> RunAsync(params string[] arguments)
    {
        await using var program = Start(arguments);
        return await program.EndAsync();
    }

    public static ConformanceProgram Start(params string[] arguments) => Start(new Dictionary<string, string>(), arguments);

    public static ConformanceProgram Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["NO_COLOR"] = "1";
        start.Environment.Remove("CONFORMANCE_HOME");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var program = new ConformanceProgram(Process.Start(start)!);
        program.process.OutputDataReceived += (_, e) => program.Read(program.output, e.Data);
        program.process.ErrorDataReceived += (_, e) => program.Read(program.errors, e.Data);
        program.process.BeginOutputReadLine();
        program.process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Waits until it has printed such a line, and gives it.</summary>
    public async Task<string> LineAsync(Func<string, bool> wanted)
    {
        var seen = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if ((output.ToString() + errors).Split('\n').FirstOrDefault(wanted) is { } already)
            {
                return already;
            }

            waiting.Add((wanted, seen));
        }

        return await seen.Task.WaitAsync(Deadline);
    }

    /// <summary>What it has printed until now.</summary>
    public string Said
    {
        get
        {
            lock (gate)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>Presses Enter.</summary>
    public async Task EnterAsync()
    {
        await process.StandardInput.WriteLineAsync();
        await process.StandardInput.FlushAsync();
    }

    /// <summary>What Ctrl-C does.</summary>
    public void Interrupt() => NativeMethods.Kill(process.Id, NativeMethods.Sigint).Should().Be(0);

    /// <summary>Ends it as a power failure would: nothing is cleaned up or written.</summary>
    public void Kill()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.WaitForExit();
    }

    public async Task<ProgramResult> EndAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline);
        await process.WaitForExitAsync(deadline.Token);
        lock (gate)
        {
            return new ProgramResult(process.ExitCode, output.ToString(), errors.ToString());
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private void Read(StringBuilder text, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (gate)
        {
            text.Append(CultureInfo.InvariantCulture, $"{line}\n");
            foreach (var (_, seen) in waiting.Where(wait => wait.Wanted(line)))
            {
                seen.TrySetResult(line);
            }
        }
    }

    private static string FindHome()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Conformance.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    private static class NativeMethods
    {
        public const int Sigint = 2;

        [DllImport("libc", EntryPoint = "kill")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Kill(int process, int signal);
    }
}

/// <summary>What a call of the program came to.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Errors);
