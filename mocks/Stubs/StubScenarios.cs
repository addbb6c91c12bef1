namespace Conformance.Mocks;

/// <summary>States of the scenarios that stubs go through. Checking a state and moving on is one step, so that of two requests at once only one moves it.</summary>
internal sealed class StubScenarios
{
    public const string Started = "Started";

    private readonly Lock gate = new();
    private readonly Dictionary<string, string> states = new(StringComparer.Ordinal);

    /// <returns>False where the scenario is in another state than the stub asks for; then nothing changes.</returns>
    public bool TryEnter(StubMapping mapping)
    {
        if (mapping.Scenario is not { } scenario)
        {
            return true;
        }

        lock (gate)
        {
            if (mapping.RequiredState is { } required && State(scenario) != required)
            {
                return false;
            }

            if (mapping.NewState is { } next)
            {
                states[scenario] = next;
            }

            return true;
        }
    }

    public string Of(string scenario)
    {
        lock (gate)
        {
            return State(scenario);
        }
    }

    public void Set(string scenario, string? state)
    {
        lock (gate)
        {
            states[scenario] = state ?? Started;
        }
    }

    public void Reset()
    {
        lock (gate)
        {
            states.Clear();
        }
    }

    /// <summary>Forgets scenarios that no mapping names any more.</summary>
    public void Keep(IReadOnlySet<string> named)
    {
        lock (gate)
        {
            foreach (var gone in states.Keys.Where(scenario => !named.Contains(scenario)).ToList())
            {
                states.Remove(gone);
            }
        }
    }

    private string State(string scenario) => states.GetValueOrDefault(scenario, Started);
}
