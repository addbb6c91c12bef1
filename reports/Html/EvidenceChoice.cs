using Conformance.Verdicts;

namespace Conformance.Reports.Html;

/// <summary>
/// Which evidence files a page embeds: screenshots of failing scenarios first, then the last one of each other scenario, then
/// the rest, until the budget is used up; exchanges and texts likewise, failing scenarios first.
/// </summary>
internal sealed class EvidenceChoice
{
    private const string Png = "image/png";

    private readonly string? directory;
    private readonly HashSet<string> missing = new(StringComparer.Ordinal);

    private EvidenceChoice(string? directory) => this.directory = directory;

    public List<EvidenceRef> Screenshots { get; } = [];

    public List<EvidenceRef> Texts { get; } = [];

    public EvidenceTally Tally { get; private set; } = new(0, 0, 0, 0, 0);

    public static EvidenceChoice Make(IReadOnlyList<RunResult> runs, string? directory, HtmlReportOptions options)
    {
        var choice = new EvidenceChoice(directory);
        // Looked at anew each time: there may be more than memory holds.
        var scenarios = runs.SelectMany(run => run.Scenarios);
        var failing = scenarios.Where(Fails);
        var screenshots = LastOfEach(failing).Concat(failing.SelectMany(Shots))
            .Concat(LastOfEach(scenarios)).Concat(scenarios.SelectMany(Shots));
        var texts = failing.Concat(scenarios).SelectMany(scenario => All(scenario).Where(IsText));
        var screenshotsLeftOut = choice.Fill(choice.Screenshots, screenshots, options.ScreenshotBytes);
        var textsLeftOut = choice.Fill(choice.Texts, texts, options.TextBytes);
        choice.Tally = new EvidenceTally(
            choice.Screenshots.Count, screenshotsLeftOut, choice.Texts.Count, textsLeftOut, choice.missing.Count);
        return choice;
    }

    public string PathOf(EvidenceRef evidence) => Path.Combine(directory!, evidence.File);

    private static IEnumerable<EvidenceRef> LastOfEach(IEnumerable<ScenarioResult> scenarios) =>
        scenarios.Select(scenario => Shots(scenario).LastOrDefault()).OfType<EvidenceRef>();

    private static IEnumerable<EvidenceRef> All(ScenarioResult scenario) => scenario.Steps.SelectMany(step => step.Evidence);

    private static IEnumerable<EvidenceRef> Shots(ScenarioResult scenario) =>
        All(scenario).Where(evidence => evidence.MediaType == Png);

    // A document or a trace is opened with a program of its own; the page names its file.
    private static bool IsText(EvidenceRef evidence) =>
        evidence.MediaType.StartsWith("text/", StringComparison.Ordinal) || evidence.MediaType.EndsWith("json", StringComparison.Ordinal) || evidence.MediaType.EndsWith("xml", StringComparison.Ordinal);

    private static bool Fails(ScenarioResult scenario) =>
        scenario.Verdict is VerdictKind.Nonconforming or VerdictKind.Inconclusive;

    /// <returns>How many distinct files were left out for want of room.</returns>
    private int Fill(List<EvidenceRef> chosen, IEnumerable<EvidenceRef> candidates, long budget)
    {
        var leftOut = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var evidence in candidates)
        {
            if (!seen.Add(evidence.File))
            {
                continue;
            }

            if (SizeOf(evidence) is not { } size)
            {
                missing.Add(evidence.File);
            }
            else if (size > budget)
            {
                leftOut++;
            }
            else
            {
                budget -= size;
                chosen.Add(evidence);
            }
        }

        return leftOut;
    }

    /// <summary>Null where the folder has no such file. A name that is not a plain file name is not followed out of the folder.</summary>
    private long? SizeOf(EvidenceRef evidence)
    {
        if (directory is null || evidence.File.Length == 0 || evidence.File != Path.GetFileName(evidence.File)
            || evidence.File.Contains('\0', StringComparison.Ordinal) || evidence.File.Contains('\\', StringComparison.Ordinal))
        {
            return null;
        }

        var file = new FileInfo(PathOf(evidence));
        return file.Exists ? file.Length : null;
    }
}
