using YamlDotNet.RepresentationModel;

namespace Conformance.Drivers.Profiles;

/// <summary>Reads <c>additions:</c>.</summary>
internal static class AdditionReading
{
    public static IReadOnlyList<Addition> Read(YamlMap profile)
    {
        switch (profile.Find("additions"))
        {
            case null:
                return [];
            case YamlSequenceNode { Children.Count: > 0 } list:
                return [.. list.Children.Select(node => One(node, profile.Problems)).OfType<Addition>()];
            case var other:
                profile.Problems.Add("CF5025", other, "The declaration of additions is empty.", "List what the product has besides the standard, or take the key out.");
                return [];
        }
    }

    private static Addition? One(YamlNode node, ProfileProblems problems)
    {
        if (YamlMap.Of(node, "addition", problems) is not { } map)
        {
            return null;
        }

        var addition = new Addition(map.Text("name"), map.OneOf("kind", null, "追加機能", "最小限度の改変又は追加"), map.Text("reason"), map.Texts("operations"), map.Texts("screens"));
        if (addition.Operations.Count + addition.Screens.Count == 0)
        {
            problems.Add("CF5025", node, $"The addition 「{addition.Name}」 names neither an operation nor a screen.", "Write operations: [POST /path] or screens: [name or path].");
        }

        foreach (var operation in addition.Operations.Where(operation => operation.Split(' ') is not [_, ['/', ..]]))
        {
            problems.Add("CF5025", node, $"「{operation}」 is no operation.", "Write method and path, such as POST /api/x.");
        }

        return addition;
    }
}
