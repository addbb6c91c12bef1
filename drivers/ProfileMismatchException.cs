namespace Conformance.Drivers;

/// <summary>The profile does not fit the target: a label, a field or a path is not there (cause: profile).</summary>
public sealed class ProfileMismatchException : Exception
{
    public ProfileMismatchException(string message, Exception? inner = null)
        : base(message, inner) { }

    /// <summary>What was seen up to then.</summary>
    public IReadOnlyList<Exchange> Exchanges { get; init; } = [];
}
