namespace Conformance.Gherkin;

/// <summary>Receives the events of a run, one at a time and in order. Whoever made a sink disposes it.</summary>
public interface IRunSink
{
    /// <summary>Takes an event. A sink that throws gets no more; the run goes on and its outcome names the sink.</summary>
    ValueTask OnAsync(RunEvent e);
}
