using System.Diagnostics.CodeAnalysis;

namespace Conformance.Mocks;

/// <summary>The applications of the played マイナポータル, by number. Thread-safe.</summary>
internal sealed class PortalDesk(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, PortalFile> files = new(StringComparer.Ordinal);
    private readonly SerialNumbers numbers = new("", time);
    private readonly SerialNumbers moves = new("H", time);

    public string Apply(PortalApplication application, string? move)
    {
        lock (gate)
        {
            var file = new PortalFile(numbers.Next(), application, time.GetUtcNow(), move);
            files.Add(file.Number, file);
            return file.Number;
        }
    }

    public PortalMove ApplyMove(PortalApplication leaving, PortalApplication entering)
    {
        lock (gate)
        {
            var move = moves.Next();
            return new PortalMove(Apply(leaving, move), Apply(entering, move), move);
        }
    }

    public bool TryFind(string number, [NotNullWhen(true)] out PortalFile? file)
    {
        lock (gate)
        {
            return files.TryGetValue(number, out file);
        }
    }

    /// <exception cref="ArgumentException">No such application.</exception>
    public T With<T>(string number, Func<PortalFile, T> action)
    {
        lock (gate)
        {
            return files.TryGetValue(number, out var file)
                ? action(file)
                : throw new ArgumentException($"There is no application {number}.", nameof(number));
        }
    }

    /// <summary>One row per delivery that is due, in the order of the numbers.</summary>
    public IReadOnlyList<PortalFile> Rows(Func<PortalFile, bool> wanted)
    {
        lock (gate)
        {
            return [.. files.Values.Where(file => file.Listed && wanted(file))
                .SelectMany(file => Enumerable.Repeat(file, file.Withdrawn ? 1 : Math.Max(1, file.Pending)))];
        }
    }

    /// <returns>The number of deliveries that are due now.</returns>
    public static int Release(PortalFile file)
    {
        if (!file.Listed)
        {
            file.Listed = true;
            file.Pending = 1;
        }

        return file.Pending;
    }
}
