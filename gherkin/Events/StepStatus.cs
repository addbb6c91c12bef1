namespace Conformance.Gherkin;

/// <summary>What became of a step or scenario, in Cucumber's words, the later the worse. A scenario has the worst of its steps.</summary>
public enum StepStatus
{
    /// <summary>Nothing can be said: no steps, or not finished because the run was cancelled.</summary>
    Unknown,
    Passed,
    Skipped,

    /// <summary>The step definition is not written yet.</summary>
    Pending,

    /// <summary>No step definition fits: a harness error.</summary>
    Undefined,

    /// <summary>Several step definitions fit: a harness error.</summary>
    Ambiguous,
    Failed,
}
