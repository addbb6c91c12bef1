namespace Conformance.Gherkin;

/// <summary>
/// Parses a cucumber expression:
/// <c>expression = (alternation | optional | parameter | text)*</c>; an alternation ends at white space or a parameter.
/// </summary>
internal sealed class ExpressionParser
{
    private readonly string _expression;
    private readonly IReadOnlyList<ExpressionToken> _tokens;

    private ExpressionParser(string expression)
    {
        _expression = expression;
        _tokens = ExpressionTokenizer.Tokenize(expression);
    }

    public static ExpressionNode Parse(string expression)
    {
        var parser = new ExpressionParser(expression);
        var nodes = parser.ParseUntil(1, parser.ParseTopLevel, ExpressionTokenKind.EndOfLine).Nodes;
        return new(ExpressionNodeKind.Expression, nodes, "", 0, parser._tokens[^1].End);
    }

    private delegate (int Consumed, ExpressionNode? Node) Rule(int at);

    private (int Consumed, ExpressionNode? Node) ParseTopLevel(int at) =>
        First(at, ParseAlternation, ParseOptional, ParseParameter, ParseText);

    private static (int Consumed, ExpressionNode? Node) First(int at, params ReadOnlySpan<Rule> rules)
    {
        foreach (var rule in rules)
        {
            if (rule(at) is { Consumed: > 0 } result)
            {
                return result;
            }
        }

        return default;
    }

    private (int Consumed, ExpressionNode? Node) ParseText(int at)
    {
        var token = _tokens[at];
        switch (token.Kind)
        {
            case ExpressionTokenKind.WhiteSpace:
            case ExpressionTokenKind.Text:
            case ExpressionTokenKind.EndParameter:
            case ExpressionTokenKind.EndOptional:
                return (1, new(ExpressionNodeKind.Text, [], token.Text, token.Start, token.End));
            case ExpressionTokenKind.Alternation:
                throw ExpressionException.At(
                    token.Start, token.End, _expression,
                    "An alternation can not be used inside an optional",
                    "If you did not mean to use an alternation you can use '\\/' to escape the '/'. Otherwise rephrase your expression or consider using a regular expression instead.");
            default:
                return default;
        }
    }

    private (int Consumed, ExpressionNode? Node) ParseName(int at)
    {
        var token = _tokens[at];
        switch (token.Kind)
        {
            case ExpressionTokenKind.WhiteSpace:
            case ExpressionTokenKind.Text:
                return (1, new(ExpressionNodeKind.Text, [], token.Text, token.Start, token.End));
            case ExpressionTokenKind.BeginOptional:
            case ExpressionTokenKind.EndOptional:
            case ExpressionTokenKind.BeginParameter:
            case ExpressionTokenKind.EndParameter:
            case ExpressionTokenKind.Alternation:
                throw BadName(token.Start, token.End);
            default:
                return default;
        }
    }

    internal ExpressionException BadName(int start, int end) => ExpressionException.At(
        start, end, _expression,
        "Parameter names may not contain '{', '}', '(', ')', '\\' or '/'",
        "Did you mean to use a regular expression?");

    private (int Consumed, ExpressionNode? Node) ParseParameter(int at) => ParseBetween(
        at, ExpressionNodeKind.Parameter, ExpressionTokenKind.BeginParameter, ExpressionTokenKind.EndParameter, ParseName);

    private (int Consumed, ExpressionNode? Node) ParseOptional(int at) => ParseBetween(
        at, ExpressionNodeKind.Optional, ExpressionTokenKind.BeginOptional, ExpressionTokenKind.EndOptional,
        inner => First(inner, ParseOptional, ParseParameter, ParseText));

    private (int Consumed, ExpressionNode? Node) ParseBetween(
        int at, ExpressionNodeKind kind, ExpressionTokenKind begin, ExpressionTokenKind end, Rule rule)
    {
        if (_tokens[at].Kind != begin)
        {
            return default;
        }

        var (consumed, nodes) = ParseUntil(at + 1, rule, end, ExpressionTokenKind.EndOfLine);
        var close = at + 1 + consumed;
        if (_tokens[close].Kind != end)
        {
            var (symbol, other, purpose, noun) = kind == ExpressionNodeKind.Parameter
                ? ("{", "}", "a parameter", "the a parameter")
                : ("(", ")", "optional text", "the optional text");
            throw ExpressionException.At(
                _tokens[at].Start, _tokens[at].End, _expression,
                $"The '{symbol}' does not have a matching '{other}'",
                $"If you did not intend to use {purpose} you can use '\\{symbol}' to escape {noun}");
        }

        return (consumed + 2, new(kind, nodes, "", _tokens[at].Start, _tokens[close].End));
    }

    private (int Consumed, ExpressionNode? Node) ParseAlternation(int at)
    {
        if (!IsEdge(_tokens[at - 1].Kind, left: true))
        {
            return default;
        }

        var alternatives = new List<List<ExpressionNode>> { new() };
        var separators = new List<ExpressionToken>();
        var i = at;
        while (!IsEdge(_tokens[i].Kind, left: false))
        {
            if (_tokens[i].Kind == ExpressionTokenKind.Alternation)
            {
                separators.Add(_tokens[i++]);
                alternatives.Add([]);
                continue;
            }

            var (consumed, node) = First(i, ParseOptional, ParseParameter, ParseText);
            if (consumed == 0)
            {
                break;
            }

            alternatives[^1].Add(node!);
            i += consumed;
        }

        if (separators.Count == 0)
        {
            return default;
        }

        var start = _tokens[at].Start;
        var end = _tokens[i].Start;
        var nodes = new List<ExpressionNode>();
        for (var n = 0; n < alternatives.Count; n++)
        {
            nodes.Add(new(
                ExpressionNodeKind.Alternative,
                alternatives[n],
                "",
                n == 0 ? start : separators[n - 1].End,
                n == alternatives.Count - 1 ? end : separators[n].Start));
        }

        return (i - at, new(ExpressionNodeKind.Alternation, nodes, "", start, end));
    }

    private static bool IsEdge(ExpressionTokenKind kind, bool left) => kind switch
    {
        ExpressionTokenKind.WhiteSpace => true,
        ExpressionTokenKind.StartOfLine or ExpressionTokenKind.EndParameter => left,
        ExpressionTokenKind.EndOfLine or ExpressionTokenKind.BeginParameter => !left,
        _ => false,
    };

    private (int Consumed, IReadOnlyList<ExpressionNode> Nodes) ParseUntil(int at, Rule rule, params ReadOnlySpan<ExpressionTokenKind> ends)
    {
        var nodes = new List<ExpressionNode>();
        var i = at;
        while (i < _tokens.Count && !ends.Contains(_tokens[i].Kind))
        {
            var (consumed, node) = rule(i);
            if (consumed == 0)
            {
                break;
            }

            nodes.Add(node!);
            i += consumed;
        }

        return (i - at, nodes);
    }
}
