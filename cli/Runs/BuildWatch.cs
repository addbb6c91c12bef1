using Conformance.Drivers;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Runs;

/// <summary>The build of the target at the beginning and the end of a run: what two builds did cannot become one verdict.</summary>
internal static class BuildWatch
{
    /// <summary>The build, or why nothing can be seen; neither where the profile does not say how it is read.</summary>
    public static async Task<(string? Build, TroubleRecord? Trouble)> AtStartAsync(TargetSession target, CancellationToken cancellationToken)
    {
        try
        {
            return (await target.ReadBuildAsync(cancellationToken), null);
        }
        catch (TargetUnreachableException e)
        {
            return (null, new TroubleRecord(e.Untrusted ? CauseKind.Configuration : CauseKind.Environment, $"The target did not tell its build before the run: {e.Message}"));
        }
        catch (ProfileMismatchException e)
        {
            return (null, new TroubleRecord(CauseKind.Profile, e.Message));
        }
    }

    /// <summary>Empty where it cannot be read any more; null where nobody is to be asked.</summary>
    public static async Task<string?> AtEndAsync(TargetSession target, string? build, CancellationToken cancellationToken)
    {
        if (build is null || cancellationToken.IsCancellationRequested)
        {
            return null;
        }

        try
        {
            return (await AtStartAsync(target, cancellationToken)).Build ?? "";
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <exception cref="BadInputException">CF6121: the run began with another build.</exception>
    public static void Require(string log, string? recorded, string? now)
    {
        if (recorded is not null && now is not null && recorded != now)
        {
            throw new BadInputException(new Problem("CF6121", log, 0, 0, $"The run began with build {recorded}, and the target is now build {now}.",
                "Bring the build back, or begin a new run; `run --rerun-failed` runs only what did not conform."));
        }
    }
}
