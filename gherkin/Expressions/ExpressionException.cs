namespace Conformance.Gherkin;

/// <summary>A step expression that cannot be used. The message shows the expression, points at the place and says what to do.</summary>
public sealed class ExpressionException : FormatException
{
    private ExpressionException(string message, int column)
        : base(message) => Column = column;

    /// <summary>One-based column of the expression, in code points; 0 where the whole expression is meant.</summary>
    public int Column { get; }

    /// <summary>The parameter type that nobody registered, if that is what is wrong.</summary>
    public string? UndefinedParameterType { get; private init; }

    internal static ExpressionException At(int start, int end, string expression, string problem, string solution)
    {
        var pointer = new string(' ', start) + "^" + (end - start > 1 ? new string('-', end - start - 2) + "^" : "");
        return new($"This Cucumber Expression has a problem at column {start + 1}:\n\n{expression}\n{pointer}\n{problem}.\n{solution}", start + 1);
    }

    internal static ExpressionException UnknownType(ExpressionNode node, string expression, string name)
    {
        var described = At(
            node.Start, node.End, expression, $"Undefined parameter type '{name}'", $"Please register a ParameterType for '{name}'");
        return new(described.Message, described.Column) { UndefinedParameterType = name };
    }

    internal static ExpressionException BadRegex(string expression, string problem) =>
        new($"This regular expression cannot be used: {expression}\n{problem}", 0);
}
