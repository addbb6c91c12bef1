namespace Conformance.Reports.Triaging;

/// <summary>How a failure stands to what was known before. It never changes a verdict.</summary>
public enum FailureMark
{
    /// <summary>新規: neither in the run to compare with nor in the list of known failures.</summary>
    New,

    /// <summary>既知: in the list of known failures, or failing in the run to compare with already.</summary>
    Known,

    /// <summary>不安定: it held at one attempt and not at another, or in one of the runs and not in the other on the same build.</summary>
    Flaky,

    /// <summary>解消: failing in the run to compare with, and conforming now.</summary>
    Fixed,
}
