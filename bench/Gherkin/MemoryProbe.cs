using System.Globalization;
using Conformance.Gherkin;

namespace Conformance.Bench.Gherkin;

/// <summary>Looks at memory when a tenth of the scenarios is done, and when all are.</summary>
internal sealed class MemoryProbe(int scenarios) : IRunSink
{
    private readonly List<(int Done, long Live, long WorkingSet)> looks = [];
    private int done;

    public ValueTask OnAsync(RunEvent e)
    {
        if (e is RunEvent.ScenarioFinished { WillBeRetried: false } && ++done * 10L % scenarios == 0 && (done == scenarios / 10 || done == scenarios))
        {
            // What is alive, not what the collector has not come to yet.
            var live = GC.GetTotalMemory(forceFullCollection: true);
            looks.Add((done, live, Environment.WorkingSet));
        }

        return ValueTask.CompletedTask;
    }

    public override string ToString() => string.Join(Environment.NewLine, looks.Select(look => string.Create(
            CultureInfo.InvariantCulture, $"after {look.Done,7} scenarios: {look.Live / 1048576.0,7:0.0} MiB alive, {look.WorkingSet / 1048576.0,7:0.0} MiB working set")))
        + string.Create(CultureInfo.InvariantCulture, $"{Environment.NewLine}difference: alive {Difference(look => look.Live):+0.0;-0.0} %, working set {Difference(look => look.WorkingSet):+0.0;-0.0} %");

    /// <summary>How much is alive and held now.</summary>
    public string Look(string when) => string.Create(CultureInfo.InvariantCulture, $"{when}: {GC.GetTotalMemory(forceFullCollection: true) / 1048576.0:0.0} MiB alive, {Environment.WorkingSet / 1048576.0:0.0} MiB working set");

    private double Difference(Func<(int Done, long Live, long WorkingSet), long> of) => looks.Count < 2 ? double.NaN : (of(looks[^1]) - of(looks[0])) * 100.0 / of(looks[0]);
}
