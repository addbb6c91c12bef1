using System.CommandLine;
using System.Text.Json;
using Conformance.Reports;
using Conformance.Reports.Bundles;
using Conformance.Reports.Comparison;
using Conformance.Reports.Wording;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Commands;

/// <summary><c>compare</c>: functions × products, from results, folders of runs, or bundles.</summary>
internal static class CompareCommand
{
    public static Command Build()
    {
        var sources = new Argument<string[]>("RESULT") { Description = "result.json, the folder of a run, or a bundle; two or more.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out") { Description = "Folder for compare.html and compare.xlsx.", DefaultValueFactory = _ => Path.Combine("artifacts", "compare") };
        var json = new Option<bool>("--json") { Description = "Write {\"standards\":[{standard,edition,role,products,units}]} to the standard output as well." };
        var language = LanguageOption.Build();
        var command = new Command("compare", "Compare products: functions × products, differences first.") { sources, output, json, language };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            var read = new List<(string, IReadOnlyList<RunResult>)>();
            foreach (var source in parsed.GetValue(sources)!)
            {
                read.Add((Path.GetFileName(Path.TrimEndingDirectorySeparator(source)), await ResultsAsync(source, cancellationToken)));
            }

            if (read.Count < 2)
            {
                throw new BadInputException(new Problem("CF6057", "compare", 0, 0, "One result cannot be compared with anything.", "Give two or more."));
            }

            var comparison = ProductComparison.Of(read);
            var spoken = parsed.LanguageOf(language);
            var page = Path.Combine(parsed.GetValue(output)!, "compare.html");
            var told = ProductComparison.Of([.. read.Select(source => (source.Item1, SpokenRun.In(source.Item2, spoken)))]);
            await ComparisonHtml.WriteFileAsync(page, told, spoken, cancellationToken);
            await ComparisonWorkbook.WriteFileAsync(Path.ChangeExtension(page, ".xlsx"), told, spoken, cancellationToken);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(View(comparison), MachineJson.Indented));
                return ExitCode.Conforms;
            }

            foreach (var standard in comparison.Standards)
            {
                var differing = standard.Rows.Count(row => row.Differs);
                Console.WriteLine(spoken == ReportLanguage.English
                    ? $"{standard.Standard} {standard.Edition} {standard.Role}: {standard.Products.Count} products, {differing} of {standard.Rows.Count} units differ"
                    : $"{standard.Standard} {standard.Edition} {standard.Role}: 製品{standard.Products.Count}件、単位{standard.Rows.Count}件のうち差異{differing}件");
            }

            Console.WriteLine(page);
            return ExitCode.Conforms;
        }));
        return command;
    }

    /// <summary>Results of a file, of the folder of a run, or of a bundle (which is not verified here).</summary>
    internal static async Task<IReadOnlyList<RunResult>> ResultsAsync(string source, CancellationToken cancellationToken)
    {
        var path = Directory.Exists(source) ? Path.Combine(source, "result.json") : source;
        InputFile.Existing(path);
        if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            return await ResultJson.ReadFileAsync(path, cancellationToken);
        }

        if (await BundleReader.ReadManifestAsync(path, cancellationToken) is null || await BundleReader.ReadFileAsync(path, "result.json", cancellationToken) is not { } content)
        {
            throw new BadInputException(new Problem("CF6056", path, 0, 0, "This is no bundle.", "Give a file that `bundle create` wrote; `bundle verify` says what is wrong with it."));
        }

        using var stream = new MemoryStream(content);
        return await ResultJson.ReadAsync(stream, path, cancellationToken);
    }

    private static object View(ProductComparison comparison) => new
    {
        Standards = comparison.Standards.Select(standard => new
        {
            standard.Standard,
            standard.Edition,
            standard.Role,
            Products = standard.Products.Select(product => new { product.Name, product.Version, product.Source }),
            Units = standard.Rows.Select(row => new
            {
                row.Id,
                row.Name,
                row.Differs,
                Cells = row.Cells.Select(cell => cell is null ? null : new { cell.Mark, Verdict = JsonNamingPolicy.CamelCase.ConvertName(cell.Verdict.ToString()), cell.Reason }),
            }),
        }),
    };
}
