using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Conformance.Drivers.Profiles;

/// <summary>YAML as JSON, by the core schema of YAML 1.2, except that a number with leading zeros (001) stays text.</summary>
internal static partial class YamlJson
{
    /// <param name="text">What becomes of the text of a scalar before it is typed.</param>
    public static JToken Convert(YamlNode node, Func<YamlScalarNode, string>? text = null)
    {
        switch (node)
        {
            case YamlMappingNode map:
                var members = new JObject();
                foreach (var (key, value) in map.Children)
                {
                    members[(key as YamlScalarNode)?.Value ?? ""] = Convert(value, text);
                }

                return members;
            case YamlSequenceNode list:
                return new JArray(list.Children.Select(c => Convert(c, text)));
            case YamlScalarNode scalar:
                return Typed(scalar, text is null ? scalar.Value ?? "" : text(scalar));
            default:
                return JValue.CreateNull();
        }
    }

    private static JValue Typed(YamlScalarNode scalar, string text) => scalar.Style != ScalarStyle.Plain
        ? new JValue(text)
        : text switch
        {
            "" or "~" or "null" => JValue.CreateNull(),
            "true" => new JValue(true),
            "false" => new JValue(false),
            _ when Whole().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => new JValue(whole),
            _ when Fraction().IsMatch(text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var fraction) => new JValue(fraction),
            _ => new JValue(text),
        };

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)\.[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction();
}
