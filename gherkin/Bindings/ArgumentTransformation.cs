using System.Text.RegularExpressions;

namespace Conformance.Gherkin;

/// <summary>A method with <c>[StepArgumentTransformation]</c>.</summary>
public sealed class ArgumentTransformation
{
    private readonly Regex? _regex;

    internal ArgumentTransformation(int number, BindingMethod method, string? regex, string? name, int order)
    {
        Number = number;
        Method = method;
        Order = order;
        Name = name ?? method.ResultType.Name;
        Pattern = regex?.TrimStart('^').TrimEnd('$') ?? ".*";
        _regex = regex is null ? null : new($"^(?:{Pattern})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));
    }

    public int Number { get; }

    public BindingMethod Method { get; }

    /// <summary>The name in cucumber expressions.</summary>
    public string Name { get; }

    public int Order { get; }

    /// <summary>What it makes.</summary>
    public Type Type => Method.ResultType;

    /// <summary>The regular expression without anchors.</summary>
    internal string Pattern { get; }

    internal bool TakesTable => Method.Parameters is [{ ParameterType: var type }, ..] && type == typeof(DataTable);

    /// <summary>The texts to convert to the method's parameters, or null when the text does not look as it has to.</summary>
    internal IReadOnlyList<string?>? Arguments(string text)
    {
        if (_regex is null)
        {
            return [text];
        }

        var match = _regex.Match(text);
        if (!match.Success)
        {
            return null;
        }

        return match.Groups.Count == 1
            ? [text]
            : [.. match.Groups.Cast<Group>().Skip(1).Where(group => group.Success || Method.ArgumentCount > 1).Select(group => group.Success ? group.Value : null)];
    }
}
