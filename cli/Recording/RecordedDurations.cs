using Conformance.Gherkin;
using Conformance.Reports;
using Conformance.Spec;

namespace Conformance.Cli.Recording;

/// <summary>How long scenarios took in an earlier run, so that parts take about the same time.</summary>
internal static class RecordedDurations
{
    /// <param name="path">A <c>result.json</c>, or the folder that holds one.</param>
    /// <exception cref="BadInputException">CF6073: there is none; or it is no result.</exception>
    public static async Task<Func<Pickle, string, TimeSpan?>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, "result.json") : path;
        if (!File.Exists(file))
        {
            throw new BadInputException(new Problem("CF6073", file, 0, 0, "There is no result to take durations from.", "Give --durations the result.json of an earlier run, the same file for every part."));
        }

        var durations = (await ResultJson.ReadFileAsync(file, cancellationToken)).SelectMany(run => run.Scenarios)
            .GroupBy(scenario => new ScenarioKey(scenario.Id, scenario.Driver))
            .ToDictionary(group => group.Key, group => group.Last().Duration);
        return (pickle, pass) => durations.TryGetValue(ScenarioKey.Of(pickle, pass), out var duration) ? duration : null;
    }
}
