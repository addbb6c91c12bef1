namespace Conformance.Cli.Selftest;

/// <summary>Keeps every processor busy until it is disposed, as on a machine that others share.</summary>
internal sealed class CpuLoad : IDisposable
{
    private readonly Thread[] burners;
    private volatile bool stopped;

    private CpuLoad(int count)
    {
        burners = [.. Enumerable.Range(0, count).Select(_ => new Thread(Burn) { IsBackground = true, Name = "load" })];
        foreach (var burner in burners)
        {
            burner.Start();
        }
    }

    /// <summary>How many threads there are: one for each processor.</summary>
    public int Count => burners.Length;

    public static CpuLoad OnAllProcessors() => new(Environment.ProcessorCount);

    public void Dispose()
    {
        stopped = true;
        foreach (var burner in burners)
        {
            burner.Join();
        }
    }

    private void Burn()
    {
        var value = 1u;
        while (!stopped)
        {
            for (var i = 0; i < 100_000; i++)
            {
                value = (value * 1664525u) + 1013904223u;
            }

            GC.KeepAlive(value);
        }
    }
}
