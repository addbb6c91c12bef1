using System.CommandLine;
using Conformance.Cli.Commands.Audit;
using Conformance.Cli.Handover;
using Conformance.Cli.Recording;
using Conformance.Reports;
using Conformance.Reports.Handover;
using Conformance.Reports.Wording;
using Conformance.Spec;
using Conformance.Spec.Loading;
using Conformance.Verdicts;

namespace Conformance.Cli.Commands.Handover;

/// <summary><c>handover</c>: a run as one page for a municipality.</summary>
internal static class HandoverCommand
{
    public static Command Build()
    {
        var source = new Argument<string>("RUN") { Description = "Folder of a run, or a bundle." };
        var output = new Option<string>("--out") { Description = "File of the page.", Required = true };
        var municipality = new Option<string?>("--municipality") { Description = "For whom the page is." };
        var language = LanguageOption.Build();
        var command = new Command("handover", "One page for a municipality: what was shown, what was not, and what the vendor wrote.") { source, output, municipality, language };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            using var run = await RunSource.ReadAsync(parsed.GetValue(source)!, cancellationToken);
            var file = parsed.GetValue(output)!;
            var english = parsed.IsEnglish(language);
            var roles = SpokenRun.In(run.Results, english ? ReportLanguage.English : ReportLanguage.Japanese).Select(result => Role(run.Folder, result)).ToList();
            try
            {
                await HandoverPage.WriteFileAsync(file, roles, parsed.GetValue(municipality), english ? ReportLanguage.English : ReportLanguage.Japanese, cancellationToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new BadInputException(new Problem("CF6031", file, 0, 0, "The file cannot be written: " + e.Message, "Choose another place."));
            }

            foreach (var role in roles.Where(role => role.Settings.Count == 0))
            {
                await Console.Error.WriteLineAsync(english
                    ? $"{role.Result.Run.RoleAndEdition.En}: the results keep no profile, so the page cannot say what the vendor wrote."
                    : $"{role.Result.Run.RoleAndEdition.Ja}：結果に対象プロファイルが残っていないため、事業者が書いたものは示せません。");
            }

            Console.WriteLine(file);
            return ExitCode.Conforms;
        }));
        return command;
    }

    // With what the vendor wrote, where the run keeps it.
    private static HandoverRole Role(string folder, RunResult result)
    {
        if (ProfileCopy.Read(folder, result.Run) is not { } profile)
        {
            return new HandoverRole(result, "", [], []);
        }

        var standard = StandardLoader.LoadById(ProjectFolders.Find().Standards, result.Run.Standard, result.Run.Edition);
        return new HandoverRole(result, profile.Product.Vendor, ProfileClaims.Settings(profile), ProfileClaims.Mappings(profile, standard, standard.Role(result.Run.Role)));
    }
}
