using System.Diagnostics;
using Conformance.Spec.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Conformance.Drivers.Profiles;

/// <summary>Puts a screen mapping into the text of a profile. Everything else stays as it is, byte for byte: comments, order, line ends.</summary>
public static class ProfileEdit
{
    /// <summary>Whether the text maps the exchange on screens already.</summary>
    public static bool Has(string text, string exchange) => Ui(text) is { } ui && Key(ui, exchange) is not null;

    /// <summary>The text with the mapping; null where it cannot be put there without touching anything else.</summary>
    /// <param name="comments">Lines that explain it, without <c>#</c>; they are left out where <c>ui:</c> stands in braces.</param>
    /// <remarks>A mapping of this name that is there is replaced, with the comments inside it; those before it stay.</remarks>
    public static string? With(string text, UiExchange exchange, IReadOnlyList<string> comments)
    {
        if (Ui(text) is not { Children.Count: > 0 } ui)
        {
            return null;
        }

        var edited = ui.Style == MappingStyle.Flow ? InBraces(text, ui, exchange) : InBlock(text, ui, exchange, comments);
        return edited is not null && Ui(edited) is { } after && Key(after, exchange.Name) is not null && Others(ui, exchange.Name).SequenceEqual(Others(after, exchange.Name)) ? edited : null;
    }

    private static string InBlock(string text, YamlMappingNode ui, UiExchange exchange, IReadOnlyList<string> comments)
    {
        var lineEnd = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = Lines(text);
        var first = ui.Children.First().Key;
        var indent = new string(' ', (int)first.Start.Column - 1);
        var added = string.Concat(comments.Select(comment => $"{indent}# {YamlWord.Comment(comment)}{lineEnd}")
            .Append($"{indent}{YamlWord.Of(exchange.Name)}:{lineEnd}").Concat(UiExchangeText.Lines(exchange).Select(line => $"{indent}  {line}{lineEnd}")));
        var starts = ui.Children.Select(child => (int)child.Key.Start.Line - 1).ToList();
        var end = LastLine(lines, (int)first.Start.Line - 1, lines.Count, indent.Length);
        if (Key(ui, exchange.Name) is not { } old)
        {
            var before = string.Concat(lines.Take(end + 1));
            return before + (before.EndsWith('\n') ? "" : lineEnd) + added + string.Concat(lines.Skip(end + 1));
        }

        var from = (int)old.Start.Line - 1;
        var to = LastLine(lines, from, starts.Where(start => start > from).Append(end + 1).Min(), indent.Length);
        return string.Concat(lines.Take(from)) + added + string.Concat(lines.Skip(to + 1));
    }

    private static string? InBraces(string text, YamlMappingNode ui, UiExchange exchange)
    {
        if (Key(ui, exchange.Name) is not null)
        {
            return null;
        }

        var brace = Brace(text, ui);
        var end = text.AsSpan(0, brace).TrimEnd().Length;
        return text[..end] + (text[end - 1] == ',' ? " " : ", ") + $"{YamlWord.Of(exchange.Name)}: {UiExchangeText.Flow(exchange)}" + text[end..];
    }

    // A node knows where its braces begin, and not where they end.
    private static int Brace(string text, YamlMappingNode ui)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            if (depth == 0 && (parser.Current is not MappingStart || parser.Current.Start.Index != ui.Start.Index))
            {
                continue;
            }

            depth += parser.Current!.NestingIncrease;
            if (depth == 0)
            {
                return (int)parser.Current.Start.Index;
            }
        }

        throw new UnreachableException("A text that was read has an end.");
    }

    private static YamlMappingNode? Ui(string text) =>
        YamlText.Read(text) is { Roots: [YamlMappingNode root] } ? root.Children.FirstOrDefault(entry => entry.Key is YamlScalarNode { Value: "ui" }).Value as YamlMappingNode : null;

    private static YamlScalarNode? Key(YamlMappingNode ui, string exchange) => ui.Children.Keys.OfType<YamlScalarNode>().FirstOrDefault(key => key.Value == exchange);

    private static IEnumerable<string> Others(YamlMappingNode ui, string exchange) => ui.Children.Where(child => (child.Key as YamlScalarNode)?.Value != exchange).Select(child => $"{child.Key}: {child.Value}");

    // With their line ends.
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }

    // The last line of a block that says something: empty lines and comments behind it belong to what follows.
    private static int LastLine(List<string> lines, int from, int until, int indent)
    {
        var last = from;
        for (var i = from + 1; i < until; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (lines[i].Length - lines[i].TrimStart(' ').Length < indent)
            {
                break;
            }

            last = i;
        }

        return last;
    }
}
