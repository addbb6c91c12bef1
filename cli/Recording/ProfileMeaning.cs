using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Conformance.Spec.Yaml;
using YamlDotNet.RepresentationModel;

namespace Conformance.Cli.Recording;

/// <summary>
/// What a profile says, as a hash: a run goes on with the same profile only. Comments and layout do not count, nor do the two keys that bear on no result: when the environment may be used
/// (<c>environment.window</c>) and how fast (<c>environment.rate</c>), which are agreed upon anew from week to week.
/// </summary>
internal static class ProfileMeaning
{
    private static readonly string[] Passing = ["window", "rate"];

    /// <returns>64 hexadecimal digits; null where there is no such file.</returns>
    public static string? Of(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        var text = File.ReadAllText(file);
        var said = new StringBuilder();
        if (YamlText.Read(text).Roots is [YamlMappingNode root])
        {
            Say(root, said, "");
        }
        else
        {
            // What cannot be read is refused later, with its place.
            said.Append(text);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString())));
    }

    private static void Say(YamlNode node, StringBuilder said, string at)
    {
        switch (node)
        {
            case YamlMappingNode map:
                said.Append('{');
                foreach (var (key, value) in map.Children.Where(entry => at != "/environment" || !Passing.Contains((entry.Key as YamlScalarNode)?.Value)))
                {
                    Say(key, said, at);
                    Say(value, said, $"{at}/{(key as YamlScalarNode)?.Value}");
                }

                said.Append('}');
                break;
            case YamlSequenceNode list:
                said.Append('[');
                foreach (var item in list.Children)
                {
                    Say(item, said, at + "/-");
                }

                said.Append(']');
                break;
            case YamlScalarNode scalar:
                said.Append(CultureInfo.InvariantCulture, $"{scalar.Value?.Length ?? -1}:{scalar.Value}");
                break;
        }
    }
}
