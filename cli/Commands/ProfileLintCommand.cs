using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Drivers.Api;
using Conformance.Drivers.Profiles;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Spec.Loading;

namespace Conformance.Cli.Commands;

/// <summary><c>profile lint</c>: everything that is wrong with a profile, before anything is sent.</summary>
internal static class ProfileLintCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An exchange that a surface does not offer, and what cannot be verified there because of it.</summary>
    /// <param name="Class">The strictest class of its units: mandatory, forbidden, optional.</param>
    internal sealed record Gap(string Role, string Surface, string Class, string Exchange, IReadOnlyList<string> Units);

    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "The profile (*.profile.yaml)." };
        var set = new Option<string[]>("--set") { Description = "Value of a ${name} in the profile.", HelpName = "NAME=VALUE" };
        var json = new Option<bool>("--json") { Description = "As JSON: {\"problems\":[…],\"unmapped\":[…]}." };
        var command = new Command("lint", "Check a profile against its standard: exit 2 when something is wrong.") { file, set, json };
        command.SetAction((parsed, _) => Guard.RunAsync(() =>
        {
            var profile = ProfileLoader.Load(parsed.GetValue(file)!, new ProfileInputs { Variables = Variables(parsed.GetValue(set) ?? []) });
            var standard = StandardLoader.LoadById(ProjectFolders.Find().Standards, profile.Standard, profile.Edition);
            var (problems, gaps) = Lint(profile, standard);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(new { Problems = problems, Unmapped = gaps }, Json));
            }
            else
            {
                Show(profile, problems, gaps);
            }

            return problems.Count == 0 ? ExitCode.Conforms : ExitCode.BadInput;
        }));
        return command;
    }

    private static (IReadOnlyList<Problem> Problems, IReadOnlyList<Gap> Gaps) Lint(Profile profile, Standard standard)
    {
        var roles = profile.Roles.Select(standard.Role).ToList();
        // A system that uses the function of this standard keeps items of its own business, which this standard does not list.
        var items = roles.Any(role => role.Unit == VerdictUnit.FlowStep) ? [] : standard.Items.SelectMany(item => new[] { item.Name, item.Romaji })
            .Concat(standard.Interfaces.SelectMany(face => face.Items).SelectMany(item => new[] { item.Name, item.Field })).ToHashSet(StringComparer.Ordinal);
        var result = ProfileLint.Check(profile, [.. roles.SelectMany(role => role.Exchanges.Keys).Distinct()], Interfaces(standard, roles), items);
        var gaps = from unmapped in result.Unmapped
                   from role in roles
                   where role.Exchanges.ContainsKey(unmapped.Exchange)
                   let units = Units(role, role.Exchanges[unmapped.Exchange])
                   select new Gap(role.Name, unmapped.Surface, Class(profile, standard, role, units), unmapped.Exchange, units);
        return (result.Problems, [.. gaps.OrderBy(gap => gap.Role).ThenBy(gap => gap.Surface, StringComparer.Ordinal).ThenBy(gap => Array.IndexOf(Classes, gap.Class))]);
    }

    private static readonly string[] Classes = ["mandatory", "forbidden", "optional"];

    private static void Show(Profile profile, IReadOnlyList<Problem> problems, IReadOnlyList<Gap> gaps)
    {
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem);
        }

        foreach (var surface in gaps.GroupBy(gap => (gap.Role, gap.Surface)))
        {
            Console.WriteLine($"{surface.Key.Role}: not mapped on {surface.Key.Surface}; what only these show stays 未検証 there");
            foreach (var strict in surface.GroupBy(gap => gap.Class))
            {
                Console.WriteLine($"  {strict.Key}");
                foreach (var gap in strict)
                {
                    Console.WriteLine($"    {gap.Exchange}{(gap.Units.Count > 0 ? ": " + string.Join(", ", gap.Units) : "")}");
                }
            }
        }

        if (problems.Count == 0)
        {
            Console.WriteLine($"{profile.File}: no problems.");
        }
    }

    private static Dictionary<string, InterfaceDefinition> Interfaces(Standard standard, IEnumerable<RoleContracts> roles)
    {
        var definitions = new Dictionary<string, InterfaceDefinition>(StringComparer.Ordinal);
        foreach (var exchange in roles.SelectMany(role => role.Exchanges.Values).Where(exchange => exchange is { Interface: not null, Basis: Basis.Official }))
        {
            definitions[exchange.Name] = InterfaceReader.Read(standard.Interfaces.First(file => file.Name == exchange.Interface).Path)[0];
        }

        return definitions;
    }

    // Units that the exchange bears itself, and those whose contract performs it or looks through it.
    private static IReadOnlyList<string> Units(RoleContracts role, ExchangeContract exchange) =>
    [
        .. new[] { exchange.Accepts, exchange.Does, exchange.Replies, exchange.Records }.Where(unit => unit.Length > 0)
            .Concat(exchange.Shows.Keys)
            .Concat(role.Contracts.Where(contract => contract.By.Contains(exchange.Name) || contract.SeenBy.Contains(exchange.Name)).Select(contract => contract.Unit))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    private static string Class(Profile profile, Standard standard, RoleContracts role, IReadOnlyList<string> units)
    {
        // Steps of a flow bear no class; all of them are part of the flow.
        var classes = role.Unit == VerdictUnit.FlowStep ? [RequirementClass.Mandatory]
            : units.Select(standard.Function).OfType<Function>().Where(function => function.Classes.ContainsKey(profile.Class)).Select(function => function.Classes[profile.Class]).ToList();
        return Classes.FirstOrDefault(word => classes.Any(known => known.ToString().Equals(word, StringComparison.OrdinalIgnoreCase))) ?? "optional";
    }

    private static Dictionary<string, string> Variables(string[] given)
    {
        var wrong = given.Where(text => text.IndexOf('=', StringComparison.Ordinal) < 1).ToList();
        return wrong.Count == 0
            ? given.Select(text => text.Split('=', 2)).GroupBy(pair => pair[0]).ToDictionary(same => same.Key, same => same.Last()[1], StringComparer.Ordinal)
            : throw new BadInputException([.. wrong.Select(text => new Problem("CF6041", "--set", 0, 0, $"「{text}」 gives no name a value.", "Write NAME=VALUE, such as target=http://127.0.0.1:8080/."))]);
    }
}
