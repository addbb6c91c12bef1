using System.CommandLine;
using Conformance.Cli.Runs;
using Conformance.Derivation;
using Conformance.Gherkin;
using Conformance.Reports;
using Conformance.Reports.Living;
using Conformance.Spec;
using Conformance.Spec.Loading;
using Conformance.Verdicts;

namespace Conformance.Cli.Commands.Specs;

/// <summary><c>spec pages</c>: the standards and their scenarios as pages to browse, without any run.</summary>
internal static class SpecPagesCommand
{
    public static Command Build()
    {
        var which = new Argument<string?>("STANDARD") { Description = "業務ID, such as 031; without it all.", Arity = ArgumentArity.ZeroOrOne };
        var output = new Option<string>("--out") { Description = "Folder of the pages.", DefaultValueFactory = _ => Path.Combine("artifacts", "standards") };
        var language = LanguageOption.Build();
        var command = new Command("pages", "Write the standards, their flows and their scenarios as pages to browse.") { which, output, language };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            var root = ProjectFolders.Find().Standards;
            var standards = parsed.GetValue(which) is { } id ? [StandardLoader.LoadById(root, id)] : StandardLoader.Folders(root).Select(StandardLoader.Load).ToList();
            Console.WriteLine(await LivingDocumentation.WriteAsync(
                parsed.GetValue(output)!, [.. standards.Select(Living)], parsed.LanguageOf(language), cancellationToken));
            return ExitCode.Conforms;
        }));
        return command;
    }

    private static LivingStandard Living(Standard standard)
    {
        var scenarios = new List<LivingScenario>();
        foreach (var role in standard.Roles)
        {
            var reading = FeatureReader.ReadAll(FeatureDerivation.Derive(standard, role).Select(file => new FeatureSource(file.Path, file.Text)));
            scenarios.AddRange(reading.Documents.SelectMany(document => document.Pickles).Select(pickle => Scenario(pickle, role.Slug)));
        }

        return new LivingStandard(standard, FlowPictures.Of(standard), scenarios);
    }

    private static LivingScenario Scenario(Pickle pickle, string role)
    {
        var end = pickle.Name.IndexOf(']', StringComparison.Ordinal);
        var (id, name) = pickle.Name.StartsWith('[') && end > 0 ? (pickle.Name[1..end], pickle.Name[(end + 1)..].Trim()) : (pickle.Id, pickle.Name);
        return new LivingScenario(id, name, role, [.. pickle.Steps.Select(step => UnitText.Parse(step.Text)?.Unit).OfType<string>().Distinct()], [.. pickle.Tags.Select(tag => tag.Name)],
            [.. pickle.Steps.Select(step => new LivingStep(step.Keyword.Trim(), step.Text, step.Table?.Rows ?? []))]);
    }
}
