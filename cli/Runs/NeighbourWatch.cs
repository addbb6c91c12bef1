using System.Net.Sockets;
using Conformance.Mocks;
using Conformance.Verdicts;

namespace Conformance.Cli.Runs;

/// <summary>
/// Looks, whenever a scenario failed, whether the systems that the harness plays did their part. Where they did not, nothing is said about the product: a
/// target that cannot ask its neighbour fails for no fault of its own.
/// </summary>
/// <param name="mocks">Null where the harness plays none.</param>
internal sealed class NeighbourWatch(MockHost? mocks)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The record, with the trouble of the played systems in the place of what the first step that failed says.</summary>
    public ScenarioRecord Explain(ScenarioRecord record)
    {
        if (mocks is null || !record.Steps.Any(step => step.Status == "FAILED") || TroubleOf(mocks, record) is not { } trouble)
        {
            return record;
        }

        return record with { Steps = [.. record.Steps.Select(step => step.Status == "FAILED" ? step with { Trouble = trouble } : step)] };
    }

    private static TroubleRecord? TroubleOf(MockHost mocks, ScenarioRecord record)
    {
        if (!Answers(mocks))
        {
            return new TroubleRecord(CauseKind.Mock, $"The systems that the harness plays do not answer any more at {mocks.LocalAddress}.") { Rule = DecidingRules.MockBroken };
        }

        var own = mocks.Journal.Find(entry => entry.ClaimedBy?.StartsWith($"{record.Id}@{record.Driver}", StringComparison.Ordinal) == true);
        return own.FirstOrDefault(entry => entry.Failure is not null) is { } failed
            ? new TroubleRecord(CauseKind.Mock, $"「{failed.Neighbour}」, which the harness plays, failed at 「{failed.Operation}」.") { Rule = DecidingRules.MockBroken }
            : own.FirstOrDefault(entry => entry.Fault is not null) is { } spoilt
            ? new TroubleRecord(CauseKind.Mock, $"A fault was injected into 「{spoilt.Neighbour}」, which the harness plays, at 「{spoilt.Operation}」: {spoilt.Fault}.") { Rule = DecidingRules.MockSpoilt }
            : null;
    }

    private static bool Answers(MockHost mocks)
    {
        using var socket = new TcpClient();
        try
        {
            return socket.ConnectAsync(mocks.LocalAddress.Host, mocks.LocalAddress.Port).Wait(Patience);
        }
        catch (AggregateException e) when (e.InnerException is SocketException)
        {
            return false;
        }
    }
}
