using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Conformance.Drivers.Profiles;

namespace Conformance.Steps.Running;

/// <summary>Starts a batch of the product by a command of this machine, one at a time: two scenarios that need it must not start it twice at once.</summary>
internal static class BatchCommand
{
    private static readonly SemaphoreSlim One = new(1, 1);

    /// <returns>What was started and what it said, for the evidence.</returns>
    /// <exception cref="BatchCommandException">It cannot be started, fails, or takes longer than the profile gives it.</exception>
    public static async Task<string> RunAsync(string exchange, Profile profile, TimeProvider time, CancellationToken cancellationToken)
    {
        var plan = profile.Batches[exchange];
        await One.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var began = time.GetTimestamp();
            using var process = Start(exchange, plan, Path.GetDirectoryName(Path.GetFullPath(profile.File))!);
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
            using var patience = new CancellationTokenSource(plan.Within, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
            try
            {
                await process.WaitForExitAsync(either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                cancellationToken.ThrowIfCancellationRequested();
                throw new BatchCommandException($"The command of 「{exchange}」 ({plan.Command[0]}) was not over within {plan.Within}.");
            }

            var said = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{string.Join(' ', plan.Command)}: exit code {process.ExitCode}, {time.GetElapsedTime(began).TotalSeconds:0.0} s")
                .Append(await output.ConfigureAwait(false)).Append(await errors.ConfigureAwait(false)).ToString();
            return process.ExitCode == 0 ? said : throw new BatchCommandException($"The command of 「{exchange}」 failed: {said}");
        }
        finally
        {
            One.Release();
        }
    }

    private static Process Start(string exchange, BatchPlan plan, string folder)
    {
        try
        {
            // A path is meant from the profile, as all of its paths are; Process would take it from where the harness was started.
            var program = plan.Command[0].Contains('/', StringComparison.Ordinal) ? Path.GetFullPath(plan.Command[0], folder) : plan.Command[0];
            return Process.Start(new ProcessStartInfo(program, plan.Command.Skip(1)) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 })!;
        }
        catch (Win32Exception e)
        {
            throw new BatchCommandException($"The command of 「{exchange}」 cannot be started: {e.Message}");
        }
    }
}
