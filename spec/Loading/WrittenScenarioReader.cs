using System.Text.RegularExpressions;
using Conformance.Spec.Contracts;
using Conformance.Spec.Yaml;

namespace Conformance.Spec.Loading;

/// <summary>Reads <c>scenarios:</c> of a contract.</summary>
internal static partial class WrittenScenarioReader
{
    public static WrittenScenario Read(YamlMap map)
    {
        var id = map.Required("id");
        if (!Ascii().IsMatch(id))
        {
            map.Report("CF1407", map, $"「{id}」 is no ID of a scenario.", "Use lower-case letters, digits, dots and hyphens: results are compared by it over years.");
        }

        var surfaces = Surfaces(map);
        var title = map.Required("title");
        var exclusive = map.Optional("exclusive") == "true";
        var steps = map.TextsOrMaps("steps").Select(entry => Step(map, entry)).OfType<WrittenStep>().ToList();
        if (steps.Count == 0)
        {
            map.Report("CF1408", map, $"The scenario {id} has no steps.", "Write `steps:` with 前提, もし and ならば.");
        }

        map.RefuseUnknownKeys();
        return new WrittenScenario(id, title, surfaces, exclusive, steps, map.Line);
    }

    private static WrittenStep? Step(YamlMap scenario, (string? Text, YamlMap? Map) entry)
    {
        var text = entry.Text ?? entry.Map!.Required("step");
        var table = entry.Map?.Rows("table") ?? [];
        entry.Map?.RefuseUnknownKeys();
        var match = Form().Match(text);
        if (!match.Success)
        {
            scenario.Report("CF1408", entry.Map ?? scenario, $"「{text}」 is no step.", "Begin it with 前提, もし or ならば and a space; after ならば may stand the unit that it blames and a colon.");
            return null;
        }

        return new WrittenStep(match.Groups["keyword"].Value, match.Groups["unit"].Value, match.Groups["text"].Value, table);
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]*\z")]
    private static partial Regex Ascii();

    [GeneratedRegex(@"\A(?<keyword>前提|もし|ならば) (?:(?<unit>[^ 「」:]+): )?(?<text>.+)\z", RegexOptions.Singleline)]
    private static partial Regex Form();

    /// <summary>What stands under <c>surfaces</c>; empty where nothing does.</summary>
    public static IReadOnlyList<string> Surfaces(YamlMap map)
    {
        var surfaces = map.Texts("surfaces");
        foreach (var surface in surfaces.Where(surface => surface is not ("api" or "ui")))
        {
            map.Report("CF1206", map, $"「{surface}」 is unknown.", "Use one of: api, ui.");
        }

        return surfaces;
    }
}
