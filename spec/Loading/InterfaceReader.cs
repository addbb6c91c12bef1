using System.Globalization;
using Conformance.Spec.Yaml;

namespace Conformance.Spec.Loading;

/// <summary>Reads the request items of the OpenAPI documents under <c>interfaces/</c>; the rest of a document is read where it is used.</summary>
internal static class InterfaceReader
{
    public static IReadOnlyList<InterfaceFile> ReadAll(string folder, ICollection<Problem> problems) => !Directory.Exists(folder) ? [] :
        [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(file => Read(file, problems))];

    private static InterfaceFile Read(string file, ICollection<Problem> problems)
    {
        var root = YamlMap.Parse(File.ReadAllText(file), file, problems);
        var illustrative = root.Map("info")?.Optional("x-status") == "illustrative";
        var items = new List<InterfaceItem>();
        var paths = root.Map("paths");
        foreach (var path in paths?.Keys.ToList() ?? [])
        {
            var schema = paths!.Map(path)?.Map("post")?.Map("requestBody")?.Map("content")?.Map("application/json")?.Map("schema");
            if (schema?.Optional("$ref") is { } reference && reference.StartsWith("#/components/schemas/", StringComparison.Ordinal))
            {
                schema = root.Map("components")?.Map("schemas")?.Map(reference[(reference.LastIndexOf('/') + 1)..]);
            }

            var required = schema?.Texts("required") ?? [];
            var properties = schema?.Map("properties");
            foreach (var field in properties?.Keys.ToList() ?? [])
            {
                if (properties!.Map(field) is { } property)
                {
                    items.Add(Item(field, property, required.Contains(field)));
                }
            }
        }

        // The deciding item is named by its field in the document and by its printed name here.
        var names = items.DistinctBy(item => item.Field).ToDictionary(item => item.Field, item => item.Name);
        return new InterfaceFile(Path.GetFileNameWithoutExtension(file), file, illustrative ? Basis.Illustrative : Basis.Official,
            [.. items.Select(item => item with { WhenItem = names.GetValueOrDefault(item.WhenItem, item.WhenItem) })]);
    }

    private static InterfaceItem Item(string field, YamlMap map, bool required)
    {
        var type = map.Optional("x-type") ?? "";
        var length = int.TryParse(map.Optional("x-length"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var (condition, whenItem, whenValues) = ("", "", (IReadOnlyList<string>)[]);
        if (map.Keys.Contains("x-required-when"))
        {
            var structured = map.Map("x-required-when");
            condition = structured?.Optional("text") ?? "";
            whenItem = structured?.Optional("item") ?? "";
            whenValues = structured?.Texts("in") ?? [];
        }

        return new InterfaceItem(map.Optional("title") ?? field, field, type, length, required, condition, whenItem, whenValues,
            map.Texts("enum"), map.Texts("x-remarks").Contains("不詳日可"), map.Optional("x-source") ?? "");
    }
}
