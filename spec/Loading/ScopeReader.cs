using Conformance.Spec.Scope;
using Conformance.Spec.Yaml;

namespace Conformance.Spec.Loading;

/// <summary>Reads <c>scope.yaml</c>: a tree of what the standard covers and what it leaves out.</summary>
internal static class ScopeReader
{
    public static IReadOnlyList<ScopePart> Read(string file, ICollection<Problem> problems)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        var root = YamlMap.Parse(File.ReadAllText(file), file, problems);
        var parts = root.Maps("scope").Select(map => Part(map, true)).ToList();
        root.RefuseUnknownKeys();
        return parts;
    }

    private static ScopePart Part(YamlMap map, bool inherited)
    {
        var part = new ScopePart(
            map.Required("name"), map.Flag("in", inherited), map.Optional("reason") ?? "", map.Texts("functions"), [], map.Line);
        if (!part.InScope && inherited && part.Reason.Length == 0)
        {
            map.Report("CF1342", map, $"「{part.Name}」 is left out without a reason.", "Say under `reason:` why the standard does not cover it.");
        }

        if (part.InScope && !inherited)
        {
            map.Report("CF1343", map, $"「{part.Name}」 is in scope below a part that is not.", "Move it, or put the part above in scope.");
        }

        if (!part.InScope && part.Functions.Count > 0)
        {
            map.Report("CF1344", map, $"「{part.Name}」 is out of scope and names functions.", "A function of the standard is in scope: remove the functions, or put the part in scope.");
        }

        var parts = map.Maps("parts").Select(child => Part(child, part.InScope)).ToList();
        map.RefuseUnknownKeys();
        return part with { Parts = parts };
    }
}
