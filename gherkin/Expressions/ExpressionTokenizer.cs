using System.Text;

namespace Conformance.Gherkin;

/// <summary>Splits a cucumber expression into tokens, as the grammar of cucumber-expressions says.</summary>
internal static class ExpressionTokenizer
{
    public static IReadOnlyList<ExpressionToken> Tokenize(string expression)
    {
        var runes = expression.EnumerateRunes().ToArray();
        var tokens = new List<ExpressionToken> { new("", ExpressionTokenKind.StartOfLine, 0, 0) };
        var text = new StringBuilder();
        var kind = ExpressionTokenKind.StartOfLine;
        var start = 0;
        for (var i = 0; i < runes.Length; i++)
        {
            var position = i;
            ExpressionTokenKind next;
            if (runes[i].Value == '\\')
            {
                if (++i == runes.Length)
                {
                    throw ExpressionException.At(
                        position, position, expression,
                        "The end of line can not be escaped",
                        "You can use '\\\\' to escape the '\\'");
                }

                if (KindOf(runes[i]) == ExpressionTokenKind.Text && runes[i].Value != '\\')
                {
                    throw ExpressionException.At(
                        i, i, expression,
                        "Only the characters '{', '}', '(', ')', '\\', '/' and whitespace can be escaped",
                        "If you did mean to use an '\\' you can use '\\\\' to escape it");
                }

                next = ExpressionTokenKind.Text;
            }
            else
            {
                next = KindOf(runes[i]);
            }

            var joins = next == kind && next is (ExpressionTokenKind.Text or ExpressionTokenKind.WhiteSpace);
            if (!joins)
            {
                Flush(position);
                kind = next;
                start = position;
            }

            text.Append(runes[i].ToString());
        }

        Flush(runes.Length);
        tokens.Add(new("", ExpressionTokenKind.EndOfLine, runes.Length, runes.Length));
        return tokens;

        void Flush(int end)
        {
            if (kind != ExpressionTokenKind.StartOfLine)
            {
                tokens.Add(new(text.ToString(), kind, start, end));
                text.Clear();
            }
        }
    }

    private static ExpressionTokenKind KindOf(Rune rune) => rune.Value switch
    {
        '(' => ExpressionTokenKind.BeginOptional,
        ')' => ExpressionTokenKind.EndOptional,
        '{' => ExpressionTokenKind.BeginParameter,
        '}' => ExpressionTokenKind.EndParameter,
        '/' => ExpressionTokenKind.Alternation,
        _ => Rune.IsWhiteSpace(rune) ? ExpressionTokenKind.WhiteSpace : ExpressionTokenKind.Text,
    };
}
