using YamlDotNet.RepresentationModel;

namespace Conformance.Drivers.Profiles;

/// <summary>Reads <c>package:</c>.</summary>
internal static class PackageReading
{
    private static readonly string[] Said = ["reason", "citation"];
    private static readonly string[] Ends = ["from", "to"];

    public static IReadOnlyList<InternalLink> Read(YamlMap profile, IReadOnlyList<string> roles)
    {
        switch (profile.Find("package"))
        {
            case null:
                return [];
            case YamlSequenceNode { Children.Count: > 0 } list:
                return [.. list.Children.Select(node => One(node, roles, profile.Problems)).OfType<InternalLink>()];
            case var other:
                profile.Problems.Add("CF5031", other, "The declaration of a package is empty.", "List the linkages inside it: - {from: role, to: role, reason: …, citation: …}, or take the key out.");
                return [];
        }
    }

    private static InternalLink? One(YamlNode node, IReadOnlyList<string> roles, ProfileProblems problems)
    {
        if (YamlMap.Of(node, "internalLink", problems) is not { } map)
        {
            return null;
        }

        var link = new InternalLink(map.Text("from"), map.Text("to"), map.Text("reason"), map.Text("citation"), map.At);
        foreach (var key in Said.Where(key => map.Has(key) && string.IsNullOrWhiteSpace(map.Optional(key))))
        {
            problems.Add("CF5031", map.Find(key)!, $"A linkage inside the package has an empty {key}.", "Say why the two are one package, and cite document, edition and section that exempts the linkage.");
        }

        foreach (var key in Ends.Where(key => map.Has(key) && !roles.Contains(map.Optional(key) ?? "")))
        {
            problems.Add("CF5032", map.Find(key)!, $"「{map.Optional(key)}」 is no role of this profile: a linkage to another product is not inside the package and cannot be exempted.",
                roles.Count > 0 ? $"Name roles that the product plays: {string.Join(", ", roles)}." : "Name the roles that the product plays under roles.");
        }

        if (link.From == link.To && roles.Contains(link.From))
        {
            problems.Add("CF5032", node, $"A linkage leads from one role to another, not from 「{link.From}」 to itself.", "Name two roles of this profile.");
        }

        return link;
    }
}
