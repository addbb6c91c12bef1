using System.Collections.Immutable;

namespace Conformance.Mocks;

/// <summary>The mappings in force, in the order in which they are tried: by priority, of equal priority the latest first. Thread-safe; readers see one
/// state or the next, never something between.</summary>
internal sealed class StubSet
{
    private readonly Lock gate = new();
    private volatile ImmutableArrayBox box = new([]);
    private long insertions;

    public ImmutableArray<StubMapping> All => box.Mappings;

    public StubMapping? Find(Guid id) => All.FirstOrDefault(mapping => mapping.Id == id);

    /// <summary>Applies a change as a whole. A mapping takes the place of one with the same ID.</summary>
    public void Change(IReadOnlyCollection<StubMapping> added, Func<StubMapping, bool>? removed = null)
    {
        lock (gate)
        {
            var kept = box.Mappings.Where(mapping => removed?.Invoke(mapping) != true && added.All(other => other.Id != mapping.Id));
            var all = kept.Concat(added.Select(mapping => mapping with { Insertion = ++insertions })).ToList();
            box = new([.. all.OrderBy(mapping => mapping.Priority).ThenByDescending(mapping => mapping.Insertion)]);
        }
    }

    private sealed record ImmutableArrayBox(ImmutableArray<StubMapping> Mappings);
}
