namespace Conformance.Gherkin;

/// <summary>A scenario ready to be run: backgrounds put in front, outlines filled in, tags inherited.</summary>
public sealed record Pickle
{
    /// <summary>The feature's URI and the line, <c>features/031/付番.feature:12</c>; unique within a run.</summary>
    public required string Id { get; init; }

    public required string Uri { get; init; }

    public required string Name { get; init; }

    /// <summary>Language of the feature, e.g. <c>ja</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The scenario's line, or the line of the row for a scenario outline.</summary>
    public required SourcePosition Position { get; init; }

    public required IReadOnlyList<PickleStep> Steps { get; init; }

    /// <summary>Own and inherited tags with their <c>@</c>, in the order feature, rule, scenario, examples. May repeat a tag.</summary>
    public required IReadOnlyList<PickleTag> Tags { get; init; }

    /// <summary>Name, description and tags of the feature.</summary>
    public required PickleParent Feature { get; init; }

    /// <summary>The rule that holds the scenario, if any.</summary>
    public PickleParent? Rule { get; init; }

    /// <summary>The scenario's own description, without that of the feature.</summary>
    public string Description { get; init; } = "";

    /// <summary>Tags written at the scenario itself or its examples, with <c>@</c>.</summary>
    public IReadOnlyList<string> OwnTags { get; init; } = [];

    /// <summary>Column and value of the row of a scenario outline, in order; empty for a plain scenario.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Arguments { get; init; } = [];

    /// <summary>Numbers of the nodes this came from: the scenario, then the row. Counted within the document.</summary>
    public IReadOnlyList<int> AstNodes { get; init; } = [];

    /// <summary>Whether it runs alone: it has the tag <c>@exclusive</c> or <c>@排他</c>.</summary>
    public bool IsExclusive => HasTag("@exclusive") || HasTag("@排他");

    /// <summary>Whether a tag, given with its <c>@</c>, is on the scenario or inherited.</summary>
    public bool HasTag(string tag)
    {
        foreach (var own in Tags)
        {
            if (string.Equals(own.Name, tag, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
