using System.Text.Json.Nodes;
using Conformance.Reference.Core.Ledger;

namespace Conformance.Reference.Core.Faults;

/// <summary>The two places where a seeded fault acts. Without a fault, everything passes unchanged.</summary>
internal sealed class Disturbance(CoreFault? fault)
{
    /// <returns>False when the message is not to be sent; it may have been changed in place.</returns>
    public bool Sends(string step, JsonObject message)
    {
        if (fault?.Step != step)
        {
            return true;
        }

        fault.Message?.Invoke(message);
        return !fault.Unsent;
    }

    /// <returns>The record to store, or null when nothing is to be stored.</returns>
    public Person? Saves(string step, Person person) =>
        fault?.Step == step && fault.Record is { } spoil ? spoil(person) : person;
}
