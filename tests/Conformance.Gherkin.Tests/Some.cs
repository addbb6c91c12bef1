namespace Conformance.Gherkin.Tests;

/// <summary>Builds what tests start from.</summary>
internal static class Some
{
    public static FeatureReading Feature(string text, string uri = "some.feature") => FeatureReader.Read(new(uri, text));

    /// <summary>Runs a feature with the given binding classes and returns everything that was reported.</summary>
    public static async Task<(RunOutcome Outcome, IReadOnlyList<RunEvent> Events)> Run(
        string feature, RunOptions? options = null, params Type[] bindings)
    {
        var sink = new Recorder();
        var run = new GherkinRun(Feature(feature), BindingCatalogue.Of(bindings), options ?? new(), [sink], TimeProvider.System);
        var outcome = await run.RunAsync(TestContext.Current.CancellationToken);
        return (outcome, sink.Events);
    }

    public static PickleStep Step(string text, StepKind kind = StepKind.Context) =>
        new() { Text = text, Kind = kind, Keyword = "", Position = new(1, 1) };
}
