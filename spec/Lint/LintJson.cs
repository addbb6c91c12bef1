using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conformance.Spec.Lint;

/// <summary>Lint reports for machines: our own JSON, and SARIF 2.1.0 (OASIS) for editors and code-review tools.</summary>
public static class LintJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary><c>{"standards":[{"standard","findings":[…],"waived":[…],"unusedWaivers":[…],"counts":{rule:n}}]}</c>.</summary>
    public static string Format(IReadOnlyList<LintReport> reports) => JsonSerializer.Serialize(new
    {
        Standards = reports.Select(report => new
        {
            Standard = report.Key,
            Findings = report.Findings.Select(finding => Entry(report, finding)),
            Waived = report.Waived.Select(pair => new { Finding = Entry(report, pair.Finding), pair.Waiver.Reason }),
            UnusedWaivers = report.Unused.Select(waiver => new { waiver.Rule, waiver.Subject, waiver.Reason, waiver.Line }),
            Counts = report.Rules.ToDictionary(rule => rule.Code, rule => report.Findings.Count(finding => finding.Rule == rule.Code)),
        }),
    }, Options);

    public static string Sarif(IReadOnlyList<LintReport> reports, string version, bool japanese)
    {
        var rules = reports.SelectMany(report => report.Rules).DistinctBy(rule => rule.Code).ToList();
        return JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new object[]
            {
                new
                {
                    Tool = new
                    {
                        Driver = new
                        {
                            Name = "conformance spec lint",
                            Version = version,
                            Rules = rules.Select(rule => new
                            {
                                Id = rule.Code,
                                ShortDescription = new { Text = rule.Title.In(japanese) },
                                FullDescription = new { Text = rule.Reason.In(japanese) },
                                Help = new { Text = rule.Remedy.In(japanese) },
                                DefaultConfiguration = new { Level = Level(rule) },
                            }),
                        },
                    },
                    Results = reports.SelectMany(report => report.Findings.Select(finding => Result(report, finding, null, japanese))
                        .Concat(report.Waived.Select(pair => Result(report, pair.Finding, pair.Waiver, japanese)))),
                },
            },
        }, Options);
    }

    private static object Entry(LintReport report, LintFinding finding) => new
    {
        finding.Rule,
        Severity = report.Rule(finding).Severity.ToString().ToLowerInvariant(),
        finding.Subject,
        finding.File,
        finding.Line,
        finding.Measure,
        finding.Fact.Ja,
        finding.Fact.En,
    };

    private static Dictionary<string, object> Result(LintReport report, LintFinding finding, Waiver? waiver, bool japanese)
    {
        var result = new Dictionary<string, object>
        {
            ["ruleId"] = finding.Rule,
            ["level"] = Level(report.Rule(finding)),
            ["message"] = new { Text = finding.Fact.In(japanese) },
            ["locations"] = new[]
            {
                new
                {
                    PhysicalLocation = new
                    {
                        ArtifactLocation = new { Uri = "standards/" + report.Key + (finding.File.Length > 0 ? "/" + finding.File : "") },
                        Region = new { StartLine = Math.Max(1, finding.Line) },
                    },
                    LogicalLocations = new[] { new { Name = finding.Subject } },
                },
            },
            ["partialFingerprints"] = new Dictionary<string, string> { ["subject/v1"] = $"{report.Key}#{finding.Rule}#{finding.Subject}" },
        };
        if (waiver is not null)
        {
            result["suppressions"] = new[] { new { Kind = "external", Justification = waiver.Reason } };
        }

        return result;
    }

    private static string Level(LintRule rule) => rule.Severity.ToString().ToLowerInvariant();
}
