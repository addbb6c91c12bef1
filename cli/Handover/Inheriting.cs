using Conformance.Cli.Commands;
using Conformance.Cli.Commands.Profiles;
using Conformance.Cli.Recording;
using Conformance.Reports.Handover;
using Conformance.Spec;
using Conformance.Spec.Loading;
using Conformance.Verdicts;

namespace Conformance.Cli.Handover;

/// <summary>Decides what a municipality inherits of a product's results. Conservative: what nobody says counts against inheriting.</summary>
internal sealed class Inheriting(string folder, string resultHash, ParameterFile file, string fileName)
{
    private readonly string standards = ProjectFolders.Find().Standards;
    private readonly Dictionary<string, ParameterDifference> differences = new(StringComparer.Ordinal);

    /// <exception cref="BadInputException">CF6082: a parameter names a function or exchange that no run knows.</exception>
    public Inheritance Of(IReadOnlyList<RunResult> results, string municipality, DateTimeOffset now)
    {
        RefuseStrangers(results);
        var runs = results.Select(Run).ToList();
        return new Inheritance(Inheritance.CurrentSchema, municipality, file.Class ?? results[0].Run.Class, file.Business, now, runs, [.. differences.Values]);
    }

    private InheritedRun Run(RunResult result)
    {
        var run = result.Run;
        var standard = StandardLoader.LoadById(standards, run.Standard, run.Edition);
        var role = standard.Role(run.Role);
        var known = Known(run);
        var blamed = file.Parameters.Any(parameter => parameter.Exchanges.Count > 0) ? ProfileLintCommand.Blamed(standard, role) : [];
        var reasons = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var units = result.Functions.Select(unit => (unit.Id, unit.Name, unit.Verdict)).Concat(result.Steps.Select(unit => (unit.Id, unit.Name, unit.Verdict))).ToList();
        foreach (var parameter in file.Parameters)
        {
            var value = parameter.Product ?? known.GetValueOrDefault(parameter.Name);
            var bears = parameter.Functions.Count + parameter.Exchanges.Count == 0 ? null
                : parameter.Functions.Concat(parameter.Exchanges.Where(role.Exchanges.ContainsKey).SelectMany(exchange => ProfileLintCommand.Units(role, role.Exchanges[exchange], blamed))).Distinct().Order(StringComparer.Ordinal).ToList();

            // A value that is not known is not known to be the same.
            var differs = value != parameter.Here;
            Note(new ParameterDifference(parameter.Name, value, parameter.Here, differs, bears));
            foreach (var unit in differs ? units.Where(unit => bears?.Contains(unit.Id) ?? true) : [])
            {
                Because(unit.Id, parameter.Name);
            }
        }

        if (file.Class is { } here && here != run.Class)
        {
            var bears = ByClass(standard, run.Class, here, units.Select(unit => unit.Id)).ToList();
            bears.ForEach(unit => Because(unit, ClassName));
            Note(new ParameterDifference(ClassName, ParameterFile.Word(run.Class), ParameterFile.Word(here), Differs: true, bears));
        }

        List<InheritedUnit> Those(Func<string, VerdictKind, bool> wanted) => [.. units.Where(unit => wanted(unit.Id, unit.Verdict)).Select(unit => new InheritedUnit(unit.Id, unit.Name, unit.Verdict, reasons.GetValueOrDefault(unit.Id) ?? []))];
        return new InheritedRun(run.Id, resultHash, run.Standard, run.Edition, run.StandardStatus, run.Role, run.Product, run.ProductVersion, run.Class, run.Verdict, run.VerdictText,
            Those((id, verdict) => verdict == VerdictKind.Conforms && !reasons.ContainsKey(id)),
            Those((id, verdict) => verdict == VerdictKind.Conforms && reasons.ContainsKey(id)),
            Those((_, verdict) => verdict is not (VerdictKind.Conforms or VerdictKind.NotApplicable)))
        {
            Interface = run.Interface,
        };

        void Because(string unit, string why) => (reasons.TryGetValue(unit, out var list) ? list : reasons[unit] = []).Add(why);
    }

    // The same in several roles; a bearing in one of them is a bearing.
    private void Note(ParameterDifference difference) => differences[difference.Name] = differences.TryGetValue(difference.Name, out var before)
        ? difference with
        {
            Differs = before.Differs || difference.Differs,
            Bears = before.Bears is null || difference.Bears is null ? null : [.. before.Bears.Union(difference.Bears).Order(StringComparer.Ordinal)],
        }
        : difference;

    private const string ClassName = "団体区分";

    // A flow step bears no class, so nobody says that it is the same.
    private static IEnumerable<string> ByClass(Standard standard, MunicipalityClass there, MunicipalityClass here, IEnumerable<string> units) => units.Where(id =>
        standard.Functions.FirstOrDefault(one => one.Id.Value == id) is not { } function
        || function.Classes.ContainsKey(there) != function.Classes.ContainsKey(here) || function.Classes.GetValueOrDefault(there) != function.Classes.GetValueOrDefault(here));

    // What the profile of the run set.
    private Dictionary<string, string> Known(RunInfo run) => ProfileCopy.Read(folder, run) is { } profile
        ? ProfileClaims.Settings(profile).ToDictionary(setting => setting.Name, setting => setting.Value, StringComparer.Ordinal) : [];

    private void RefuseStrangers(IReadOnlyList<RunResult> results)
    {
        var units = results.SelectMany(result => result.Functions.Select(unit => unit.Id).Concat(result.Steps.Select(unit => unit.Id))).ToHashSet(StringComparer.Ordinal);
        var exchanges = results.SelectMany(result => StandardLoader.LoadById(standards, result.Run.Standard, result.Run.Edition).Role(result.Run.Role).Exchanges.Keys).ToHashSet(StringComparer.Ordinal);
        var problems = file.Parameters.SelectMany(parameter => parameter.Functions.Where(unit => !units.Contains(unit)).Select(unit => (parameter, Kind: "function or step", Name: unit))
                .Concat(parameter.Exchanges.Where(exchange => !exchanges.Contains(exchange)).Select(exchange => (parameter, Kind: "exchange", Name: exchange))))
            .Select(stranger => new Problem("CF6082", fileName, stranger.parameter.Line, 1, $"The results know no {stranger.Kind} 「{stranger.Name}」.", "Write it as in result.json, or leave it out: the parameter then counts as bearing on everything."))
            .ToList();
        if (problems.Count > 0)
        {
            throw new BadInputException(problems);
        }
    }
}
