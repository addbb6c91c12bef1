using System.Reflection;
using Conformance.Gherkin;
using Xunit;
using Xunit.Sdk;

namespace Conformance.XunitHost;

/// <summary>
/// Runs scenarios as tests. It is an assembly fixture, so that the hooks of the run run once: <c>[assembly: AssemblyFixture(typeof(ScenarioHost))]</c>. Derive
/// from it to take step definitions from elsewhere, to configure the run, or to write messages.
/// </summary>
public class ScenarioHost : IAsyncDisposable
{
    private readonly Lazy<HostedRun> _run;

    public ScenarioHost() => _run = new(() =>
        new(FeatureFiles.ReadAll(Features), BindingCatalogue.Of([.. StepAssemblies]), Options, Sinks, TimeProvider.System, TestContext.Current.CancellationToken));

    /// <summary>All features that tests are made of, so that messages can tell of them; every one beside the tests unless overridden.</summary>
    protected virtual string Features => "**/*.feature";

    /// <summary>Where step definitions and hooks are; the test program unless overridden.</summary>
    protected virtual IEnumerable<Assembly> StepAssemblies => [Assembly.GetEntryAssembly()!];

    /// <summary>Retries, timeouts, objects that all scenarios share.</summary>
    protected virtual RunOptions Options => new();

    /// <summary>Who is told of the run besides the test runner, such as a <see cref="MessagesSink"/>. They are for the deriving class to dispose.</summary>
    protected virtual IReadOnlyList<IRunSink> Sinks => [];

    /// <summary>Runs one scenario; the test fails, is skipped or passes as the scenario does.</summary>
    /// <exception cref="ScenarioFailedException">The scenario did not pass; the message names step and place.</exception>
    public async Task RunAsync(ScenarioCase scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var reading = FeatureFiles.Read(scenario.File);
        if (reading.Problems.Count > 0)
        {
            throw new ScenarioFailedException(string.Join('\n', reading.Problems), null);
        }

        var pickle = reading.Documents.SelectMany(document => document.Pickles).FirstOrDefault(candidate => candidate.Id == scenario.Id)
            ?? throw new ScenarioFailedException($"{scenario.File} has no scenario at {scenario.Id} any more. Build the tests again.", null);
        ScenarioReport.Write(await _run.Value.RunAsync(pickle), TestContext.Current);
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_run.IsValueCreated)
        {
            await _run.Value.DisposeAsync();
        }
    }
}
