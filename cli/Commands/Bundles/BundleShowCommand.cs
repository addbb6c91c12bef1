using System.CommandLine;
using System.Globalization;
using System.Text;
using Conformance.Reports.Bundles;
using Conformance.Spec;

namespace Conformance.Cli.Commands.Bundles;

/// <summary><c>bundle show</c>: what a bundle says of itself. Verifies nothing.</summary>
internal static class BundleShowCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "The bundle." };
        var json = new Option<bool>("--json") { Description = "The manifest, as it stands in the bundle." };
        var language = LanguageOption.Build();
        var command = new Command("show", "Show what a bundle holds. Nothing is verified: `bundle verify` does that.") { file, json, language };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            var path = InputFile.Existing(parsed.GetValue(file)!);
            var manifest = await BundleReader.ReadManifestAsync(path, cancellationToken)
                ?? throw new BadInputException(new Problem("CF6056", path, 0, 0, "This is no bundle.", "Give a file that `bundle create` wrote; `bundle verify` says what is wrong with it."));
            if (parsed.GetValue(json))
            {
                Console.Write(Encoding.UTF8.GetString(manifest.ToJson()) + "\n");
                return ExitCode.Conforms;
            }

            var english = parsed.IsEnglish(language);
            Console.WriteLine((english
                ? $"made {manifest.Created:u} by version {manifest.Tool}; not verified here"
                : $"作成 {manifest.Created:u}、版 {manifest.Tool}。ここでは検証していない"));
            foreach (var line in BundleWords.Runs(manifest))
            {
                Console.WriteLine(line);
            }

            foreach (var kind in manifest.Files.GroupBy(entry => entry.Path.Contains('/', StringComparison.Ordinal) ? entry.Path[..entry.Path.IndexOf('/', StringComparison.Ordinal)] + "/" : entry.Path))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind.Key,-24} {kind.Count(),6} {kind.Sum(entry => entry.Size),14:N0}"));
            }

            return ExitCode.Conforms;
        }));
        return command;
    }
}
