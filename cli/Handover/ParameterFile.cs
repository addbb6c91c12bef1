using Conformance.Spec;
using Conformance.Spec.Yaml;

namespace Conformance.Cli.Handover;

/// <summary>What a municipality says about its own system: <c>business</c>, <c>class</c>, and <c>parameters</c>.</summary>
/// <param name="Class">Null: the class of the run.</param>
internal sealed record ParameterFile(string Business, MunicipalityClass? Class, IReadOnlyList<ParameterFile.Parameter> Parameters)
{
    private static readonly Dictionary<string, MunicipalityClass> Classes = new(StringComparer.Ordinal)
    {
        ["指定都市"] = MunicipalityClass.DesignatedCity, ["中核市"] = MunicipalityClass.CoreCity, ["一般市区町村"] = MunicipalityClass.Other,
    };

    public static string Word(MunicipalityClass municipality) => Classes.First(known => known.Value == municipality).Key;

    /// <param name="Product">Value in the run; null where the profile tells it, or nobody does.</param>
    /// <param name="Functions">Units on which it bears, with those of <paramref name="Exchanges"/>; both empty: nobody says.</param>
    internal sealed record Parameter(string Name, string? Product, string Here, IReadOnlyList<string> Functions, IReadOnlyList<string> Exchanges, int Line);

    /// <exception cref="BadInputException">CF6081 and those of YAML: what is wrong, with line and column.</exception>
    public static ParameterFile Parse(string text, string file)
    {
        var problems = new List<Problem>();
        var root = YamlMap.Parse(text, file, problems);
        var business = problems.Count == 0 ? root.Required("business") : "";
        MunicipalityClass? municipality = null;
        if (root.Optional("class") is { } word)
        {
            if (Classes.TryGetValue(word, out var known))
            {
                municipality = known;
            }
            else
            {
                root.Report("CF6081", root, $"「{word}」 is no class of municipality.", "Use one of: " + string.Join(", ", Classes.Keys) + ".");
            }
        }

        var parameters = new List<Parameter>();
        foreach (var map in root.Maps("parameters"))
        {
            parameters.Add(new Parameter(map.Required("name"), map.Optional("product"), map.Required("here"), map.Texts("functions"), map.Texts("exchanges"), map.Line));
            map.RefuseUnknownKeys();
        }

        root.RefuseUnknownKeys();
        problems.AddRange(parameters.GroupBy(parameter => parameter.Name).Where(group => group.Count() > 1)
            .Select(group => new Problem("CF6081", file, group.Last().Line, 1, $"The parameter 「{group.Key}」 is there twice.", "Give it once.")));
        return problems.Count == 0 ? new ParameterFile(business, municipality, parameters) : throw new BadInputException(problems);
    }
}
