namespace Conformance.Gherkin;

/// <summary>What looks like an accident in a cucumber expression: valid, but hardly what was meant.</summary>
/// <param name="Column">One-based, in code points.</param>
public sealed record ExpressionWarning(int Column, string Fact, string Remedy)
{
    /// <summary>
    /// Alternations and optional parts between Japanese characters (転入/転出 matches 転入 or 転出 and takes everything up to the next
    /// blank with it; half-width parentheses make a part optional), and quantifiers such as <c>\d{4}</c> that are read as parameters.
    /// </summary>
    public static IReadOnlyList<ExpressionWarning> Of(CucumberExpression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var warnings = new List<ExpressionWarning>();
        Visit(expression.Tree, warnings);
        return warnings;
    }

    private static void Visit(ExpressionNode node, List<ExpressionWarning> warnings)
    {
        if (node.Kind == ExpressionNodeKind.Alternation && IsJapanese(node.Text))
        {
            var readings = string.Join("」か「", node.Nodes.Select(alternative => alternative.Text));
            warnings.Add(new(
                node.Start + 1,
                $"The `/` is an alternation: it matches 「{readings}」.",
                "Write `\\/` for a slash, or the full-width ／; put blanks around the alternatives if they are meant."));
        }
        else if (node.Kind == ExpressionNodeKind.Optional && IsJapanese(node.Text))
        {
            warnings.Add(new(
                node.Start + 1,
                $"The half-width parentheses make 「{node.Text}」 optional.",
                "Write `\\(` and `)` for parentheses, or the full-width （）."));
        }

        foreach (var inner in node.Nodes)
        {
            Visit(inner, warnings);
        }
    }

    // Hiragana, katakana, CJK ideographs and their extensions.
    private static bool IsJapanese(string text) =>
        text.EnumerateRunes().Any(rune => rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF));
}
