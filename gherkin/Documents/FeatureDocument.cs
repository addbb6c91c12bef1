using Ast = global::Gherkin.Ast;

namespace Conformance.Gherkin;

/// <summary>A feature file that was read: its text, its tree and the scenarios compiled from it.</summary>
public sealed record FeatureDocument
{
    public required string Uri { get; init; }

    public required string Text { get; init; }

    /// <summary>The tree of the official parser; its <c>Feature</c> is null for an empty file.</summary>
    public required Ast.GherkinDocument Tree { get; init; }

    public required IReadOnlyList<Pickle> Pickles { get; init; }

    /// <summary>The number of every node that messages refer to, counted as the official implementations count.</summary>
    public required AstNumbers Numbers { get; init; }
}
