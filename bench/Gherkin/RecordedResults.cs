using Conformance.Cli;
using Conformance.Cli.Recording;
using Conformance.Cli.Runs;
using Conformance.Gherkin;
using Conformance.Reports;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Spec.Loading;
using Conformance.Steps.Running;
using Conformance.Verdicts;

namespace Conformance.Bench.Gherkin;

/// <summary>What <c>run</c> makes of its scenarios: a log, judged results, and at the end <c>result.json</c>, <c>junit.xml</c> and <c>report.html</c>.</summary>
internal sealed class RecordedResults : IDisposable
{
    private readonly Standard standard = StandardLoader.LoadById(ProjectFolders.Find().Standards, "031");
    private readonly string folder;
    private readonly ScenarioLog log;
    private readonly ScenarioSpool results;
    private readonly RoleContracts role;

    public RecordedResults(string folder)
    {
        this.folder = folder;
        role = standard.Roles[0];
        log = ScenarioLog.Create(Path.Combine(folder, "log", "bench.ndjson"), new LogHeader(
            "bench", 1, standard.Id, standard.Edition, role.Name, MunicipalityClass.Other, "見本", "1", ["api"], "", 0, null, null, default));
        results = new ScenarioSpool(folder);
        var history = new ScenarioHistory(log, new ScenarioJudge(standard, role), results.Add);
        Sink = new ScenarioSink(new EvidenceFolder(Path.Combine(folder, "evidence")), history.Started, (record, ended) => history.Ended(new RecordedAttempt(record, ended!.Attempt)));
    }

    public IRunSink Sink { get; }

    public async Task WriteAsync()
    {
        var info = new RunInfo("bench", 1, standard.Id, standard.Name, standard.Edition, "illustrative", role.Name, MunicipalityClass.Other, "見本", "1", ["api"], default, default, VerdictKind.Inconclusive, "");
        var run = RunJudge.Judge(standard, role, info, results.Sorted(), []);
        await ResultJson.WriteFileAsync(Path.Combine(folder, "result.json"), [run], CancellationToken.None);
        await JunitXml.WriteFileAsync(Path.Combine(folder, "verdicts.xml"), [run], CancellationToken.None);
        await Reports.Html.HtmlReport.WriteFileAsync(Path.Combine(folder, "report.html"), [run], null, new Reports.Html.HtmlReportOptions(), CancellationToken.None);
    }

    public void Dispose() => log.Dispose();
}
