namespace Conformance.Drivers.Profiles;

/// <summary>Where the product runs, and what its owner allows. Person numbers of made-up people may coincide with real ones, so writes go to test environments only.</summary>
/// <param name="Kind"><c>test</c>, <c>staging</c> or <c>production</c>.</param>
/// <param name="Owner">Who answers for the environment.</param>
/// <param name="Settings"><c>read-only</c>: the harness changes no setting of the product; <c>changeable</c>: it may; <c>restore</c>: it may, and puts back what was there.</param>
public sealed record TargetEnvironment(string Kind, string Owner, string Settings)
{
    /// <summary>Only a test environment may be written to.</summary>
    public bool MayWrite => Kind == "test";

    /// <summary>Whether settings may be changed, for good or for a while.</summary>
    public bool MayChangeSettings => Settings is "changeable" or "restore";

    /// <summary>At most so many requests; null for as many as come.</summary>
    public RateLimit? Rate { get; init; }
}
