using Conformance.Verdicts;

namespace Conformance.Cli.Runs;

/// <summary>Ends a run whose target is gone: several scenarios in a row that could not reach it say that the rest could not either.</summary>
internal sealed class TargetBreaker : IDisposable
{
    private const int Limit = 6;
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private int inARow;
    private string? reason;

    public CancellationToken Token => stop.Token;

    /// <summary>The run was ended because the target is gone.</summary>
    public bool IsOpen => stop.IsCancellationRequested;

    public void Saw(ScenarioRecord record)
    {
        lock (gate)
        {
            var trouble = record.Steps.Select(step => step.Trouble).FirstOrDefault(found => found is { Cause: CauseKind.Environment });
            inARow = trouble is null ? 0 : inARow + 1;
            if (inARow >= Limit && reason is null)
            {
                reason = $"The run was ended because {Limit} scenarios in a row could not reach the target. The last one: {trouble!.Reason}";
                stop.Cancel();
            }
        }
    }

    /// <summary>A scenario that was cut short or never begun because of that says so.</summary>
    public ScenarioRecord Explain(ScenarioRecord record)
    {
        lock (gate)
        {
            if (reason is null || record.Steps.Any(step => step.Status == "FAILED") || record.Steps.All(step => step.Status == "PASSED"))
            {
                return record;
            }

            var first = record.Steps.TakeWhile(step => step.Status == "PASSED").Count();
            return record with
            {
                Steps = [.. record.Steps.Select((step, i) => i == first ? step with { Status = "FAILED", Message = reason, Trouble = new TroubleRecord(CauseKind.Environment, reason) { Rule = DecidingRules.GivenUp } } : step)],
            };
        }
    }

    public void Dispose() => stop.Dispose();
}
