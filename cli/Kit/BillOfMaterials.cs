using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Cli.Kit;

/// <summary>What a kit is made of, as CycloneDX 1.6: NuGet packages and runtime from the dependency files of the published programs, and what was built into them.</summary>
internal static class BillOfMaterials
{
    // Built files of npm packages that are part of the reports' and the runtime's assemblies; each states its licence beside it in the sources.
    internal static readonly (string Name, string Version, string License)[] BuiltIn = [("@cucumber/html-formatter", "24.2.0", "MIT"), ("bpmn-js", "18.31.1", "bpmn.io")];

    /// <param name="dependencies">Contents of the programs' <c>*.deps.json</c>.</param>
    /// <param name="files">Other parts, such as a browser or fonts: name, version, licence.</param>
    public static string Of(string version, DateTimeOffset made, IEnumerable<string> dependencies, IEnumerable<(string Name, string Version, string License)> files)
    {
        var components = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var text in dependencies)
        {
            using var document = JsonDocument.Parse(text);
            foreach (var library in document.RootElement.GetProperty("libraries").EnumerateObject())
            {
                var at = library.Name.LastIndexOf('/');
                var (name, release) = (library.Name[..at], library.Name[(at + 1)..]);
                var type = library.Value.GetProperty("type").GetString();
                if (type == "project")
                {
                    continue;
                }

                // A runtime pack is listed as the package that it came from.
                name = type == "runtimepack" && name.StartsWith("runtimepack.", StringComparison.Ordinal) ? name["runtimepack.".Length..] : name;
                var component = Component(name, release, $"pkg:nuget/{name}@{release}", type == "runtimepack" ? "framework" : "library");
                if (library.Value.TryGetProperty("sha512", out var hash) && hash.GetString() is { Length: > 7 } value)
                {
                    component["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = Convert.ToHexStringLower(Convert.FromBase64String(value["sha512-".Length..])) });
                }

                components[component["purl"]!.GetValue<string>()] = component;
            }
        }

        foreach (var (name, release, license) in BuiltIn)
        {
            var component = Component(name, release, $"pkg:npm/{name.Replace("@", "%40", StringComparison.Ordinal)}@{release}", "library");
            component["licenses"] = new JsonArray(new JsonObject { ["license"] = new JsonObject { ["name"] = license } });
            components[component["purl"]!.GetValue<string>()] = component;
        }

        foreach (var (name, release, license) in files)
        {
            var component = Component(name, release, $"pkg:generic/{Uri.EscapeDataString(name)}@{Uri.EscapeDataString(release)}", "file");
            component["licenses"] = new JsonArray(new JsonObject { ["license"] = new JsonObject { ["name"] = license } });
            components[component["purl"]!.GetValue<string>()] = component;
        }

        return new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["timestamp"] = made.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
                ["component"] = new JsonObject { ["type"] = "application", ["bom-ref"] = "conformance", ["name"] = "conformance", ["version"] = version },
            },
            ["components"] = new JsonArray([.. components.Values]),
        }.ToJsonString(MachineJson.Indented) + "\n";
    }

    private static JsonObject Component(string name, string version, string purl, string type) =>
        new() { ["type"] = type, ["bom-ref"] = purl, ["name"] = name, ["version"] = version, ["purl"] = purl };
}
