using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Conformance.Cli.Impact;
using Conformance.Derivation.Impact;
using Conformance.Spec;
using Conformance.Spec.Comparison;
using Conformance.Spec.Linkages;

namespace Conformance.Cli.Commands.Specs;

/// <summary><c>spec impact</c>: what a revision means for scenarios, past results and dates.</summary>
internal static class SpecImpactCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Command Build()
    {
        var old = new Argument<string>("OLD") { Description = "The earlier edition: its folder, or 031/2.1." };
        var now = new Argument<string>("NEW") { Description = "The later edition: its folder, or 031/2.2." };
        var results = new Option<string[]>("--results") { Description = "Past results on the earlier edition: result.json, the folder of a run, or a bundle.", HelpName = "RESULT", AllowMultipleArgumentsPerToken = true };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var language = LanguageOption.Build();
        var command = new Command("impact", "Show what a revision changes for scenarios, past results and dates.") { old, now, results, json, language };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            var subject = StandardSelection.Load([parsed.GetValue(now)!])[0];
            var impact = RevisionImpact.Of(StandardSelection.One(parsed.GetValue(old)!), subject.Standard);
            var products = new List<ProductImpact>();
            foreach (var source in parsed.GetValue(results) ?? [])
            {
                products.AddRange((await CompareCommand.ResultsAsync(source, cancellationToken)).Select(result => ProductImpact.Of(source, result, impact)));
            }

            var reach = Reach(impact.Comparison, subject.Others);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(View(impact, products, reach), Json));
            }
            else
            {
                Show(impact, products, reach, parsed.GetValue(language) == "ja");
            }

            return ExitCode.Conforms;
        }));
        return command;
    }

    /// <summary>Changed linkages, with the other standards at their ends.</summary>
    private static List<(Difference Difference, string Other)> Reach(StandardComparison comparison, IReadOnlyList<Standard> others)
    {
        var neighbours = LinkageNeighbour.Of(comparison.New, others).Concat(LinkageNeighbour.Of(comparison.Old, others)).Select(neighbour => (neighbour.Linkage.Id, neighbour.Other.Key)).Distinct().ToLookup(pair => pair.Id, pair => pair.Key);
        return [.. comparison.Of(StandardPart.Linkage).SelectMany(difference => neighbours[difference.Id].Select(other => (difference, other)))];
    }

    private static object View(RevisionImpact impact, List<ProductImpact> products, List<(Difference Difference, string Other)> reach) => new
    {
        Old = impact.Comparison.Old.Key,
        New = impact.Comparison.New.Key,
        Draft = impact.Comparison.New.Status == StandardStatus.Draft,
        Scenarios = Enum.GetValues<ImpactKind>().ToDictionary(kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), kind => impact.Scenarios.Where(scenario => scenario.Kind == kind && kind != ImpactKind.Untouched).Select(scenario => scenario.Id)),
        Counts = Enum.GetValues<ImpactKind>().ToDictionary(kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), kind => impact.Scenarios.Count(scenario => scenario.Kind == kind)),
        Units = impact.Units.Select(unit => new { unit.Role, unit.Unit, unit.OldUnit, unit.Name, unit.New, unit.Changed, unit.Gone, unit.Untouched, unit.TextChanged, unit.Validity }),
        Products = products,
        Calendar = RevisionCalendar.Of(impact),
        Linkages = reach.Select(pair => new { Linkage = pair.Difference.Id, pair.Difference.Name, pair.Difference.Kind, pair.Difference.Aspect, pair.Other, pair.Difference.Client, pair.Difference.Provider }),
    };

    private static void Show(RevisionImpact impact, List<ProductImpact> products, List<(Difference Difference, string Other)> reach, bool japanese)
    {
        string Say(string ja, string en) => japanese ? ja : en;
        int Count(ImpactKind kind, string? surface = null) => impact.Scenarios.Count(scenario => scenario.Kind == kind && (surface is null || (scenario.New ?? scenario.Old)!.Surfaces.Contains(surface)));

        Console.WriteLine($"{impact.Comparison.Old.Key} → {impact.Comparison.New.Key}{(impact.Comparison.New.Status == StandardStatus.Draft ? Say("（案）", " (draft)") : "")}");
        Line($"{Say("シナリオ", "Scenarios")}: {Say("新", "new")} {Count(ImpactKind.New)}, {Say("変更", "changed")} {Count(ImpactKind.Changed)}, {Say("廃止", "gone")} {Count(ImpactKind.Gone)}, {Say("変わらず", "untouched")} {Count(ImpactKind.Untouched)}");
        Line($"{Say("実行し直す量", "To be run")}: API {Count(ImpactKind.New, "api") + Count(ImpactKind.Changed, "api")}, {Say("画面", "screens")} {Count(ImpactKind.New, "ui") + Count(ImpactKind.Changed, "ui")}");
        foreach (var role in impact.Units.Where(unit => unit.Validity != VerdictValidity.Valid).GroupBy(unit => unit.Role))
        {
            Console.WriteLine(role.Key);
            foreach (var unit in role)
            {
                Line($"  {unit.Unit} {unit.Name}: {ImpactWords.Of(unit.Validity, japanese)} ({Say("新", "new")} {unit.New}, {Say("変更", "changed")} {unit.Changed}, {Say("廃止", "gone")} {unit.Gone}, {Say("変わらず", "untouched")} {unit.Untouched}){(unit.OldUnit.Length > 0 && unit.OldUnit != unit.Unit ? Say("　旧", " formerly ") + unit.OldUnit : "")}");
            }
        }

        foreach (var product in products)
        {
            Console.WriteLine($"{product.Product} {product.Version} {product.Role} ({product.Source})");
            if (product.Ignored.Length > 0)
            {
                Console.WriteLine("  " + Say("対象外: ", "ignored: ") + product.Ignored);
                continue;
            }

            foreach (var validity in product.Units.GroupBy(unit => unit.Validity).OrderBy(group => group.Key))
            {
                Line($"  {ImpactWords.Of(validity.Key, japanese)} {validity.Count()}{(validity.Key == VerdictValidity.Valid ? "" : ": " + string.Join(", ", validity.Select(unit => unit.Unit)))}");
            }

            if (product.Filter.Length > 0)
            {
                Line($"  --filter '{product.Filter}'  ({Say("シナリオ", "scenarios")} {product.FilterScenarios}{Say("、うち要るもの", ", needed")} {product.NeededScenarios})");
            }
        }

        foreach (var entry in RevisionCalendar.Of(impact))
        {
            var date = entry.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Say("日付なし", "no date");
            Line($"{Say("適合基準日", "Due")} {date}: {string.Join(", ", entry.Functions)}{(entry.PublishBy is { } by ? string.Create(CultureInfo.InvariantCulture, $" ({Say("公表の期限", "publish by")} {by:yyyy-MM-dd}{(entry.IsLate ? Say("、過ぎている", ", missed") : "")})") : "")}");
        }

        foreach (var (difference, other) in reach)
        {
            Console.WriteLine($"{Say("他業務への影響", "Reaches")} {other}: {difference.Id} {difference.Name} {difference.Aspect}");
        }
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
