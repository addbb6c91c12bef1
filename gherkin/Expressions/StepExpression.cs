using System.Text.RegularExpressions;

namespace Conformance.Gherkin;

/// <summary>The expression of a step definition, ready to be matched. Safe for use by several threads.</summary>
public abstract class StepExpression
{
    // A step text is short; an expression that needs longer than this backtracks without end.
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(2);

    private readonly GroupTree _groups;

    private protected StepExpression(string source, string pattern, IReadOnlyList<ParameterType?> types, string prefix, string suffix)
    {
        Source = source;
        Prefix = prefix;
        Suffix = suffix;
        Types = types;
        try
        {
            Regex = new(pattern, RegexOptions.CultureInvariant, MatchTimeout);
        }
        catch (ArgumentException exception)
        {
            throw ExpressionException.BadRegex(source, exception.Message);
        }

        _groups = GroupTree.Of(Regex);
    }

    /// <summary>As written in the attribute.</summary>
    public string Source { get; }

    public abstract bool IsCucumberExpression { get; }

    /// <summary>How many arguments a match yields.</summary>
    public int ArgumentCount => _groups.Roots.Count;

    /// <summary>The regular expression that does the work.</summary>
    public Regex Regex { get; }

    /// <summary>The parameter types in the order of the arguments; empty for a regular expression.</summary>
    public IReadOnlyList<ParameterType?> Types { get; }

    /// <summary>Literal text that every matching step starts with.</summary>
    internal string Prefix { get; }

    /// <summary>Literal text that every matching step ends with.</summary>
    internal string Suffix { get; }

    /// <summary>Makes an expression, by Reqnroll's rule which of both kinds it is unless the kind is given.</summary>
    /// <exception cref="ExpressionException">The expression cannot be used.</exception>
    public static StepExpression Create(string source, ExpressionType type, ParameterTypes types)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(types);
        return type switch
        {
            ExpressionType.CucumberExpression => new CucumberExpression(source, types),
            ExpressionType.RegularExpression => new RegularStepExpression(source),
            _ => ExpressionDetection.IsCucumberExpression(source) ? new CucumberExpression(source, types) : new RegularStepExpression(source),
        };
    }

    /// <summary>The arguments found in the text, or null when the expression does not match.</summary>
    public IReadOnlyList<MatchedArgument>? Match(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Most steps fit none of most expressions, and this tells faster than a regular expression.
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || !text.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return null;
        }

        var match = Regex.Match(text);
        if (!match.Success)
        {
            return null;
        }

        var arguments = new MatchedArgument[_groups.Roots.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            var group = GroupTree.Read(match, _groups.Roots[i]);
            var type = i < Types.Count ? Types[i] : null;
            var value = type is null or { Transformation: not null } || group.Value is null ? group.Value : type.Unwrap(group.Values);
            arguments[i] = new(value, group, type);
        }

        return arguments;
    }
}
