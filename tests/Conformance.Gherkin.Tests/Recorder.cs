namespace Conformance.Gherkin.Tests;

/// <summary>A sink that keeps everything.</summary>
internal sealed class Recorder : IRunSink
{
    public List<RunEvent> Events { get; } = [];

    public ValueTask OnAsync(RunEvent e)
    {
        Events.Add(e);
        return ValueTask.CompletedTask;
    }
}
