namespace Conformance.Gherkin;

/// <summary>What stands behind <c>{name}</c> in a cucumber expression.</summary>
public sealed record ParameterType
{
    /// <summary>Without braces; empty for <c>{}</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Regular expressions, any of which may match. Capture groups inside them are alternatives for the text.</summary>
    public required IReadOnlyList<string> Patterns { get; init; }

    /// <summary>The type a value has by itself; a step may ask for another one.</summary>
    public required Type Type { get; init; }

    /// <summary>Whether undefined-step snippets offer it.</summary>
    public bool UseForSnippets { get; init; } = true;

    /// <summary>Whether it comes with the runtime.</summary>
    public bool IsBuiltIn { get; init; }

    /// <summary>The method that makes the value, for a type that a <c>[StepArgumentTransformation]</c> declares.</summary>
    public ArgumentTransformation? Transformation { get; init; }

    /// <summary>
    /// The text of a value from the capture groups of its pattern, or from the whole match when there are none. By default the
    /// first group that matched.
    /// </summary>
    public Func<IReadOnlyList<string?>, string?> Unwrap { get; init; } = static groups => groups.FirstOrDefault(group => group is not null);
}
