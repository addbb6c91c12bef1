namespace Conformance.Drivers.Recording;

/// <summary>One part of a mapping as it was played on the screens of a target.</summary>
/// <param name="Step">Number of the step, from 1; 0 for what is read when all are done.</param>
/// <param name="Name">Label, button, menu path or table, as the profile calls it.</param>
/// <param name="Told">What the target said to it, or what is there instead; empty where all is well.</param>
public sealed record PlayedPart(string Exchange, int Step, PlayedKind Kind, string Name, PlayedOutcome Outcome, string Told)
{
    /// <summary>Items that the first record has, where something was read.</summary>
    public IReadOnlyList<string> Read { get; init; } = [];
}

/// <summary>What a part of a mapping does.</summary>
public enum PlayedKind
{
    /// <summary>The mapping is played from its first step on.</summary>
    Begin,
    Open,
    Fill,
    Press,
    Read,
}

/// <summary>What came of it.</summary>
public enum PlayedOutcome
{
    Found,

    /// <summary>Nothing of this name is there.</summary>
    NotFound,

    /// <summary>Several things of this name are there.</summary>
    Ambiguous,

    /// <summary>The steps are done, and what tells their success is not there.</summary>
    NotRead,

    /// <summary>The target refused; what would have followed was not reached.</summary>
    Refused,

    /// <summary>The target did not answer.</summary>
    NoAnswer,
}
