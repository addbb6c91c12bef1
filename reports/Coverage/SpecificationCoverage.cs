using System.Text.Json;
using Conformance.Reports.Html;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Reports.Coverage;

/// <summary>How much of a standard a run has shown: checks per function, sequence flows per flow, data items per group.</summary>
internal static class SpecificationCoverage
{
    /// <param name="evidenceDirectory">Folder of the run's evidence, from which items that went over the interface are read; null where it is not at hand.</param>
    public static IReadOnlyList<RequirementSet> Of(RunResult run, CoveredSpecification specification, string? evidenceDirectory)
    {
        var shown = run.Scenarios.Where(scenario => scenario.Verdict == VerdictKind.Conforms).ToList();
        var folder = $"{run.Run.Standard}-{run.Run.Edition}/{run.Run.RoleAndEdition.Ja}";
        return
        [
            .. run.Functions.Select(function => Unit(run, function.Id, function.Name, specification.Summaries.GetValueOrDefault(function.Id, function.Name), folder)),
            .. run.Functions.Count > 0 ? [] : run.Steps.Select(step => Unit(run, step.Id, step.Name, step.Name, folder)),
            .. specification.Flows.Select(flow => Flow(flow, shown, folder)),
            .. Items(specification.Items, shown, evidenceDirectory, folder),
        ];
    }

    private static RequirementSet Unit(RunResult run, string id, string name, string summary, string folder)
    {
        var checks = run.Scenarios.Where(scenario => scenario.Functions.Contains(id)).GroupBy(scenario => scenario.Id)
            .Select(same => new Requirement($"[{same.Key}] {same.First().Name}", same.Count(scenario => scenario.Findings.Any(finding => finding.Function == id)
                && scenario.Findings.Where(finding => finding.Function == id).All(finding => finding.Verdict == VerdictKind.Conforms))))
            .ToList();
        return new RequirementSet($"{id} {name}", $"{folder}/{id}.txt", checks.Count > 0 ? checks : [new Requirement(summary, 0)]);
    }

    private static RequirementSet Flow(FlowPicture flow, IReadOnlyList<ScenarioResult> shown, string folder)
    {
        var names = flow.Tasks.ToDictionary(task => task.Element, task => task.Name, StringComparer.Ordinal);
        return new RequirementSet($"{flow.Id} {flow.Name}", $"{folder}/{flow.Id}.txt",
        [
            .. flow.Edges.Select(edge => new Requirement(
                $"{names.GetValueOrDefault(edge.From, edge.From)} → {(edge.Name.Length > 0 ? $"[{edge.Name}] " : "")}{names.GetValueOrDefault(edge.To, edge.To)}",
                flow.Paths.Where(path => path.Elements.Contains(edge.Element)).Sum(path => shown.Count(scenario => scenario.Tags.Contains("@フロー:" + flow.Id) && scenario.Tags.Contains("@経路:" + path.Id))))),
        ]);
    }

    // An item counts where its field went over the interface in a scenario that conforms.
    private static IEnumerable<RequirementSet> Items(IReadOnlyList<DataItem> items, IReadOnlyList<ScenarioResult> shown, string? evidenceDirectory, string folder)
    {
        if (evidenceDirectory is null || items.Count == 0)
        {
            return [];
        }

        var hits = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var scenario in shown)
        {
            var fields = new HashSet<string>(StringComparer.Ordinal);
            foreach (var file in scenario.Steps.SelectMany(step => step.Evidence).Where(evidence => evidence.File.EndsWith(".exchange.json", StringComparison.Ordinal)).Select(evidence => evidence.File).Distinct())
            {
                Fields(Path.Combine(evidenceDirectory, Path.GetFileName(file)), fields);
            }

            foreach (var field in fields)
            {
                hits[field] = hits.GetValueOrDefault(field) + 1;
            }
        }

        return items.GroupBy(item => item.Group).Select(group => new RequirementSet(
            $"データ項目 {group.Key}", $"{folder}/items-{Safe(group.Key)}.txt",
            [.. group.Select(item => new Requirement($"{item.Id} {item.Name} ({item.Romaji})", hits.GetValueOrDefault(item.Romaji)))]));
    }

    private static void Fields(string file, HashSet<string> fields)
    {
        if (!File.Exists(file))
        {
            return;
        }

        using var exchange = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var side in new[] { "request", "response" })
        {
            if (exchange.RootElement.TryGetProperty(side, out var text) && text.ValueKind == JsonValueKind.String && text.GetString() is { } content && content.IndexOf('{', StringComparison.Ordinal) is >= 0 and var at)
            {
                Names(content[at..], fields);
            }
        }
    }

    private static void Names(string json, HashSet<string> fields)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json));
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    fields.Add(reader.GetString()!);
                }
            }
        }
        catch (JsonException)
        {
            // What is no JSON names no fields, or names no more of them.
        }
    }

    private static string Safe(string name) => string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? c : '_'));
}
