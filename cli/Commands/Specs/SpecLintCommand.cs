using System.CommandLine;
using System.Globalization;
using Conformance.Derivation.Lint;
using Conformance.Spec;
using Conformance.Spec.Lint;
using Conformance.Spec.Loading;

namespace Conformance.Cli.Commands.Specs;

/// <summary><c>spec lint</c>: is the text of a standard sound?</summary>
internal static class SpecLintCommand
{
    private static readonly IReadOnlyList<LintRule> s_rules = [.. LintRules.All, .. FlowRules.All];

    public static Command Build()
    {
        var which = new Argument<string[]>("STANDARD") { Description = "業務ID such as 031, or the folder of an edition; without it the newest edition of every standard.", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "As JSON: {\"standards\":[…]}." };
        var sarif = new Option<string?>("--sarif") { Description = "Write SARIF 2.1.0 to this file as well.", HelpName = "FILE" };
        var rules = new Option<bool>("--rules") { Description = "List the rules with their reasons and remedies, and check nothing." };
        var only = new Option<string[]>("--rule") { Description = "Apply these rules only.", HelpName = "CODE", AllowMultipleArgumentsPerToken = true };
        var language = LanguageOption.Build();
        var command = new Command("lint", "Check the text of standards: exit 1 where something is found that lint.yaml does not waive.") { which, json, sarif, rules, only, language };
        command.SetAction((parsed, _) => Guard.RunAsync(() =>
        {
            var japanese = parsed.GetValue(language) == "ja";
            var chosen = Chosen(parsed.GetValue(only) ?? []);
            if (parsed.GetValue(rules))
            {
                ShowRules(chosen, japanese);
                return ExitCode.Conforms;
            }

            var reports = StandardLint.CheckAll(StandardSelection.Load(parsed.GetValue(which) ?? []), chosen);
            if (parsed.GetValue(sarif) is { } file)
            {
                OutputFile.Write(file, LintJson.Sarif(reports, typeof(SpecLintCommand).Assembly.GetName().Version?.ToString(3) ?? "", japanese));
            }

            if (parsed.GetValue(json))
            {
                Console.WriteLine(LintJson.Format(reports));
            }
            else
            {
                foreach (var report in reports)
                {
                    Show(report, japanese);
                }
            }

            return reports.Any(report => report.HasFlaws) ? ExitCode.Nonconforming : ExitCode.Conforms;
        }));
        return command;
    }

    private static IReadOnlyList<LintRule> Chosen(string[] codes)
    {
        var unknown = codes.Where(code => s_rules.All(rule => rule.Code != code)).ToList();
        return unknown.Count > 0
            ? throw new BadInputException([.. unknown.Select(code => new Problem("CF1901", "--rule", 0, 0, $"「{code}」 is no rule.", "`spec lint --rules` lists them."))])
            : codes.Length == 0 ? s_rules : [.. s_rules.Where(rule => codes.Contains(rule.Code))];
    }

    private static void ShowRules(IReadOnlyList<LintRule> rules, bool japanese)
    {
        foreach (var rule in rules)
        {
            Console.WriteLine($"{rule.Code}  {Word(rule.Severity, japanese)}  {rule.Title.In(japanese)}");
            Console.WriteLine("    " + rule.Reason.In(japanese));
            Console.WriteLine("    → " + rule.Remedy.In(japanese));
        }
    }

    private static void Show(LintReport report, bool japanese)
    {
        Console.WriteLine(report.Key);
        foreach (var group in report.Findings.GroupBy(finding => finding.Rule))
        {
            var rule = report.Rule(group.First());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {rule.Code} {Word(rule.Severity, japanese)}  {rule.Title.In(japanese)} ({group.Count()})"));
            foreach (var finding in group)
            {
                var place = finding.File.Length == 0 ? "" : finding.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{finding.File}:{finding.Line}: ") : finding.File + ": ";
                Console.WriteLine($"    {place}{finding.Fact.In(japanese)}");
            }

            Console.WriteLine("    → " + rule.Remedy.In(japanese));
        }

        foreach (var (finding, waiver) in report.Waived)
        {
            Console.WriteLine((japanese ? "  受け入れ済み " : "  waived ") + $"{finding.Rule} {finding.Subject}: {waiver.Reason}");
        }

        foreach (var waiver in report.Unused)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {WaiverFile.Name}:{waiver.Line}: ")
                + (japanese ? $"{waiver.Rule}「{waiver.Subject}」に当たる指摘はもうない。この行を消す。" : $"nothing is found any more for {waiver.Rule} 「{waiver.Subject}」. Remove the waiver."));
        }

        var counts = Enum.GetValues<LintSeverity>().Reverse().Select(severity => (severity, Count: report.Findings.Count(finding => report.Rule(finding).Severity == severity)));
        Console.WriteLine("  " + string.Join(japanese ? "、" : ", ", counts.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{Word(entry.severity, japanese)} {entry.Count}")))
            + string.Create(CultureInfo.InvariantCulture, $"{(japanese ? "、受け入れ済み" : ", waived")} {report.Waived.Count}"));
    }

    private static string Word(LintSeverity severity, bool japanese) => severity switch
    {
        LintSeverity.Error => japanese ? "誤り" : "error",
        LintSeverity.Warning => japanese ? "警告" : "warning",
        _ => japanese ? "注意" : "note",
    };
}
