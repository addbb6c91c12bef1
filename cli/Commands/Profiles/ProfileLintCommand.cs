using System.CommandLine;
using System.Text.Json;
using Conformance.Derivation;
using Conformance.Drivers.Api;
using Conformance.Drivers.Profiles;
using Conformance.Gherkin;
using Conformance.Reports;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Spec.Loading;
using Conformance.Verdicts;

namespace Conformance.Cli.Commands.Profiles;

/// <summary><c>profile lint</c>: everything that is wrong with a profile, before anything is sent.</summary>
internal static class ProfileLintCommand
{
    /// <summary>An exchange that a surface does not offer, and what cannot be verified there because of it.</summary>
    /// <param name="Class">The strictest class of its units: mandatory, forbidden, optional; mandatory where none is known.</param>
    /// <param name="Units">Functions or flow steps that cannot be shown on this surface without it.</param>
    internal sealed record Gap(string Role, string Surface, string Class, string Exchange, IReadOnlyList<string> Units);

    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "The profile (*.profile.yaml)." };
        var set = new Option<string[]>("--set") { Description = "Value of a ${name} in the profile.", HelpName = "NAME=VALUE" };
        var json = new Option<bool>("--json") { Description = "As JSON: {\"problems\":[…],\"unmapped\":[…]}." };
        var language = LanguageOption.Build();
        var command = new Command("lint", "Check a profile against its standard: exit 2 when something is wrong.") { file, set, json, language };
        command.SetAction((parsed, _) => Guard.RunAsync(() =>
        {
            var profile = ProfileLoader.Load(parsed.GetValue(file)!, new ProfileInputs { Variables = Variables(parsed.GetValue(set) ?? []) });
            var standard = StandardLoader.LoadById(ProjectFolders.Find().Standards, profile.Standard, profile.Edition);
            var (problems, gaps) = Lint(profile, standard);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(new { Problems = problems, Unmapped = gaps }, MachineJson.Indented));
            }
            else
            {
                Show(profile, standard, problems, gaps, parsed.GetValue(language) == "ja");
            }

            return problems.Count == 0 ? ExitCode.Conforms : ExitCode.BadInput;
        }));
        return command;
    }

    /// <summary>What is wrong with a profile, its environment aside: what only looks may look at any.</summary>
    internal static IReadOnlyList<Problem> Problems(Profile profile, Standard standard) =>
        [.. ProfileLint.Units(profile, standard).Concat(Check(profile, standard).Problems).Where(problem => problem.Code != "CF5017")];

    private static ProfileLintResult Check(Profile profile, Standard standard)
    {
        var roles = profile.Roles.Select(standard.Role).ToList();
        // A system that uses the function of this standard keeps items of its own business, which this standard does not list.
        var items = roles.Any(role => role.Unit == VerdictUnit.FlowStep) ? [] : standard.Items.SelectMany(item => new[] { item.Name, item.Romaji })
            .Concat(standard.Interfaces.SelectMany(face => face.Items).SelectMany(item => new[] { item.Name, item.Field }))
            .Concat(roles.SelectMany(role => role.Has.Keys.Concat(role.Exchanges.Values.SelectMany(exchange => exchange.Finds.Concat(exchange.Sends ?? []).Concat(exchange.Keeps).Concat(exchange.Defaults.Keys))))).ToHashSet(StringComparer.Ordinal);
        var own = ProfileLint.Check(profile, [.. roles.SelectMany(role => role.Exchanges.Keys).Distinct()], Interfaces(standard, roles), items);

        // The other editions of the interface, as far as they are of this standard's edition; their screens are the profile's own.
        return own with
        {
            Problems = [.. own.Problems.Concat(profile.Parallel.Where(edition => edition.Edition == profile.Edition)
                .SelectMany(edition => Check(profile with { Api = edition.Api, Ui = null, Parallel = [] }, standard).Problems)).Distinct()],
        };
    }

    private static (IReadOnlyList<Problem> Problems, IReadOnlyList<Gap> Gaps) Lint(Profile profile, Standard standard)
    {
        var roles = profile.Roles.Select(standard.Role).ToList();
        var blamed = roles.ToDictionary(role => role.Name, role => Blamed(standard, role));
        var result = Check(profile, standard);
        var gaps = from unmapped in result.Unmapped
                   from role in roles
                   where role.Exchanges.ContainsKey(unmapped.Exchange)
                   let units = Units(role, role.Exchanges[unmapped.Exchange], blamed[role.Name])
                   select new Gap(role.Name, unmapped.Surface, Class(profile.Class, standard, role, units), unmapped.Exchange, units);
        return ([.. ProfileLint.Units(profile, standard).Concat(result.Problems).OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)], [.. gaps.OrderBy(gap => gap.Role).ThenBy(gap => gap.Surface, StringComparer.Ordinal).ThenBy(gap => Array.IndexOf(Classes, gap.Class))]);
    }

    private static readonly string[] Classes = ["mandatory", "forbidden", "optional"];

    private static void Show(Profile profile, Standard standard, IReadOnlyList<Problem> problems, IReadOnlyList<Gap> gaps, bool japanese)
    {
        string Said(string ja, string en) => japanese ? ja : en;
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem);
        }

        foreach (var surface in gaps.GroupBy(gap => (gap.Role, gap.Surface)))
        {
            Console.WriteLine(Said(
                $"{surface.Key.Role}：{(surface.Key.Surface == "api" ? "API" : "画面")}に対応付けがない交換。なければ、右の{(standard.Role(surface.Key.Role).Unit == VerdictUnit.FlowStep ? "手順" : "機能")}は{(surface.Key.Surface == "api" ? "API" : "画面")}では確かめられない（未検証）",
                $"{surface.Key.Role}: not mapped on {surface.Key.Surface}; without it these cannot be shown there and stay not verified (未検証)"));
            foreach (var strict in surface.GroupBy(gap => gap.Class))
            {
                Console.WriteLine($"  {Said(strict.Key switch { "mandatory" => "◎ 実装必須", "forbidden" => "× 実装不可", _ => "○ 標準オプション" }, strict.Key)} {strict.Count()}");
                foreach (var gap in strict)
                {
                    Console.WriteLine($"    {gap.Exchange}{(gap.Units.Count > 0 ? ": " + string.Join(", ", gap.Units) : "")}");
                }
            }
        }

        if (problems.Count == 0)
        {
            Console.WriteLine(Said($"{profile.File}：問題なし", $"{profile.File}: no problems."));
        }
    }

    internal static Dictionary<string, InterfaceDefinition> Interfaces(Standard standard, IEnumerable<RoleContracts> roles)
    {
        var definitions = new Dictionary<string, InterfaceDefinition>(StringComparer.Ordinal);
        foreach (var exchange in roles.SelectMany(role => role.Exchanges.Values).Where(exchange => exchange is { Interface: not null, Basis: Basis.Official }))
        {
            definitions[exchange.Name] = InterfaceReader.Read(standard.Interfaces.First(file => file.Name == exchange.Interface).Path)[0];
        }

        return definitions;
    }

    // Step texts of every scenario of the role, with the units that it blames.
    internal static List<(IReadOnlyList<string> Steps, IReadOnlyList<string> Units)> Blamed(Standard standard, RoleContracts role) =>
    [
        .. FeatureReader.ReadAll(FeatureDerivation.Derive(standard, role).Select(feature => new FeatureSource(feature.Path, feature.Text)))
            .Documents.SelectMany(document => document.Pickles)
            .Select(pickle => ((IReadOnlyList<string>)[.. pickle.Steps.Select(step => step.Text)], (IReadOnlyList<string>)[.. pickle.Steps.Select(step => UnitText.Parse(step.Text)?.Unit).OfType<string>()])),
    ];

    // Units that the exchange bears itself, those whose contract performs it or looks through it, and those of scenarios that name it.
    internal static IReadOnlyList<string> Units(RoleContracts role, ExchangeContract exchange, List<(IReadOnlyList<string> Steps, IReadOnlyList<string> Units)> blamed) =>
    [
        .. new[] { exchange.Accepts, exchange.Does, exchange.Replies, exchange.Records }.Where(unit => unit.Length > 0)
            .Concat(exchange.Shows.Keys)
            .Concat(role.Contracts.Where(contract => contract.By.Contains(exchange.Name) || contract.SeenBy.Contains(exchange.Name)).Select(contract => contract.Unit))
            .Concat(role.Contracts.SelectMany(contract => contract.Settings.Where(setting => contract.List(setting.Key).Contains(exchange.Name))
                .Select(setting => setting.Key.EndsWith("-by", StringComparison.Ordinal) && contract.Setting(setting.Key[..^3] + "-unit") is { } unit ? unit : contract.Unit)))
            .Concat(blamed.Where(scenario => scenario.Steps.Any(step => step.Contains($"「{exchange.Name}」", StringComparison.Ordinal))).SelectMany(scenario => scenario.Units))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    internal static string Class(MunicipalityClass municipality, Standard standard, RoleContracts role, IReadOnlyList<string> units)
    {
        // Steps of a flow bear no class; all of them are part of the flow.
        var classes = role.Unit == VerdictUnit.FlowStep ? [RequirementClass.Mandatory]
            : units.Select(standard.Function).OfType<Function>().Where(function => function.Classes.ContainsKey(municipality)).Select(function => function.Classes[municipality]).ToList();
        return Classes.FirstOrDefault(word => classes.Any(known => known.ToString().Equals(word, StringComparison.OrdinalIgnoreCase))) ?? "mandatory";
    }

    internal static Dictionary<string, string> Variables(string[] given)
    {
        var wrong = given.Where(text => text.IndexOf('=', StringComparison.Ordinal) < 1).ToList();
        return wrong.Count == 0
            ? given.Select(text => text.Split('=', 2)).GroupBy(pair => pair[0]).ToDictionary(same => same.Key, same => same.Last()[1], StringComparer.Ordinal)
            : throw new BadInputException([.. wrong.Select(text => new Problem("CF6041", "--set", 0, 0, $"「{text}」 gives no name a value.", "Write NAME=VALUE, such as target=http://127.0.0.1:8080/."))]);
    }
}
