using System.CommandLine;
using Conformance.Drivers;
using Conformance.Reports;

namespace Conformance.Cli.Commands;

/// <summary>What a run was asked for.</summary>
/// <param name="Out">Folder of the results.</param>
internal sealed record RunSettings(string Out, Surfaces Surfaces, string? Filter, int Seed, int Parallelism, bool Json, ReportLanguage Language);

/// <summary>The options that <c>run</c> and <c>demo</c> share.</summary>
internal sealed class RunOptionSet
{
    private readonly Option<string> output;
    private readonly Option<string> driver = new("--driver") { Description = "api, ui or both.", DefaultValueFactory = _ => "both" };
    private readonly Option<string> filter = new("--filter") { Description = "Tag expression (@機能:0310001 and not @ui), or a part of the scenario's ID or name." };
    private readonly Option<int> seed = new("--seed") { Description = "Decides the shape of the people; they are new in every run all the same.", DefaultValueFactory = _ => 1 };
    private readonly Option<int> parallel = new("--parallel") { Description = "Scenarios at the same time.", DefaultValueFactory = _ => 4 };
    private readonly Option<bool> json = new("--json") { Description = "Write the result to the standard output, as in result.json." };
    private readonly Option<string> language = new("--lang") { Description = "ja or en.", DefaultValueFactory = _ => "ja" };

    public RunOptionSet(string defaultFolder)
    {
        output = new Option<string>("--out") { Description = "Folder of the results.", DefaultValueFactory = _ => Path.Combine("artifacts", defaultFolder) };
        driver.AcceptOnlyFromAmong("api", "ui", "both");
        language.AcceptOnlyFromAmong("ja", "en");
        parallel.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 64)
            {
                result.AddError("--parallel takes 1 to 64.");
            }
        });
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { output, driver, filter, seed, parallel, json, language })
        {
            command.Options.Add(option);
        }
    }

    public RunSettings Read(ParseResult parsed) => new(
        parsed.GetValue(output)!,
        parsed.GetValue(driver) switch { "api" => Surfaces.Api, "ui" => Surfaces.Ui, _ => Surfaces.Both },
        parsed.GetValue(filter), parsed.GetValue(seed), parsed.GetValue(parallel), parsed.GetValue(json),
        parsed.GetValue(language) == "en" ? ReportLanguage.English : ReportLanguage.Japanese);
}
