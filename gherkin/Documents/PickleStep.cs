namespace Conformance.Gherkin;

/// <summary>A step of a scenario, with the values of its outline filled in.</summary>
public sealed record PickleStep
{
    public required string Text { get; init; }

    public required StepKind Kind { get; init; }

    /// <summary>As written, with its trailing space if the language has one: <c>前提</c>, <c>Given </c>.</summary>
    public required string Keyword { get; init; }

    /// <summary>Where the keyword starts; in an outline the place in the outline, not in the row.</summary>
    public required SourcePosition Position { get; init; }

    public PickleTable? Table { get; init; }

    public PickleDocString? DocString { get; init; }

    /// <summary>Whether the step comes from a background.</summary>
    public bool IsBackground { get; init; }

    /// <summary>Numbers of the nodes this came from: the step, then the row of the outline. Counted within the document.</summary>
    public IReadOnlyList<int> AstNodes { get; init; } = [];
}
