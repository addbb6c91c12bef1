using System.Text;

namespace Conformance.Gherkin;

/// <summary>Recursive descent: <c>or</c> binds weakest, then <c>and</c>, then <c>not</c>.</summary>
internal sealed class TagExpressionParser
{
    private readonly string _text;
    private readonly List<(string Text, int Column, bool IsTag)> _tokens = [];
    private int _at;

    private TagExpressionParser(string text) => _text = text;

    public static Func<Predicate<string>, bool> Parse(string text)
    {
        var parser = new TagExpressionParser(text);
        parser.Tokenize();
        if (parser._tokens.Count == 0)
        {
            return static _ => true;
        }

        var expression = parser.ParseOr();
        return parser._at == parser._tokens.Count ? expression : throw parser.Unexpected("`and`, `or` or the end");
    }

    private Func<Predicate<string>, bool> ParseOr()
    {
        var left = ParseAnd();
        while (Take("or"))
        {
            var (one, other) = (left, ParseAnd());
            left = has => one(has) || other(has);
        }

        return left;
    }

    private Func<Predicate<string>, bool> ParseAnd()
    {
        var left = ParseNot();
        while (Take("and"))
        {
            var (one, other) = (left, ParseNot());
            left = has => one(has) && other(has);
        }

        return left;
    }

    private Func<Predicate<string>, bool> ParseNot()
    {
        if (Take("not"))
        {
            var inner = ParseNot();
            return has => !inner(has);
        }

        if (Take("("))
        {
            var inner = ParseOr();
            return Take(")") ? inner : throw Unexpected("`)`");
        }

        if (_at < _tokens.Count && _tokens[_at].IsTag)
        {
            var tag = _tokens[_at++].Text;
            return has => has(tag);
        }

        throw Unexpected("a tag, `not` or `(`");
    }

    private bool Take(string symbol)
    {
        if (_at < _tokens.Count && !_tokens[_at].IsTag && _tokens[_at].Text == symbol)
        {
            _at++;
            return true;
        }

        return false;
    }

    private FormatException Unexpected(string expected)
    {
        var (found, column) = _at < _tokens.Count ? ($"「{_tokens[_at].Text}」", _tokens[_at].Column) : ("the end", _text.Length + 1);
        return new($"Tag expression 「{_text}」, column {column}: expected {expected}, found {found}.");
    }

    private void Tokenize()
    {
        for (var i = 0; i < _text.Length;)
        {
            if (char.IsWhiteSpace(_text[i]))
            {
                i++;
            }
            else if (_text[i] is '(' or ')')
            {
                _tokens.Add((_text[i].ToString(), i + 1, false));
                i++;
            }
            else
            {
                i = ReadWord(i);
            }
        }
    }

    private int ReadWord(int start)
    {
        var word = new StringBuilder();
        var escaped = false;
        var i = start;
        for (; i < _text.Length && !char.IsWhiteSpace(_text[i]) && _text[i] is not ('(' or ')'); i++)
        {
            if (_text[i] == '\\')
            {
                escaped = true;
                if (++i == _text.Length || !(_text[i] is '(' or ')' or '\\' || char.IsWhiteSpace(_text[i])))
                {
                    throw new FormatException(
                        $"Tag expression 「{_text}」, column {i}: only a blank, a parenthesis or `\\` can follow `\\`.");
                }
            }

            word.Append(_text[i]);
        }

        var text = word.ToString();
        _tokens.Add((text, start + 1, escaped || text is not ("and" or "or" or "not")));
        return i;
    }
}
