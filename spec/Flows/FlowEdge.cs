namespace Conformance.Spec.Flows;

/// <summary>A sequence flow.</summary>
/// <param name="Name">Label, such as Y.</param>
public sealed record FlowEdge(string Id, string From, string To, string Name, int Line, int Column)
{
    /// <summary>Bears a condition of its own.</summary>
    public bool Conditional { get; init; }

    /// <summary>ID of the sub-process that it stands in; empty on the level of the process.</summary>
    public string Scope { get; init; } = "";
}
