using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Conformance.Drivers.Profiles;

/// <summary>How many requests an environment takes: <paramref name="Requests"/> per <paramref name="Per"/>, <paramref name="Burst"/> of them at once after a pause.</summary>
public sealed partial record RateLimit(double Requests, TimeSpan Per, int Burst)
{
    /// <summary><c>rate: 5/s</c> or <c>rate: {limit: 300/min, burst: 10}</c>.</summary>
    internal static RateLimit? Read(YamlMap? environment)
    {
        if (environment?.Find("rate") is not { } node)
        {
            return null;
        }

        var part = node is YamlMappingNode ? environment.Part("rate", "rate") : null;
        var text = part is null ? environment.Optional("rate") : part.Text("limit");
        var burst = part?.Optional("burst") ?? "1";
        if (Form().Match(text ?? "") is { Success: true } match && double.TryParse(match.Groups[1].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var requests) && requests > 0
            && int.TryParse(burst, NumberStyles.None, CultureInfo.InvariantCulture, out var several) && several is >= 1 and <= 1000)
        {
            return new RateLimit(requests, match.Groups[2].Value switch { "s" => TimeSpan.FromSeconds(1), "min" => TimeSpan.FromMinutes(1), _ => TimeSpan.FromHours(1) }, several);
        }

        environment.Problems.Add("CF5005", node, $"\"{text}\" (burst {burst}) is no rate.", "Write it like 5/s, 300/min or 1000/h; burst is a number from 1 to 1000.");
        return null;
    }

    [GeneratedRegex(@"^([0-9]+(?:\.[0-9]+)?) ?/ ?(s|min|h)$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
