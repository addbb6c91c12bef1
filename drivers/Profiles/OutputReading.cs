using System.Text.RegularExpressions;

namespace Conformance.Drivers.Profiles;

/// <summary>Reads <c>outputs:</c>.</summary>
internal static class OutputReading
{
    public static IReadOnlyDictionary<string, OutputPlan> Read(YamlMap? map) =>
        map?.Others().Where(entry => ExchangeName.IsOne(entry.Name, entry.Key, map) && map.Part(entry.Name, "output") is not null).ToDictionary(entry => entry.Name, entry => Plan(map.Part(entry.Name, "output")!)) ?? [];

    private static OutputPlan Plan(YamlMap map)
    {
        if (map.Has("folder") && map.Has("storage"))
        {
            map.Problems.Add("CF5003", map.At, "An output has both folder and storage.", "Write one of them, or neither where the exchange itself brings the files.");
        }

        return new OutputPlan
        {
            Folder = map.Optional("folder") is { } folder ? Path.GetFullPath(folder, Path.GetDirectoryName(Path.GetFullPath(map.Problems.File)) ?? "/") : null,
            Storage = map.Optional("storage"),
            Files = map.Optional("files") ?? "*",
            Set = Expression(map),
            Groups = map.Names("groups"),
        };
    }

    private static string? Expression(YamlMap map)
    {
        if (map.Optional("set") is not { } text)
        {
            return null;
        }

        try
        {
            if (new Regex(text, RegexOptions.CultureInvariant).GetGroupNumbers().Length == 2)
            {
                return text;
            }

            map.Problems.Add("CF5005", map.Find("set")!, $"\"{text}\" has not exactly one group.", @"Write it like '^(\d{14})_': files in which the group is the same belong to one output.");
        }
        catch (ArgumentException e)
        {
            map.Problems.Add("CF5005", map.Find("set")!, $"\"{text}\" is no regular expression: {e.Message}", @"Write it like '^(\d{14})_'.");
        }

        return null;
    }
}
