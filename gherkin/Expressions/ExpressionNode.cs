namespace Conformance.Gherkin;

/// <summary>A node of a parsed cucumber expression. Positions count code points from zero, the end excluded.</summary>
internal sealed record ExpressionNode(ExpressionNodeKind Kind, IReadOnlyList<ExpressionNode> Nodes, string Token, int Start, int End)
{
    public string Text => Token + string.Concat(Nodes.Select(node => node.Text));
}

internal enum ExpressionNodeKind
{
    Text,
    Optional,
    Alternation,
    Alternative,
    Parameter,
    Expression,
}
