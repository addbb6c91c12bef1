using Conformance.Steps.Running;

namespace Conformance.Steps.Vocabulary;

/// <summary>What is kept of a scenario once it has ended, before its windows are given back.</summary>
[Binding]
public sealed class EvidenceHooks(Stage stage)
{
    // After the hooks that put the target back: what these send belongs to the scenario too.
    private const int Last = 90_000;

    [AfterScenario(Order = Last)]
    public Task Keep() => stage.KeepLeftEvidenceAsync();
}
