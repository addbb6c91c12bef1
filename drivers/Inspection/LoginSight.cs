namespace Conformance.Drivers.Inspection;

/// <summary>One operator at the login screen.</summary>
/// <param name="Trouble">Why the operator could not log in; null where that went well.</param>
/// <param name="Unreachable">The screen could not be reached; else it does not fit the profile, or refuses the operator.</param>
public sealed record LoginSight(int Operator, string Name, string? Trouble, bool Unreachable)
{
    /// <summary>The certificate is not trusted.</summary>
    public bool Untrusted { get; init; }
}
