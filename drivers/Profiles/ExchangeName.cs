using Conformance.Drivers.Ui;
using YamlDotNet.RepresentationModel;

namespace Conformance.Drivers.Profiles;

/// <summary>Tells names of exchanges from misspelt keys.</summary>
internal static class ExchangeName
{
    /// <summary>True where the key names an exchange; else it is reported.</summary>
    public static bool IsOne(string name, YamlNode key, YamlMap map)
    {
        if (map.Problems.Inputs.Exchanges is { } known)
        {
            if (known.Contains(name) || TestClock.Names.Contains(name))
            {
                return true;
            }

            if (!ApiProfileReading.AsciiWord().IsMatch(name))
            {
                map.Problems.Add("CF5012", key, $"The standard has no exchange 「{name}」.", $"Did you mean 「{LabelText.Nearest(name, known)}」? It has: {string.Join(", ", known)}.");
                return false;
            }
        }

        // Without a standard at hand: exchanges have Japanese names, keys of ours are lower-case English.
        if (ApiProfileReading.AsciiWord().IsMatch(name))
        {
            map.Unknown(key, name);
            return false;
        }

        return true;
    }
}
