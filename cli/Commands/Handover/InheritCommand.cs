using System.CommandLine;
using System.Security.Cryptography;
using Conformance.Cli.Commands.Audit;
using Conformance.Cli.Handover;
using Conformance.Reports;
using Conformance.Reports.Handover;
using Conformance.Spec;

namespace Conformance.Cli.Commands.Handover;

/// <summary><c>inherit</c>: links a municipality's system to what was shown of its product.</summary>
internal static class InheritCommand
{
    public static Command Build()
    {
        var source = new Argument<string>("RUN") { Description = "Folder of a run, or a bundle." };
        var municipality = new Option<string>("--municipality") { Description = "The body.", Required = true };
        var parameters = new Option<string>("--parameters") { Description = "YAML: business, class, parameters: [{name, product, here, functions, exchanges}].", Required = true };
        var output = new Option<string>("--out") { Description = "File of the link (.json); the page is written beside it (.html).", Required = true };
        var language = LanguageOption.Build();
        var command = new Command("inherit", "Say what a municipality inherits of a product's results, and what must be shown again there.") { source, municipality, parameters, output, language };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            var folder = parsed.GetValue(source)!;
            using var run = await RunSource.ReadAsync(folder, cancellationToken);
            var name = parsed.GetValue(parameters)!;
            var file = ParameterFile.Parse(InputFile.Text(name), name);
            var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Directory.Exists(folder) ? Path.Combine(folder, "result.json") : folder, cancellationToken)));
            var inheritance = new Inheriting(run.Folder, hash, file, name).Of(run.Results, parsed.GetValue(municipality)!, TimeProvider.System.GetUtcNow());
            var english = parsed.IsEnglish(language);
            var link = parsed.GetValue(output)!;
            var page = Path.ChangeExtension(link, ".html");
            OutputFile.Write(link = Path.ChangeExtension(link, ".json"), inheritance.ToJson());
            await InheritancePage.WriteFileAsync(page, inheritance, english ? ReportLanguage.English : ReportLanguage.Japanese, cancellationToken);
            foreach (var inherited in inheritance.Runs)
            {
                Console.WriteLine(english
                    ? $"{inherited.Role}: {inherited.Inherited.Count} inherited, {inherited.Again.Count} to be shown again, {inherited.NeverShown.Count} never shown of the product"
                    : $"{inherited.Role}：引き継ぐもの{inherited.Inherited.Count}、確かめ直すもの{inherited.Again.Count}、製品で示されていないもの{inherited.NeverShown.Count}");
            }

            Console.WriteLine($"{link}\n{page}");
            return ExitCode.Conforms;
        }));
        return command;
    }
}
