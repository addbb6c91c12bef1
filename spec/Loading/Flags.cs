using Conformance.Spec.Yaml;

namespace Conformance.Spec.Loading;

/// <summary>Yes and no in YAML.</summary>
internal static class Flags
{
    /// <summary>The value of a key that is <c>true</c> or <c>false</c>; a problem for anything else.</summary>
    public static bool Flag(this YamlMap map, string key, bool otherwise)
    {
        switch (map.Optional(key))
        {
            case null: return otherwise;
            case "true": return true;
            case "false": return false;
            case var other:
                map.Report("CF1206", map, $"「{other}」 at {key} is unknown.", "Use one of: true, false.");
                return otherwise;
        }
    }
}
