using System.Text.Json.Nodes;
using Conformance.Reference.Core.Ledger;

namespace Conformance.Reference.Core.Faults;

/// <summary>The two places where seeded faults act. Without a fault, everything passes unchanged.</summary>
internal sealed class Disturbance(IReadOnlyList<CoreFault> faults)
{
    /// <returns>False when the message is not to be sent; it may have been changed in place.</returns>
    public bool Sends(string step, JsonObject message)
    {
        var sends = true;
        foreach (var fault in faults.Where(fault => fault.Step == step))
        {
            fault.Message?.Invoke(message);
            sends &= !fault.Unsent;
        }

        return sends;
    }

    /// <returns>The record to store, or null when nothing is to be stored.</returns>
    public Person? Saves(string step, Person person)
    {
        var saved = person;
        foreach (var fault in faults.Where(fault => fault.Step == step && fault.Record is not null))
        {
            saved = saved is null ? null : fault.Record!(saved);
        }

        return saved;
    }
}
