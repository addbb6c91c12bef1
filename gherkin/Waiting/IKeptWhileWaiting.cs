using System.Text.Json;

namespace Conformance.Gherkin;

/// <summary>
/// An object of a scenario that has to survive while the scenario waits: its state is kept when a step throws <see cref="WaitingStepException"/>,
/// and given back to its successor, another day or on another machine. Not in Reqnroll.
/// </summary>
public interface IKeptWhileWaiting
{
    /// <summary>Unique in the scenario, and the same in later versions of the program.</summary>
    string WaitingKey { get; }

    /// <summary>The state. Asked for when a step waits, before the hooks after the scenario.</summary>
    JsonElement Keep();

    /// <summary>Takes the state back, right after construction.</summary>
    void Recall(JsonElement kept);
}
