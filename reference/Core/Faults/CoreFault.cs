using System.Text.Json.Nodes;
using Conformance.Reference.Core.Ledger;

namespace Conformance.Reference.Core.Faults;

/// <summary>A seeded fault: what goes wrong at one step of a flow. The sound code knows nothing of it; it acts where a message leaves or
/// a record is stored.</summary>
internal sealed record CoreFault(string Id, string Step, string What)
{
    /// <summary>The message of the step does not leave.</summary>
    public bool Unsent { get; init; }

    /// <summary>Spoils the message of the step.</summary>
    public Action<JsonObject>? Message { get; init; }

    /// <summary>Spoils the record that the step stores; null stores nothing.</summary>
    public Func<Person, Person?>? Record { get; init; }
}
