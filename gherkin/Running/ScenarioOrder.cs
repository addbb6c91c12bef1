namespace Conformance.Gherkin;

/// <summary>In which order scenarios start. Those that run alone come last in either.</summary>
public enum ScenarioOrder
{
    AsWritten,

    /// <summary>From the last to the first, to find scenarios that depend on others.</summary>
    Reverse,
}
