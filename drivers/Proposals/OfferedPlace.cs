namespace Conformance.Drivers.Proposals;

/// <summary>What a product offers and an exchange may be mapped to: an operation of its API, or a screen.</summary>
/// <param name="Id">Method and path, or the address of the screen.</param>
/// <param name="Titles">What it is called, the best name first: summary, heading, words in the menu, path.</param>
/// <param name="Takes">What is entered: name or label, and title.</param>
/// <param name="Gives">What it answers; empty where that is not described.</param>
public sealed record OfferedPlace(string Id, IReadOnlyList<string> Titles, IReadOnlyList<OfferedField> Takes, IReadOnlyList<OfferedField> Gives)
{
    /// <summary>GET, POST, …; empty for screens.</summary>
    public string Method { get; init; } = "";

    public string Path { get; init; } = "";

    /// <summary>How a menu leads to it; empty where none does.</summary>
    public string Menu { get; init; } = "";

    /// <summary>Buttons of its forms, in their order.</summary>
    public IReadOnlyList<string> Buttons { get; init; } = [];

    /// <summary>Captions of the tables that stand there before anything is done.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];

    /// <summary>JSONPath of the records of its answer; empty where that is not described.</summary>
    public string Records { get; init; } = "";

    /// <summary>It answers something that is no JSON.</summary>
    public bool IsDocument { get; init; }
}

/// <param name="Name">JSON member, parameter, or label.</param>
/// <param name="Title">What a person calls it; empty where it has no other name.</param>
/// <param name="Values">What it takes; empty where that is free.</param>
public sealed record OfferedField(string Name, string Title, IReadOnlyList<string> Values)
{
    public bool Required { get; init; }

    /// <summary>Members of each element, where it is a list of objects.</summary>
    public IReadOnlyList<OfferedField> Members { get; init; } = [];
}
