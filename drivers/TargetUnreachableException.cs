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

    /// <summary>What was seen up to then.</summary>
    public IReadOnlyList<Exchange> Exchanges { get; init; } = [];
}
