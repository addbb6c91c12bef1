using System.Globalization;
using System.Text;
using System.Xml;
using Conformance.Verdicts;

namespace Conformance.Reports;

/// <summary>
/// <c>junit.xml</c> for build servers: a suite per feature and run, a case per scenario and driver. 不適合 is a
/// <c>failure</c>, 判定不能 an <c>error</c>, 未検証 and 適用対象外 are <c>skipped</c> with their reason.
/// </summary>
public static class JunitXml
{
    /// <summary>Characters that XML 1.0 forbids are removed; the same results are the same bytes.</summary>
    public static async Task WriteAsync(
        IReadOnlyList<RunResult> runs, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var settings = new XmlWriterSettings
        {
            Async = true, Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false),
        };
        await using var xml = XmlWriter.Create(output, settings);
        await xml.WriteStartDocumentAsync();
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "Conformance");
        WriteCounts(xml, runs.SelectMany(run => run.Scenarios));
        foreach (var run in runs)
        {
            // By number, since there may be more than memory holds.
            foreach (var feature in run.Scenarios.Select((scenario, i) => (scenario.Feature, Number: i)).GroupBy(one => one.Feature, one => one.Number).OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                cancellationToken.ThrowIfCancellationRequested();
                WriteSuite(xml, run, feature.Key, [.. feature.Select(number => run.Scenarios[number])]);
                await xml.FlushAsync();
            }
        }

        await xml.WriteEndElementAsync();
        await xml.WriteEndDocumentAsync();
    }

    /// <summary>Writes the file whole or not at all.</summary>
    public static Task WriteFileAsync(
        string path, IReadOnlyList<RunResult> runs, CancellationToken cancellationToken = default) =>
        WholeFile.WriteAsync(path, (stream, token) => WriteAsync(runs, stream, token), cancellationToken);

    private static void WriteSuite(XmlWriter xml, RunResult run, string feature, IReadOnlyList<ScenarioResult> scenarios)
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", $"{run.Run.RoleAndEdition.Ja}/{feature}");
        WriteCounts(xml, scenarios);
        Attribute(xml, "timestamp", scenarios.Min(scenario => scenario.Started).UtcDateTime
            .ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        xml.WriteStartElement("properties");
        Property(xml, "run", run.Run.Id);
        Property(xml, "seed", run.Run.Seed.ToString(CultureInfo.InvariantCulture));
        Property(xml, "standard", $"{run.Run.Standard} {run.Run.StandardName} {run.Run.Edition}");
        Property(xml, "role", run.Run.Role);
        if (run.Run.Interface is { } edition)
        {
            Property(xml, "interface", edition.Key);
        }

        Property(xml, "product", $"{run.Run.Product} {run.Run.ProductVersion}");
        foreach (var check in (run.Manual ?? []).Where(check => scenarios.Any(scenario => scenario.Functions.Contains(check.Unit))))
        {
            // A person's word changes no count.
            Property(xml, "manual." + check.Id, check.Result is { } result ? $"{ReportWords.In(ReportLanguage.Japanese).Of(result.Verdict)} {result.Operator}/{result.Reviewer}" : "未実施");
        }

        xml.WriteEndElement();
        foreach (var scenario in scenarios)
        {
            WriteCase(xml, feature, scenario);
        }

        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, string feature, ScenarioResult scenario)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "name", $"{scenario.Name} ({scenario.Driver})");
        Attribute(xml, "classname", $"{Path.ChangeExtension(feature, null).Replace('/', '.')}.{scenario.Id}");
        Attribute(xml, "file", feature);
        Attribute(xml, "line", scenario.Line.ToString(CultureInfo.InvariantCulture));
        Attribute(xml, "time", Seconds(scenario.Duration));
        switch (scenario.Verdict)
        {
            case VerdictKind.Nonconforming:
                WriteOutcome(xml, "failure", "nonconforming", scenario);
                break;
            case VerdictKind.Inconclusive:
                WriteOutcome(xml, "error", CauseWord(scenario.Cause), scenario);
                break;
            case VerdictKind.NotVerified or VerdictKind.NotApplicable:
                xml.WriteStartElement("skipped");
                var word = ReportWords.In(ReportLanguage.Japanese).Of(scenario.Verdict);
                Attribute(xml, "message", (scenario.Rule is null ? "" : $"[{scenario.Rule}] ") + (scenario.Reason is null ? word : $"{word}: {scenario.Reason}"));
                xml.WriteEndElement();
                break;
        }

        xml.WriteEndElement();
    }

    private static void WriteOutcome(XmlWriter xml, string element, string type, ScenarioResult scenario)
    {
        var findings = scenario.Findings.Where(finding => finding.Verdict == scenario.Verdict).ToList();
        xml.WriteStartElement(element);
        Attribute(xml, "type", type);
        Attribute(xml, "message", (scenario.Rule is null ? "" : $"[{scenario.Rule}] ") + (scenario.Reason
            ?? (findings.Count > 0 ? $"{findings[0].Function}: {findings[0].Step}" : type)));
        var text = new StringBuilder();
        if (scenario.Rule is not null)
        {
            text.Append("\n原因: ").Append(CauseWord(scenario.Cause)).Append("\n規則: ").Append(ReportWords.In(ReportLanguage.Japanese).Rule(scenario.Rule)).Append('\n');
        }

        foreach (var finding in findings)
        {
            var basis = ReportWords.In(ReportLanguage.Japanese).Of(finding.Basis);
            text.Append('\n').Append(finding.Function).Append(' ').Append(finding.Step)
                .Append("\n  期待: ").Append(PlainText.ForXml(finding.Expected))
                .Append("\n  実際: ").Append(PlainText.ForXml(finding.Observed))
                .Append("\n  根拠: ").Append(basis).Append(' ').Append(finding.Source).Append('\n');
        }

        xml.WriteString(PlainText.ForXml(text.ToString(), int.MaxValue));
        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, IEnumerable<ScenarioResult> scenarios)
    {
        var (tests, failures, errors, skipped, time) = (0, 0, 0, 0, TimeSpan.Zero);
        foreach (var scenario in scenarios)
        {
            tests++;
            failures += scenario.Verdict == VerdictKind.Nonconforming ? 1 : 0;
            errors += scenario.Verdict == VerdictKind.Inconclusive ? 1 : 0;
            skipped += scenario.Verdict is VerdictKind.NotVerified or VerdictKind.NotApplicable ? 1 : 0;
            time += scenario.Duration;
        }

        Attribute(xml, "tests", tests.ToString(CultureInfo.InvariantCulture));
        Attribute(xml, "failures", failures.ToString(CultureInfo.InvariantCulture));
        Attribute(xml, "errors", errors.ToString(CultureInfo.InvariantCulture));
        Attribute(xml, "skipped", skipped.ToString(CultureInfo.InvariantCulture));
        Attribute(xml, "time", Seconds(time));
    }

    private static string Seconds(TimeSpan duration) => duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    private static string CauseWord(CauseKind? cause) =>
        cause is { } known ? System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(known.ToString()) : "unknown";

    private static void Property(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement("property");
        Attribute(xml, "name", name);
        Attribute(xml, "value", value);
        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, string value) =>
        xml.WriteAttributeString(name, PlainText.ForXml(value));
}
