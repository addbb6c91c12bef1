using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Conformance.Drivers.Profiles;

/// <summary>Reads <c>product.build</c>.</summary>
internal static class BuildSourceReading
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static BuildSource? Read(YamlMap? product, bool hasApi)
    {
        if (product?.Part("build", "build") is not { } map)
        {
            return null;
        }

        var (read, match) = (map.Optional("read"), map.Optional("match"));
        if (read is null == match is null)
        {
            map.Problems.Add("CF5003", map.At, "build has neither read nor match, or both.", "Write read: $.build for a JSON answer, or match: 'Build ([0-9.]+)' for a page.");
        }

        CheckPath(map, read);
        return new BuildSource(map.Text("get"), map.OneOf("on", hasApi ? "api" : "ui", "api", "ui"), read, Pattern(map, match), map.Optional("scope"));
    }

    private static void CheckPath(YamlMap map, string? read)
    {
        try
        {
            _ = read is null ? null : new JObject().SelectToken(read);
        }
        catch (JsonException e)
        {
            map.Problems.Add("CF5014", map.Find("read")!, $"\"{read}\" is not a JSONPath: {e.Message}", "Write it like $.build.");
        }
    }

    private static Regex? Pattern(YamlMap map, string? match)
    {
        try
        {
            var pattern = match is null ? null : new Regex(match, RegexOptions.CultureInvariant, Patience);
            if (pattern?.GetGroupNumbers().Length is null or 2)
            {
                return pattern;
            }
        }
        catch (ArgumentException)
        {
            // Said below.
        }

        map.Problems.Add("CF5005", map.Find("match")!, $"\"{match}\" is no regular expression with one group.", "Write it like 'Build ([0-9.]+)'.");
        return null;
    }
}
