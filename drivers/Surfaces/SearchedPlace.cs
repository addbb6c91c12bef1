namespace Conformance.Drivers;

/// <summary>One place where a product shows what it can do: an operation that it describes, or a screen.</summary>
/// <param name="Name">Method and path, or the name of the screen and its address.</param>
/// <param name="Texts">Every name found there: summaries, parameters, fields; menus, buttons, labels, options, headings.</param>
/// <param name="Options">Field name to the values that it takes, where the place tells them.</param>
public sealed record SearchedPlace(string Name, IReadOnlyList<string> Texts, IReadOnlyDictionary<string, IReadOnlyList<string>> Options)
{
    /// <summary><c>api</c> or <c>ui</c>.</summary>
    public string Surface { get; init; } = "api";

    /// <summary>GET, POST, …; GET of a screen.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>As described, with its parameters in braces; of a screen as it was reached.</summary>
    public string Path { get; init; } = "";

    /// <summary>What the product calls it: the summary of an operation, the heading of a screen; empty where it does not say.</summary>
    public string Title { get; init; } = "";

    /// <summary>Name of the link that led to a screen; empty for the first.</summary>
    public string ReachedBy { get; init; } = "";

    /// <summary>PNG of a screen, without what its fields and cells hold; null where none was taken.</summary>
    public byte[]? Picture { get; init; }

    /// <summary>The first text that contains the word, white space and case aside; null where none does.</summary>
    public string? Finds(string word) => Texts.FirstOrDefault(text => Squeezed(text).Contains(Squeezed(word), StringComparison.OrdinalIgnoreCase));

    private static string Squeezed(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
