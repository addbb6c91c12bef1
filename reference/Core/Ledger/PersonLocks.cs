using System.Collections.Concurrent;

namespace Conformance.Reference.Core.Ledger;

/// <summary>Lets one piece of work at a time hold a number, across the call to the neighbour that belongs to it.</summary>
internal sealed class PersonLocks
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new(StringComparer.Ordinal);

    /// <summary>Waits for all the numbers, always in the same order so that two holders cannot block each other.</summary>
    public async Task<IDisposable> HoldAsync(IEnumerable<string> numbers, CancellationToken cancellationToken)
    {
        var held = new Held();
        try
        {
            foreach (var number in numbers.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                var gate = gates.GetOrAdd(number, _ => new SemaphoreSlim(1));
                await gate.WaitAsync(cancellationToken);
                held.Gates.Push(gate);
            }

            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private sealed class Held : IDisposable
    {
        public Stack<SemaphoreSlim> Gates { get; } = new();

        public void Dispose()
        {
            while (Gates.TryPop(out var gate))
            {
                gate.Release();
            }
        }
    }
}
