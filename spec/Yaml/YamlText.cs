using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Conformance.Spec.Yaml;

/// <summary>The text of a YAML file as nodes: whatever is written there ends in nodes or in a flaw with its place, never in an exception.</summary>
/// <param name="Roots">One per document; empty where there is a flaw.</param>
public sealed record YamlText(IReadOnlyList<YamlNode> Roots, YamlFlaw? Flaw)
{
    // Deeper than anything that people write, and far from where reading by recursion ends the program.
    private const int MaxDepth = 100;

    public static YamlText Read(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            var roots = stream.Documents.Select(document => document.RootNode).ToList();
            return roots.Select(root => TooDeep(root, 0)).FirstOrDefault(found => found is not null) is { } deep
                ? new YamlText([], new YamlFlaw((int)deep.Start.Line, (int)deep.Start.Column, $"Nested deeper than {MaxDepth}, or into itself.", "Write it flatter; an anchor must not contain its own alias."))
                : new YamlText(roots, null);
        }
        catch (YamlException e)
        {
            return new YamlText([], new YamlFlaw((int)e.Start.Line, (int)e.Start.Column, e.Message.TrimEnd('.') + ".", "Check indentation and quotes at this place."));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // What YamlDotNet 16.3 throws, without a position, for a bracket that is never closed and for keys that end in nothing.
            return new YamlText([], new YamlFlaw(1, 1, e.Message.TrimEnd('.') + ".", "Look for a bracket or a quote without its counterpart."));
        }
    }

    private static YamlNode? TooDeep(YamlNode node, int depth) => depth > MaxDepth ? node : node switch
    {
        YamlMappingNode map => map.Children.SelectMany(entry => new[] { entry.Key, entry.Value }).Select(child => TooDeep(child, depth + 1)).FirstOrDefault(found => found is not null),
        YamlSequenceNode list => list.Children.Select(child => TooDeep(child, depth + 1)).FirstOrDefault(found => found is not null),
        _ => null,
    };
}

/// <summary>Why a text is no YAML, and where.</summary>
public sealed record YamlFlaw(int Line, int Column, string Fact, string Remedy);
