using Conformance.Verdicts;

namespace Conformance.Reports.Wording;

/// <summary>A result as it is told to a reader: what the program itself says is in the reader's language, what is data stays.</summary>
public static class SpokenRun
{
    public static IReadOnlyList<RunResult> In(IReadOnlyList<RunResult> runs, ReportLanguage language)
    {
        ArgumentNullException.ThrowIfNull(runs);
        return [.. runs.Select(run => In(run, language))];
    }

    /// <summary>One sentence of a result.</summary>
    public static string In(string text, ReportLanguage language) => Phrases.In(text, language);

    private static RunResult In(RunResult run, ReportLanguage language)
    {
        // What was found before the run is kept in both languages.
        string? Said(string? text) => text is null ? null
            : run.Run.Preflight?.FirstOrDefault(finding => finding.What.En == text || finding.What.Ja == text) is { } found ? found.What.In(language)
            : Phrases.In(text, language);
        return run with
        {
            Functions = [.. run.Functions.Select(function => function with { Reason = Said(function.Reason), Deferred = Said(function.Deferred) })],
            Steps = [.. run.Steps.Select(step => step with { Reason = Said(step.Reason) })],
            Surfaces = run.Surfaces is not { } surfaces ? null : surfaces with
            {
                Searched = [.. surfaces.Searched.Select(searched => searched with { Trouble = Said(searched.Trouble) })],
                Findings = [.. surfaces.Findings.Select(finding => finding with { Reason = Said(finding.Reason)! })],
            },
            Differences = run.Differences?.Select(one => one with { Api = Said(one.Api)!, Ui = Said(one.Ui)! }).ToList(),
            Scenarios = new MappedList<ScenarioResult, ScenarioResult>(run.Scenarios, scenario => scenario with
            {
                Reason = Said(scenario.Reason),
                Findings = [.. scenario.Findings.Select(finding => finding with { Expected = Said(finding.Expected)!, Observed = Said(finding.Observed)! })],
                Steps = [.. scenario.Steps.Select(step => step with { Message = Said(step.Message) })],
            }),
        };
    }
}
