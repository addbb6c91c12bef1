namespace Conformance.Drivers.Proposals;

/// <summary>An exchange of the standard for which an operation and a screen are looked for.</summary>
/// <param name="Class"><c>mandatory</c>, <c>forbidden</c> or <c>optional</c>: the strictest class of what cannot be shown without it.</param>
/// <param name="Functions">Names of the functions that it serves.</param>
/// <param name="Takes">Items that are given with it, searched items included.</param>
/// <param name="Gives">Items that it answers.</param>
public sealed record SoughtExchange(string Name, string Class, IReadOnlyList<string> Functions, IReadOnlyList<string> Takes, IReadOnlyList<string> Gives)
{
    /// <summary>Functions or flow steps that stay 未検証 without it.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Other names of it in the standard, such as the title of an interface.</summary>
    public IReadOnlyList<string> AlsoCalled { get; init; } = [];

    /// <summary>Method and path of the interface that the standard fixes for it; null where it fixes none.</summary>
    public (string Method, string Path)? Official { get; init; }

    /// <summary>It searches: conditions go with it.</summary>
    public bool Searches { get; init; }

    /// <summary>It answers a document.</summary>
    public bool IsDocument { get; init; }

    /// <summary>The product does it by itself.</summary>
    public bool IsBatch { get; init; }
}
