using System.Diagnostics;
using System.Text;
using Conformance.Cli.Commands.Testing;
using Conformance.Spec;

namespace Conformance.Cli.Runs;

/// <summary>The reference application as a process of its own: it stands for somebody else's product.</summary>
internal sealed class ReferenceProcess : IAsyncDisposable
{
    // On a machine where forty programs want two processors it was seen to take more than half a minute.
    private static readonly TimeSpan StartDeadline = TimeSpan.FromMinutes(3);
    private readonly Process process;

    private ReferenceProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Completes when it has ended.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => process.WaitForExitAsync(cancellationToken);

    /// <summary>Path of the program: beside ours in a kit, where it starts by itself, else in its own room, where .NET starts it.</summary>
    public static string Program
    {
        get
        {
            if (IsBeside)
            {
                return Path.Combine(AppContext.BaseDirectory, "Conformance.Reference" + (OperatingSystem.IsWindows() ? ".exe" : ""));
            }

            var configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;
            return Path.Combine(ProjectFolders.Find().Root, "reference", "bin", configuration, "net10.0", "Conformance.Reference.dll");
        }
    }

    private static bool IsBeside => File.Exists(Path.Combine(AppContext.BaseDirectory, "Conformance.Reference.dll"));

    /// <exception cref="BadInputException">CF6010: it does not start, with what it said.</exception>
    public static async Task<ReferenceProcess> StartAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var process = Process.Start(Info([.. arguments, "--stdin-lifetime"])) ?? throw NotStarted("The program could not be started.");
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(StartDeadline);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
            {
                if (line.StartsWith("listening ", StringComparison.Ordinal))
                {
                    return new ReferenceProcess(process, new Uri(line["listening ".Length..].Trim().TrimEnd('/') + "/"));
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            throw NotStarted($"It was not ready after {StartDeadline.TotalMinutes:0} minutes. {(await errors).Trim()}".TrimEnd());
        }

        throw NotStarted((await errors).Trim());
    }

    /// <summary>Runs it once for what it prints, such as its list of faults.</summary>
    public static async Task<string> AskAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(Info(arguments)) ?? throw NotStarted("The program could not be started.");
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var text = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? text : throw NotStarted((await errors).Trim());
    }

    public async ValueTask DisposeAsync()
    {
        // It ends with its standard input; what does not is ended by its own ID.
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private static ProcessStartInfo Info(IReadOnlyList<string> arguments) => new(
        IsBeside ? Program : DotnetProcess.Host, IsBeside ? arguments : [Program, .. arguments])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
    };

    private static BadInputException NotStarted(string said) => new(new Problem("CF6010", Program, 0, 0,
        $"The reference application did not start: {said}", "Check the arguments; `faults` and `variants` list what there is."));
}
