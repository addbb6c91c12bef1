using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Conformance.Derivation;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Spec.Loading;
using Conformance.Verdicts;

namespace Conformance.Cli.Commands.Specs;

/// <summary><c>spec show</c>: what a standard holds, and what of it no check covers.</summary>
internal static class SpecShowCommand
{
    public static Command Build()
    {
        var which = new Argument<string?>("STANDARD") { Description = "業務ID, such as 031, or the folder of an edition; without it all are shown.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "As JSON: {\"standards\":[…]}." };
        var command = new Command("show", "Show functions, flows, contracts, what is not verified, and findings.") { which, json };
        command.SetAction((parsed, _) => Guard.RunAsync(() =>
        {
            var views = Load(parsed.GetValue(which)).Select(View.Of).ToList();
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(new { Standards = views }, MachineJson.Indented));
                return ExitCode.Conforms;
            }

            views.ForEach(Show);
            return ExitCode.Conforms;
        }));
        return command;
    }

    private static List<Standard> Load(string? which)
    {
        if (which is not null && Directory.Exists(which))
        {
            return [StandardLoader.Load(Path.GetFullPath(which))];
        }

        var root = ProjectFolders.Find().Standards;
        return which is null ? [.. StandardLoader.Folders(root).Select(StandardLoader.Load)] : [StandardLoader.LoadById(root, which)];
    }

    private static void Show(View standard)
    {
        Console.WriteLine($"{standard.Id} {standard.Name} {standard.Edition} ({standard.Status}, {standard.Key})");
        Line($"Functions ({standard.Functions.Count})");
        foreach (var function in standard.Functions)
        {
            var classes = function.Classes.Values.Distinct().Count() == 1 && function.Classes.Count == 3
                ? function.Classes.Values.First()
                : string.Join(", ", function.Classes.Select(pair => $"{pair.Key} {pair.Value}"));
            Console.WriteLine($"  {function.Id}  {function.Name}  [{(classes.Length > 0 ? classes : "no class")}{(function.ClassBasis == "official" ? "" : ", class " + function.ClassBasis)}]{(function.Verified ? "" : "  not verified")}");
        }

        Line($"Flows ({standard.Flows.Count})");
        foreach (var flow in standard.Flows)
        {
            Console.WriteLine($"  {flow.Id}  {flow.Name}");
            foreach (var step in flow.Steps)
            {
                Console.WriteLine($"    {step.Step}  {step.Lane}: {step.Name}{(step.Function.Length > 0 ? $" [{step.Function}]" : "")}");
            }
        }

        foreach (var role in standard.Roles)
        {
            Line($"Role {role.Name}: verdict per {role.Unit}, {role.Exchanges.Count} exchanges, contracts ({role.Contracts.Count})");
            foreach (var contract in role.Contracts)
            {
                Console.WriteLine($"  {contract.Unit}  {contract.Kind} ({contract.Basis}){By(" by ", contract.By)}{By(" seen by ", contract.SeenBy)}");
            }

            Console.WriteLine(role.Unverified.Count == 0 ? "  every unit is asserted somewhere" : $"  not verified: {string.Join(", ", role.Unverified)}");
        }

        Line($"Findings for the ministry: {standard.Findings}");
        Console.WriteLine();
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static string By(string word, IReadOnlyList<string> exchanges) => exchanges.Count == 0 ? "" : word + string.Join(", ", exchanges);

    /// <summary>A standard as it is shown.</summary>
    /// <param name="Findings">How many.</param>
    internal sealed record View(
        string Id, string Name, string Edition, string Status, string Key,
        IReadOnlyList<FunctionView> Functions, IReadOnlyList<FlowView> Flows, IReadOnlyList<RoleView> Roles, int Findings)
    {
        public static View Of(Standard standard)
        {
            var roles = standard.Roles.Select(role => RoleView.Of(standard, role)).ToList();
            var shown = standard.Roles.Where(role => role.Unit == VerdictUnit.Function).SelectMany(role => RoleView.Asserted(standard, role)).ToHashSet(StringComparer.Ordinal);
            return new View(
                standard.Id, standard.Name, standard.Edition, Word(standard.Status), standard.Key,
                [.. standard.Functions.Select(function => FunctionView.Of(function, shown.Contains(function.Id.Value)))],
                [.. standard.Flows.Select(flow => new FlowView(flow.Id, flow.Name, [.. flow.Nodes.Where(node => node.IsTask).OrderBy(node => node.Step, StringComparer.Ordinal)
                    .Select(node => new FlowStepView(node.Step, node.Name, node.Lane, node.Function, node.Exchange))]))],
                roles, standard.Findings.Count);
        }
    }

    /// <param name="Classes">団体区分 to mandatory, forbidden or optional.</param>
    /// <param name="Verified">Whether some ならば blames it.</param>
    internal sealed record FunctionView(string Id, string Name, string Summary, IReadOnlyDictionary<string, string> Classes, string ClassBasis, bool Verified, string Source)
    {
        public static FunctionView Of(Function function, bool verified) => new(
            function.Id.Value, function.Name, function.Summary,
            function.Classes.OrderBy(pair => pair.Key).ToDictionary(
                pair => pair.Key switch { MunicipalityClass.DesignatedCity => "指定都市", MunicipalityClass.CoreCity => "中核市", _ => "一般市区町村" }, pair => Word(pair.Value)),
            Word(function.ClassBasis), verified, function.Source);
    }

    internal sealed record FlowView(string Id, string Name, IReadOnlyList<FlowStepView> Steps);

    internal sealed record FlowStepView(string Step, string Name, string Lane, string Function, string Exchange);

    /// <param name="Unit">What a verdict is given for: function or flowstep.</param>
    /// <param name="Unverified">Units that no ならば blames.</param>
    internal sealed record RoleView(string Name, string Unit, IReadOnlyList<string> Exchanges, IReadOnlyList<ContractView> Contracts, IReadOnlyList<string> Unverified)
    {
        public static RoleView Of(Standard standard, RoleContracts role)
        {
            var asserted = Asserted(standard, role);
            var units = role.Unit == VerdictUnit.Function
                ? standard.Functions.Select(function => function.Id.Value)
                : standard.Flows.SelectMany(flow => flow.Nodes).Where(node => node.Lane == role.Name && node.Step.Length > 0).Select(node => node.Step).Distinct();
            return new RoleView(
                role.Name, Word(role.Unit), [.. role.Exchanges.Keys],
                [.. role.Contracts.Select(contract => new ContractView(contract.Unit, contract.Kind, Word(contract.Basis), contract.By, contract.SeenBy, contract.Source))],
                [.. units.Where(unit => !asserted.Contains(unit))]);
        }

        public static HashSet<string> Asserted(Standard standard, RoleContracts role) =>
            [.. FeatureDerivation.Derive(standard, role).SelectMany(file => file.Text.Split('\n'))
                .Select(line => UnitText.Parse(line.Trim().Split(' ', 2) is [_, var step] ? step : "")?.Unit).OfType<string>()];
    }

    internal sealed record ContractView(string Unit, string Kind, string Basis, IReadOnlyList<string> By, IReadOnlyList<string> SeenBy, string Source);

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
