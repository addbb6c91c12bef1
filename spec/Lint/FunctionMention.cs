using System.Text.RegularExpressions;
using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Lint;

/// <summary>機能IDs that a sentence names.</summary>
public static partial class FunctionMention
{
    /// <summary>Seven digits, or a clause such as 児手-2.1.3, in the order of the text, each once.</summary>
    public static IReadOnlyList<string> In(string text) => [.. Form().Matches(Width.Narrow(text)).Select(match => match.Value).Distinct()];

    [GeneratedRegex(@"(?<![0-9])[0-9]{7}(?![0-9])|[\p{IsCJKUnifiedIdeographs}\p{IsKatakana}]{2,4}-[0-9]+(?:\.[0-9]+){0,3}", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
