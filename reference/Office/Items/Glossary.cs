using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Conformance.Reference.Office.Items;

/// <summary>Every item that an application knows, by name. Numbered items (<c>jido2_shimei</c>) share the definition of the first.</summary>
internal sealed partial class Glossary
{
    private readonly Dictionary<string, Field> fields;

    public Glossary(IEnumerable<Field> fields) => this.fields = fields.ToDictionary(field => field.Name, StringComparer.Ordinal);

    /// <summary>The definition, or null for a name that nobody defined.</summary>
    public Field? Find(string name)
    {
        if (fields.TryGetValue(name, out var field))
        {
            return field;
        }

        return Numbered().Match(name) is { Success: true } match
            && fields.TryGetValue($"{match.Groups["word"].Value}1{match.Groups["rest"].Value}", out var first)
            ? first with { Name = name, Label = first.Label.Replace("1", match.Groups["number"].Value, StringComparison.Ordinal) }
            : null;
    }

    public string Label(string name) => Find(name)?.Label ?? name;

    /// <summary>Fields by their names, separated by blanks; a star behind the name makes the field required.</summary>
    public IReadOnlyList<Field> Of(string names) =>
    [
        .. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word =>
            (Find(word.TrimEnd('*')) ?? throw new UnreachableException($"{word} is not defined")) with { Required = word.EndsWith('*') }),
    ];

    [GeneratedRegex("^(?<word>[a-z]+)(?<number>[0-9])(?<rest>_[a-z_]+)?$")]
    private static partial Regex Numbered();
}
