namespace Conformance.Mocks;

/// <summary>The faults in force. Thread-safe.</summary>
public sealed class FaultPlan
{
    private readonly Lock gate = new();
    private readonly List<Injection> injections = [];

    /// <summary>Puts a fault in force until it is used up or the result is disposed. Of several that fit, the latest strikes.</summary>
    public IDisposable Inject(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var injection = new Injection(this, fault);
        lock (gate)
        {
            injections.Add(injection);
        }

        return injection;
    }

    internal Fault? Take(Receipt receipt)
    {
        lock (gate)
        {
            if (injections.Count == 0)
            {
                return null;
            }

            var struck = injections.FindLast(injection => (injection.Fault.Operation == receipt.Operation || injection.Fault.Operation == Fault.Any)
                && (injection.Fault.Containing.Count == 0 || RequestContent.MentionsAll(receipt, injection.Fault.Containing)));
            if (struck?.Fault.Times is { } times && ++struck.Struck >= times)
            {
                injections.Remove(struck);
            }

            return struck?.Fault;
        }
    }

    private sealed class Injection(FaultPlan plan, Fault fault) : IDisposable
    {
        public Fault Fault { get; } = fault;

        public int Struck { get; set; }

        public void Dispose()
        {
            lock (plan.gate)
            {
                plan.injections.Remove(this);
            }
        }
    }
}
