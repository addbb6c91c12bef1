[assembly: AssemblyFixture(typeof(ScenarioHost))]

namespace Example;

/// <summary>Every scenario under <c>features/</c> is a test.</summary>
public sealed class Features(ScenarioHost host)
{
    [Theory]
    [Scenarios("features/**/*.feature")]
    public Task Scenario(ScenarioCase scenario) => host.RunAsync(scenario);
}
