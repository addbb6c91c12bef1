using Conformance.Cli.SharedUse;
using Conformance.Reports;
using Conformance.Spec;

namespace Conformance.Cli.Commands;

/// <summary>Turns what a command throws into what the user reads, and into an exit code.</summary>
internal static class Guard
{
    public static Task<int> RunAsync(Func<Task<int>> action) => RunAsync(ReportLanguage.Japanese, action);

    /// <param name="language">Of what is said where the environment is not to be used now.</param>
    public static async Task<int> RunAsync(ReportLanguage language, Func<Task<int>> action)
    {
        try
        {
            return await action();
        }
        catch (BadInputException e)
        {
            foreach (var problem in e.Problems)
            {
                await Console.Error.WriteLineAsync(problem.ToString());
            }

            return ExitCode.BadInput;
        }
        catch (NotNowException e)
        {
            await Console.Error.WriteLineAsync(e.In(language));
            return ExitCode.Inconclusive;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
    }

    public static Task<int> RunAsync(Func<int> action) => RunAsync(() => Task.FromResult(action()));
}
