namespace Conformance.Cli.Selftest;

/// <summary>What the harness made of one seeded fault.</summary>
/// <param name="Attributed">The units that it blamed; for a fault that shows in no verdict, those that its findings name.</param>
/// <param name="Exact">It blamed the fault's own unit and no other.</param>
/// <param name="Scenarios">Some of those by which it was found.</param>
internal sealed record FaultOutcome(string Id, string Function, bool Found, IReadOnlyList<string> Attributed, bool Exact, IReadOnlyList<string> Scenarios)
{
    /// <summary>How often it was run, each time with another seed.</summary>
    public int Runs { get; init; } = 1;

    /// <summary>In how many of these it was found.</summary>
    public int FoundIn { get; init; } = Found ? 1 : 0;
}
