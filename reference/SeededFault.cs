namespace Conformance.Reference;

/// <summary>A named misbehaviour that an application shows on request, and only then.</summary>
/// <param name="Id">Readable and stable, for example <c>A01-number-twice</c>.</param>
/// <param name="Function">The 機能ID (or flow step) that the fault violates.</param>
/// <param name="What">One line: what the application does wrong.</param>
/// <param name="App">The application that carries it: <c>atena</c> or <c>core</c>.</param>
public sealed record SeededFault(string Id, string Function, string What, string App)
{
    /// <summary>How it shows: <c>verdict</c> (something does not hold), <c>difference</c> (API and screens do not agree), or, where the application shows
    /// something else than is declared, <c>undeclared</c>, <c>presentUndeclared</c>, <c>declaredAbsent</c>, <c>undescribed</c>.</summary>
    public string Shows { get; init; } = "verdict";

    /// <summary>Through which surfaces it can be seen: <c>api</c>, <c>ui</c>, <c>both</c>.</summary>
    public string Driver { get; init; } = "api";

    /// <summary>True where its API shows nothing of it.</summary>
    public bool OnScreensOnly { get; init; }
}
