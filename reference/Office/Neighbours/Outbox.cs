using System.Collections.Concurrent;

namespace Conformance.Reference.Office.Neighbours;

/// <summary>What is still to be told to a neighbour. What fails is told again on the next visit, in the same order.</summary>
internal sealed class Outbox(string name) : INeighbour
{
    private readonly ConcurrentQueue<Func<CancellationToken, Task>> waiting = new();

    public string Name => name;

    public void Put(Func<CancellationToken, Task> call) => waiting.Enqueue(call);

    public async Task<int> VisitAsync(CancellationToken cancellationToken)
    {
        var sent = 0;
        while (waiting.TryPeek(out var call))
        {
            try
            {
                await call(cancellationToken);
                sent++;
            }
            catch (NeighbourException refused) when (refused.Status is >= 400 and < 500 and not 401 and not 408 and not 429)
            {
                // It will refuse the same call for ever: the others must not wait behind it.
                waiting.TryDequeue(out _);
                throw;
            }

            waiting.TryDequeue(out _);
        }

        return sent;
    }
}
