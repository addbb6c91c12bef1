using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Conformance.Drivers.Profiles;

/// <summary>Reads <c>parallel:</c>, the editions of an interface that run beside the profile's own.</summary>
internal static partial class ParallelReading
{
    public static IReadOnlyList<ParallelEdition> Read(YamlMap profile, IReadOnlyList<string> roles, string edition)
    {
        if (profile.Find("interface") is { } own && !Name().IsMatch(profile.Optional("interface") ?? ""))
        {
            NoName(profile, own);
        }

        switch (profile.Find("parallel"))
        {
            case null:
                return [];
            case YamlSequenceNode { Children.Count: > 0 } list:
                return Checked(profile, list, [.. list.Children.Select(node => One(node, profile, roles, edition)).OfType<ParallelEdition>()]);
            case var other:
                profile.Problems.Add("CF5034", other, "The list of parallel editions is empty.", "List the editions that run beside the profile's own, or take the key out.");
                return [];
        }
    }

    private static IReadOnlyList<ParallelEdition> Checked(YamlMap profile, YamlNode list, IReadOnlyList<ParallelEdition> editions)
    {
        if (!profile.Has("interface"))
        {
            profile.Problems.Add("CF5034", list, "Editions run side by side, and the profile does not say which one it describes under api.", "Write interface: and what that edition is called, such as '2.0'.");
        }

        if (!profile.Has("api"))
        {
            profile.Problems.Add("CF5034", list, "Editions of an interface run side by side, and the profile describes no api.", "Describe the interface under api; screens have no editions of an interface.");
        }

        foreach (var same in editions.Select(one => (one.Interface, one.At)).Append((Interface: profile.Optional("interface") ?? "", At: default)).GroupBy(one => one.Interface).Where(group => group.Key.Length > 0 && group.Count() > 1))
        {
            profile.Problems.Add("CF5034", same.First().At, $"Two editions are called 「{same.Key}」: their results could not be told apart.", "Give each a name of its own.");
        }

        return editions;
    }

    private static ParallelEdition? One(YamlNode node, YamlMap profile, IReadOnlyList<string> roles, string edition)
    {
        if (YamlMap.Of(node, "parallelEdition", profile.Problems) is not { } map)
        {
            return null;
        }

        var name = map.Text("interface");
        if (map.Find("interface") is { } written && !Name().IsMatch(name))
        {
            NoName(map, written);
        }

        foreach (var stranger in map.Texts("roles").Where(role => !roles.Contains(role)))
        {
            map.Problems.Add("CF5034", map.Find("roles")!, $"「{stranger}」 is no role of this profile.", $"Name roles that the product plays: {string.Join(", ", roles)}.");
        }

        var (from, until) = (map.Has("from") ? Day(map, "from") : null, Day(map, "until"));
        if (from > until)
        {
            map.Problems.Add("CF5035", node, "The period ends before it begins.", "Write from: the first day and until: the last one.");
        }

        var basis = map.Text("basis");
        if (map.Find("basis") is { } empty && string.IsNullOrWhiteSpace(basis))
        {
            map.Problems.Add("CF5035", empty, "Nothing is cited for the period.", "Cite the text that fixes it, such as the supplementary provision of the ordinance.");
        }

        var before = profile.Problems.LateTexts.Count;
        var overlaid = Overlaid(map, profile);
        profile.Problems.LateTexts.Skip(before).ToList().ForEach(late => late.Edition = name);
        return overlaid is not { } api ? null
            : new ParallelEdition(name, map.Optional("edition") ?? edition, map.Has("roles") ? map.Texts("roles") : roles, from, until ?? DateOnly.MaxValue, basis, api, map.At);
    }

    // What is not written is the profile's own; what is written takes its place whole, and ~ takes it away.
    private static ApiProfile? Overlaid(YamlMap map, YamlMap profile)
    {
        if (map.Find("api") is not { } written)
        {
            map.Missing("api");
            return null;
        }

        if (written is not YamlMappingNode { Children.Count: > 0 } differing || profile.Find("api") is not YamlMappingNode own)
        {
            map.Problems.Add("CF5034", written, "Nothing differs from the profile's own edition.", "Write under api what differs: base, auth, items, or exchanges.");
            return null;
        }

        var whole = new YamlMappingNode();
        foreach (var (name, key, value) in YamlMap.Entries(own).Where(entry => !YamlMap.Entries(differing).Any(other => other.Name == entry.Name)).Concat(YamlMap.Entries(differing).Where(entry => !YamlMap.IsNull(entry.Value))))
        {
            whole.Add(key, value);
        }

        return YamlMap.Of(whole, "api", map.Problems) is { } api ? ApiProfileReading.Read(api) with { OwnNamesOnly = true } : null;
    }

    private static DateOnly? Day(YamlMap map, string key)
    {
        if (map.Find(key) is not { } node)
        {
            map.Missing(key);
            return null;
        }

        if (DateOnly.TryParseExact(map.Optional(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        map.Problems.Add("CF5035", node, $"\"{map.Optional(key)}\" is no day.", "Write it like 2027-03-31.");
        return null;
    }

    private static void NoName(YamlMap map, YamlNode at) =>
        map.Problems.Add("CF5034", at, "The name of an edition consists of letters, digits, dots, - and _.", "Write it like '2.0' or 第2.0版.");

    // Folders and files bear it.
    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}_-]*(\.[\p{L}\p{N}_-]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
