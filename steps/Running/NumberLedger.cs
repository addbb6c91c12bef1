using System.Collections.Concurrent;

namespace Conformance.Steps.Running;

/// <summary>
/// Who was given which number in a run, over all scenarios. A number that two people share spoils whatever is said about
/// either of them: that is the numbering function's fault and nobody else's. Thread-safe.
/// </summary>
public sealed class NumberLedger
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, byte>> owners = new(StringComparer.Ordinal);

    /// <param name="owner">Scenario, surface and alias.</param>
    public void Gave(string number, string owner) =>
        owners.GetOrAdd(number, _ => new ConcurrentDictionary<string, byte>(StringComparer.Ordinal))[owner] = 0;

    /// <summary>The first of the numbers that somebody else has too; null where there is none.</summary>
    public string? Shared(IEnumerable<string?> numbers) =>
        numbers.OfType<string>().FirstOrDefault(number => owners.TryGetValue(number, out var people) && people.Count > 1);
}
