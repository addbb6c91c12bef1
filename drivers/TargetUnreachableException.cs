namespace Conformance.Drivers;

/// <summary>The target could not be reached or did not answer: says nothing about the product (cause: environment).</summary>
public sealed class TargetUnreachableException : Exception
{
    public TargetUnreachableException(string message, Exception? inner = null)
        : base(message, inner) { }

    /// <summary>It is there, but its certificate is not trusted: cause configuration.</summary>
    public bool Untrusted { get; init; }

    /// <summary>The <c>error</c> with which the authorisation server refused a token (RFC 6749, 5.2), such as <c>invalid_client</c>: cause configuration.
    /// Empty where it refused without one; null where it did not refuse.</summary>
    public string? TokenRefusal { get; init; }

    /// <summary>Where it failed.</summary>
    public UnreachableAt At { get; init; }

    /// <summary>What was seen up to then.</summary>
    public IReadOnlyList<Exchange> Exchanges { get; init; } = [];
}

/// <summary>Where on the way to a target something failed.</summary>
public enum UnreachableAt
{
    /// <summary>The line, or the target itself: no connection, or half an answer.</summary>
    Line,

    /// <summary>It was reached and did not answer completely in time.</summary>
    Late,

    /// <summary>Something in front of it answered in its place (502 or 504 that is no JSON).</summary>
    Gateway,

    /// <summary>A system beside it that the harness does not play, such as the authorisation server.</summary>
    Neighbour,

    /// <summary>The browser.</summary>
    Browser,
}
