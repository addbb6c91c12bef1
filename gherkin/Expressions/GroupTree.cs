using System.Text.RegularExpressions;

namespace Conformance.Gherkin;

/// <summary>Which capture groups of a regular expression lie inside which; .NET reports them as a flat list.</summary>
internal sealed class GroupTree
{
    private GroupTree(IReadOnlyList<Node> roots) => Roots = roots;

    public IReadOnlyList<Node> Roots { get; }

    public static GroupTree Of(Regex regex)
    {
        var pattern = regex.ToString();
        var roots = new List<Node>();
        var open = new Stack<Node?>();
        var unnamed = 0;
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[' when !inClass:
                    inClass = true;

                    // A bracket right after the opening one is a character of the class.
                    if (i + 1 < pattern.Length && pattern[i + 1] == '^')
                    {
                        i++;
                    }

                    if (i + 1 < pattern.Length && pattern[i + 1] == ']')
                    {
                        i++;
                    }

                    break;
                case ']' when inClass:
                    inClass = false;
                    break;
                case '(' when !inClass:
                    var node = Opened(regex, pattern, i, ref unnamed);
                    if (node is not null)
                    {
                        (open.FirstOrDefault(outer => outer is not null)?.Children ?? roots).Add(node);
                    }

                    open.Push(node);
                    break;
                case ')' when !inClass && open.Count > 0:
                    open.Pop();
                    break;
            }
        }

        return new(roots);
    }

    public static MatchedGroup Read(Match match, Node node)
    {
        var group = match.Groups[node.Number];
        return new(
            group.Success ? group.Value : null,
            group.Success ? group.Index : -1,
            node.Children.Count == 0 ? [] : [.. node.Children.Select(child => Read(match, child))]);
    }

    private static Node? Opened(Regex regex, string pattern, int at, ref int unnamed)
    {
        if (at + 1 >= pattern.Length || pattern[at + 1] != '?')
        {
            return new(++unnamed, []);
        }

        // (?<name>…) and (?'name'…) capture; (?:…), (?=…), (?<=…), (?i:…) do not.
        var quote = at + 2 < pattern.Length ? pattern[at + 2] : ' ';
        var named = quote == '\'' || quote == '<' && at + 3 < pattern.Length && pattern[at + 3] is not ('=' or '!');
        if (!named)
        {
            return null;
        }

        var end = pattern.IndexOf(quote == '<' ? '>' : '\'', at + 3);
        return end < 0 ? null : new(regex.GroupNumberFromName(pattern[(at + 3)..end]), []);
    }

    internal sealed record Node(int Number, List<Node> Children);
}
