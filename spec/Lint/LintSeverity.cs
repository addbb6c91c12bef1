namespace Conformance.Spec.Lint;

/// <summary>How much a finding weighs.</summary>
public enum LintSeverity
{
    /// <summary>注意: nothing is wrong, but it is counted.</summary>
    Note,

    /// <summary>警告: easily misread, or hard to verify.</summary>
    Warning,

    /// <summary>誤り: the text contradicts itself, or lacks something that it needs.</summary>
    Error,
}
