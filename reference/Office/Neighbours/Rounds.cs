using System.Collections.Concurrent;
using System.Globalization;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Office.Neighbours;

/// <summary>Visits all neighbours again and again. One round at a time; work that wants to be carried out at once wakes it.</summary>
internal sealed class Rounds(IReadOnlyList<INeighbour> neighbours, OfficeSettings settings, OfficeClock clock) : BackgroundService
{
    private readonly SemaphoreSlim one = new(1);
    private readonly SemaphoreSlim wake = new(0);
    private readonly ConcurrentDictionary<string, Row> last = new(StringComparer.Ordinal);

    /// <summary>Begins the next round now.</summary>
    public void Wake()
    {
        if (wake.CurrentCount == 0)
        {
            wake.Release();
        }
    }

    /// <summary>What came of the last visit to each.</summary>
    public IReadOnlyList<Row> Last => [.. neighbours.Select(neighbour => last.GetValueOrDefault(neighbour.Name)?.Copy()).OfType<Row>()];

    /// <summary>A whole round.</summary>
    public async Task<IReadOnlyList<Row>> GoAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            foreach (var neighbour in neighbours)
            {
                last[neighbour.Name] = await VisitAsync(neighbour, cancellationToken);
            }

            return Last;
        }
        finally
        {
            one.Release();
        }
    }

    public override void Dispose()
    {
        one.Dispose();
        wake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (neighbours.Count > 0)
            {
                await GoAsync(stoppingToken);
                await wake.WaitAsync(settings.Interval, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The application ends.
        }
    }

    private async Task<Row> VisitAsync(INeighbour neighbour, CancellationToken cancellationToken)
    {
        var row = new Row { ["renkeisaki"] = neighbour.Name, ["renkeinichiji"] = clock.Stamp };
        try
        {
            var count = await neighbour.VisitAsync(cancellationToken);
            return row.Take(new Row { ["renkeijotai"] = "1", ["kensu"] = count.ToString(CultureInfo.InvariantCulture), ["naiyo"] = "" });
        }
        catch (NeighbourException failure)
        {
            return row.Take(new Row { ["renkeijotai"] = "9", ["kensu"] = "0", ["naiyo"] = failure.Message });
        }
    }
}
