namespace Conformance.Drivers;

/// <summary>A surface of the target on which functions are performed.</summary>
public interface IDriver : IAsyncDisposable
{
    /// <summary><c>api</c> or <c>ui</c>.</summary>
    string Surface { get; }

    /// <summary>Whether the profile maps the exchange on this surface.</summary>
    bool Offers(string exchange);

    /// <summary>Performs the call once; writes are never retried.</summary>
    /// <exception cref="TargetUnreachableException">Nothing can be said about the product: refused connection, name, TLS,
    /// timeout, an answer that is no HTTP.</exception>
    /// <exception cref="ProfileMismatchException">The profile does not fit what is there: a field or screen is not found.</exception>
    Task<Observation> PerformAsync(FunctionCall call, CancellationToken cancellationToken);
}
