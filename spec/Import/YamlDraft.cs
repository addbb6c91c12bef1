using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.Spec.Import;

/// <summary>
/// A YAML mapping that keeps its order and writes the same bytes on every machine: two blanks of indent, LF, strings quoted only where
/// YAML would read them as something else. Values are strings, integers, booleans, maps, or lists of these.
/// </summary>
internal sealed partial class YamlDraft
{
    private readonly List<(string Key, object Value)> entries = [];

    public YamlDraft Add(string key, object value)
    {
        entries.Add((key, value));
        return this;
    }

    /// <summary>Adds what is there: no empty text, no empty list, no zero, no <c>false</c>.</summary>
    public YamlDraft AddIf(string key, object? value) =>
        value is null or "" or 0 or false || value is System.Collections.ICollection { Count: 0 } ? this : Add(key, value);

    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text, 0);
        return text.ToString();
    }

    private void Write(StringBuilder text, int indent)
    {
        foreach (var (key, value) in entries)
        {
            text.Append(' ', indent).Append(Scalar(key)).Append(':');
            WriteValue(text, value, indent);
        }
    }

    private static void WriteValue(StringBuilder text, object value, int indent)
    {
        switch (value)
        {
            case YamlDraft { entries.Count: 0 }:
                text.Append(" {}\n");
                break;
            case YamlDraft map:
                text.Append('\n');
                map.Write(text, indent + 2);
                break;
            case IReadOnlyList<string> strings:
                text.Append(" [").AppendJoin(", ", strings.Select(item => Scalar(item, inList: true))).Append("]\n");
                break;
            case IReadOnlyList<YamlDraft> maps:
                text.Append('\n');
                foreach (var item in maps)
                {
                    var inner = new StringBuilder();
                    item.Write(inner, indent + 4);
                    inner[indent + 2] = '-';
                    text.Append(inner);
                }

                break;
            default:
                text.Append(' ').Append(Scalar(value)).Append('\n');
                break;
        }
    }

    private static string Scalar(object value, bool inList = false) => value switch
    {
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        string text when text.AsSpan().IndexOfAny("\n\r\t") >= 0 =>
            '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
                .Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal) + '"',
        string text when Plain().IsMatch(text) && !Special().IsMatch(text) && !(inList && text.Contains(',', StringComparison.Ordinal)) => text,
        string text => '\'' + text.Replace("'", "''", StringComparison.Ordinal) + '\'',
        _ => throw new System.Diagnostics.UnreachableException($"{value.GetType()} is no YAML scalar."),
    };

    /// <summary>Starts with a letter, a kana, a kanji, / or ○; has none of the characters that mean something.</summary>
    [GeneratedRegex("^[\\p{L}/○◎_・（「【][^:#,\\[\\]{}\"'&*!|>%@`\\\\]*(?<! )$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex("^(true|false|null|yes|no|on|off|y|n)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Special();
}
