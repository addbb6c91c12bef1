namespace Conformance.Reference;

/// <summary>A named misbehaviour that an application shows on request, and only then.</summary>
/// <param name="Id">Readable and stable, for example <c>A01-number-twice</c>.</param>
/// <param name="Function">The 機能ID (or flow step) that the fault violates.</param>
/// <param name="What">One line: what the application does wrong.</param>
/// <param name="App">The application that carries it: <c>atena</c> or <c>core</c>.</param>
public sealed record SeededFault(string Id, string Function, string What, string App)
{
    /// <summary>True where its API shows nothing of it.</summary>
    public bool OnScreensOnly { get; init; }
}
