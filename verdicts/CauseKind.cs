namespace Conformance.Verdicts;

/// <summary>Whose trouble a 判定不能 or 不適合 is.</summary>
public enum CauseKind
{
    /// <summary>Credentials, addresses, certificates.</summary>
    Configuration,

    /// <summary>The mapping of functions to operations and screens.</summary>
    Profile,

    /// <summary>The target was down, slow, or a neighbour or the line was.</summary>
    Environment,

    /// <summary>A system that the harness plays.</summary>
    Mock,

    /// <summary>The harness itself: an undefined step, a bug.</summary>
    Harness,

    /// <summary>The expectation does not rest on an official text.</summary>
    Specification,

    /// <summary>The product.</summary>
    Product,
}
