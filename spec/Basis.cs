namespace Conformance.Spec;

/// <summary>
/// What an expectation rests on. In a standard transcribed from an official text only <see cref="Official"/> can make a
/// product 不適合; a check that fails on anything else is 判定不能, cause specification.
/// </summary>
public enum Basis
{
    /// <summary>公式: document, section, sheet or row can be cited.</summary>
    Official,

    /// <summary>推定: reasonable, but no text at hand says so.</summary>
    Assumed,

    /// <summary>曖昧: the official documents contradict each other or can be read in several ways.</summary>
    Ambiguous,

    /// <summary>例示: the standard, or this part of it, is illustrative.</summary>
    Illustrative,
}
