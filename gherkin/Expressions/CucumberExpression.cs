using System.Buffers;
using System.Text;

namespace Conformance.Gherkin;

/// <summary>A cucumber expression: text with <c>{parameters}</c>, <c>(optional)</c> parts and alternative/texts.</summary>
public sealed class CucumberExpression : StepExpression
{
    /// <exception cref="ExpressionException">The expression cannot be used.</exception>
    public CucumberExpression(string source, ParameterTypes types)
        : this(source, Compilation.Of(source, types)) { }

    private CucumberExpression(string source, Compilation compilation)
        : base(source, compilation.Pattern, compilation.Types, compilation.Prefix, compilation.Suffix) => Tree = compilation.Tree;

    public override bool IsCucumberExpression => true;

    internal ExpressionNode Tree { get; }

    private static readonly SearchValues<char> IllegalInName = SearchValues.Create("[]()$.|?*+");

    private sealed class Compilation(string source, ParameterTypes types)
    {
        private readonly List<ParameterType?> _found = [];

        public required ExpressionNode Tree { get; init; }

        public string Pattern { get; private set; } = "";

        public IReadOnlyList<ParameterType?> Types => _found;

        public string Suffix => string.Concat(Tree.Nodes.Reverse().TakeWhile(node => node.Kind == ExpressionNodeKind.Text).Reverse().Select(node => node.Token));

        public string Prefix => string.Concat(Tree.Nodes.TakeWhile(node => node.Kind == ExpressionNodeKind.Text).Select(node => node.Token));

        public static Compilation Of(string source, ParameterTypes types)
        {
            var compilation = new Compilation(source, types) { Tree = ExpressionParser.Parse(source) };
            compilation.Pattern = compilation.Rewrite(compilation.Tree);
            return compilation;
        }

        private string Rewrite(ExpressionNode node) => node.Kind switch
        {
            ExpressionNodeKind.Text => Escape(node.Token),
            ExpressionNodeKind.Optional => RewriteOptional(node),
            ExpressionNodeKind.Alternation => RewriteAlternation(node),
            ExpressionNodeKind.Parameter => RewriteParameter(node),
            ExpressionNodeKind.Alternative => string.Concat(node.Nodes.Select(Rewrite)),
            _ => $"^{string.Concat(node.Nodes.Select(Rewrite))}$",
        };

        private string RewriteOptional(ExpressionNode node)
        {
            if (node.Nodes.FirstOrDefault(inner => inner.Kind == ExpressionNodeKind.Parameter) is { } parameter)
            {
                throw At(parameter, "An optional may not contain a parameter type", "If you did not mean to use an parameter type you can use '\\{' to escape the '{'");
            }

            if (node.Nodes.FirstOrDefault(inner => inner.Kind == ExpressionNodeKind.Optional) is { } optional)
            {
                throw At(optional, "An optional may not contain an other optional", "If you did not mean to use an optional type you can use '\\(' to escape the '('. For more complicated expressions consider using a regular expression instead.");
            }

            if (node.Nodes.All(inner => inner.Kind != ExpressionNodeKind.Text))
            {
                throw At(node, "An optional must contain some text", "If you did not mean to use an optional you can use '\\(' to escape the '('");
            }

            return $"(?:{string.Concat(node.Nodes.Select(Rewrite))})?";
        }

        private string RewriteAlternation(ExpressionNode node)
        {
            foreach (var alternative in node.Nodes)
            {
                if (alternative.Nodes.Count == 0)
                {
                    throw At(alternative, "Alternative may not be empty", "If you did not mean to use an alternative you can use '\\/' to escape the '/'");
                }

                if (alternative.Nodes.All(inner => inner.Kind != ExpressionNodeKind.Text))
                {
                    throw At(alternative, "An alternative may not exclusively contain optionals", "If you did not mean to use an optional you can use '\\(' to escape the '('");
                }
            }

            return $"(?:{string.Join('|', node.Nodes.Select(Rewrite))})";
        }

        private string RewriteParameter(ExpressionNode node)
        {
            var name = node.Text;
            if (name.AsSpan().ContainsAny(IllegalInName))
            {
                throw At(node, "Illegal character in parameter name {" + name + "}", "Parameter names may not contain '[]()$.|?*+'");
            }

            if (!types.TryGet(name, out var type))
            {
                throw ExpressionException.UnknownType(node, source, name);
            }

            _found.Add(type);
            return type.Patterns is [var single] ? $"({single})" : $"({string.Join('|', type.Patterns.Select(pattern => $"(?:{pattern})"))})";
        }

        private ExpressionException At(ExpressionNode node, string problem, string solution) =>
            ExpressionException.At(node.Start, node.End, source, problem, solution);

        private static string Escape(string text)
        {
            var escaped = new StringBuilder(text.Length);
            foreach (var character in text)
            {
                if (@"\^[({$.|?*+})]".Contains(character, StringComparison.Ordinal))
                {
                    escaped.Append('\\');
                }

                escaped.Append(character);
            }

            return escaped.ToString();
        }
    }
}
