using System.Runtime.InteropServices;
using Conformance.Spec;

namespace Conformance.Cli.Commands;

/// <summary>Turns what a command throws into what the user reads, and into an exit code.</summary>
internal static class Guard
{
    public static async Task<int> RunAsync(Func<Task<int>> action)
    {
        try
        {
            // Not on the thread that waits for signals: work that never yields could not be stopped.
            return await Task.Run(action);
        }
        catch (BadInputException e)
        {
            foreach (var problem in e.Problems)
            {
                await Console.Error.WriteLineAsync(problem.ToString());
            }

            return ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
    }

    /// <summary>For work that knows no cancellation: Ctrl-C and a request to end leave it where it is.</summary>
    public static Task<int> RunAsync(Func<int> action) => RunAsync(async () =>
    {
        var stopped = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopped.TrySetResult(ExitCode.Cancelled);
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await await Task.WhenAny(Task.Run(action), stopped.Task);
    });
}
