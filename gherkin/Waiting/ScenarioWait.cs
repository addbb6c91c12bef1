using System.Text.Json;

namespace Conformance.Gherkin;

/// <summary>A scenario that waits: where it stands, what for, and what it knows.</summary>
/// <param name="StepsDone">How many of its steps, hooks not counted, were done; the next one waits.</param>
/// <param name="State">By <see cref="IKeptWhileWaiting.WaitingKey"/>; <see cref="ContextKey"/> holds the values of the scenario's context.</param>
public sealed record ScenarioWait(int StepsDone, string Reason, DateTimeOffset? NotBefore, IReadOnlyDictionary<string, JsonElement> State)
{
    /// <summary>The key under which the plain values of <see cref="ScenarioContext"/> are kept.</summary>
    public const string ContextKey = "ScenarioContext";
}
