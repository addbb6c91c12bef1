using Conformance.Cli.Recording;
using Conformance.Spec;

namespace Conformance.Cli.Runs;

/// <summary>The log of one part of a run, begun anew or gone on with.</summary>
internal static class RunLog
{
    /// <param name="part">Name of the part's files.</param>
    /// <param name="header">What the run would be if it began now.</param>
    /// <returns>Null where the run keeps none.</returns>
    /// <exception cref="BadInputException">CF6072: the run that is gone on with was another one.</exception>
    public static ScenarioLog? Open(RunRequest request, string part, LogHeader header)
    {
        if (request.Folder is not { } folder)
        {
            return null;
        }

        var path = folder.LogOf(part);
        if (folder.Mode == RunMode.Fresh || !File.Exists(path))
        {
            return ScenarioLog.Create(path, header);
        }

        var log = ScenarioLog.Open(path, request.Time.GetUtcNow());
        if (Changed(log.Record.Header, header) is not { } changed)
        {
            return log;
        }

        log.Dispose();
        throw new BadInputException(new Problem("CF6072", path, 0, 0, changed, "What was recorded stays. Go on with what the run began with (standard, features, version of this program), or begin a new run: results of different standards are never mixed."));
    }

    private static string? Changed(LogHeader then, LogHeader now) =>
        then.Inputs is { } with && with.Standard != now.Inputs?.Standard ? $"The standard {now.Standard} {now.Edition} is not what it was when the run began."
        : then.Plan != now.Plan ? "The features, the surfaces or the filter are not those that the run began with."
        : null;
}
