using Conformance.Reports;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Runs;

/// <summary>Runs of several roles, one after the other.</summary>
internal static class SeveralRuns
{
    /// <summary>A role for which a filter leaves nothing is passed over and told of, as long as another has something.</summary>
    /// <exception cref="BadInputException">CF6020: nothing is left in any role.</exception>
    public static async Task<IReadOnlyList<RunResult>> RunAsync<T>(
        IReadOnlyList<T> parts, Func<T, string> roleOf, ReportLanguage language, Func<T, Task<IReadOnlyList<RunResult>>> run, CancellationToken cancellationToken)
    {
        var runs = new List<RunResult>();
        var empty = new List<(string Role, IReadOnlyList<Problem> Problems)>();
        foreach (var part in parts)
        {
            try
            {
                runs.AddRange(await run(part));
            }
            catch (BadInputException e) when (e.Problems.All(problem => problem.Code == "CF6020"))
            {
                empty.Add((roleOf(part), e.Problems));
            }

            if (cancellationToken.IsCancellationRequested)
            {
                break;
            }
        }

        if (runs.Count == 0 && empty.Count > 0)
        {
            throw new BadInputException([.. empty.SelectMany(one => one.Problems).Distinct()]);
        }

        foreach (var (role, _) in empty)
        {
            await Console.Error.WriteLineAsync(language == ReportLanguage.English ? $"{role}: no scenario fits --filter; this role was not run." : $"{role}：--filter に当たるシナリオがないため、この役割は実行していない。");
        }

        return runs;
    }
}
