using System.Collections.Concurrent;
using Conformance.Reports.Exchanges;
using Conformance.Verdicts;

namespace Conformance.Reports.Triaging;

/// <summary>
/// Finds where a failing scenario first went another way. Beside the same scenario of a run in which it conformed: the first exchange that differs in
/// address, status or error codes. Without one: the exchange of the failing step in which the target failed, else the last one that the step looked at, else the one before it.
/// </summary>
/// <param name="evidence">Evidence folder of the run; null where there is none.</param>
/// <param name="baseline">Of the run to compare with; null where there is none.</param>
internal sealed class PlaceFinder(string? evidence, string? baseline)
{
    private const string ExchangeType = "application/vnd.conformance.exchange+json";

    private readonly ConcurrentDictionary<string, RecordedExchange?> read = new(StringComparer.Ordinal);

    public DivergingPlace Find(ScenarioResult scenario, ScenarioResult? before)
    {
        var failing = FailingStep(scenario);
        if (before is { Verdict: VerdictKind.Conforms } && baseline is not null)
        {
            var (now, then) = (Seen(scenario, 0, failing, evidence), Seen(before, 0, failing, baseline));
            for (var i = 0; i < now.Count; i++)
            {
                if (i >= then.Count || !now[i].IsLike(then[i]))
                {
                    return now[i].Place;
                }
            }
        }

        var own = Seen(scenario, failing, failing, evidence);
        if ((own.FirstOrDefault(exchange => exchange.IsTrouble) ?? own.LastOrDefault()) is { } found)
        {
            return found.Place;
        }

        for (var step = failing - 1; step >= 0; step--)
        {
            if (Seen(scenario, step, step, evidence) is [.., var last])
            {
                return last.Place;
            }
        }

        // What was known before anything was tried is no fault of the sentence that would have come first.
        if (scenario.Steps is [{ Duration.Ticks: 0, Message: not null }, ..] && failing == 0)
        {
            return new DivergingPlace("untried", "", "", null);
        }

        return new DivergingPlace("message", scenario.Steps.Count > failing ? MessagePattern.Of(scenario.Steps[failing].Text) : "", "", null);
    }

    public static int FailingStep(ScenarioResult scenario)
    {
        for (var i = 0; i < scenario.Steps.Count; i++)
        {
            if (scenario.Steps[i].Status != "PASSED")
            {
                return i;
            }
        }

        return Math.Max(0, scenario.Steps.Count - 1);
    }

    // Looking again until something is visible gives as many like exchanges as the target was slow: they count once.
    private List<SeenExchange> Seen(ScenarioResult scenario, int from, int to, string? folder)
    {
        var seen = new List<SeenExchange>();
        for (var step = from; step <= to && step < scenario.Steps.Count; step++)
        {
            foreach (var reference in scenario.Steps[step].Evidence.Where(reference => reference.MediaType == ExchangeType))
            {
                var exchange = SeenExchange.Of(step, reference.Title, reference.File, Read(folder, reference.File));
                if (seen is not [.., var last] || !last.IsLike(exchange))
                {
                    seen.Add(exchange);
                }
            }
        }

        return seen;
    }

    private RecordedExchange? Read(string? folder, string file) =>
        folder is null || file != Path.GetFileName(file) ? null : read.GetOrAdd(file, name => RecordedExchange.Read(Path.Combine(folder, name)));
}
