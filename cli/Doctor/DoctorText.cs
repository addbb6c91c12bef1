using System.Globalization;
using System.Text;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Doctor;

/// <summary>Findings as a person reads them on a console: what has to be mended first, all that is well in one line.</summary>
internal static class DoctorText
{
    /// <summary>Which editions of the interface are meant, behind what it is said of; empty where there is one only.</summary>
    public static string Editions(IReadOnlyList<string>? editions, string language) => editions is not { Count: > 0 } ? ""
        : language == "en" ? $" [edition {string.Join(", ", editions)} of the interface]" : $"［連携の版 {string.Join("、", editions)}］";

    /// <param name="all">Also what is well, one by one.</param>
    public static string Of(IReadOnlyList<PreflightFinding> findings, string language, bool all)
    {
        var text = new StringBuilder();
        foreach (var finding in findings.Where(finding => all || (finding.Level is not PreflightLevel.Ok && finding.Because is null)).OrderByDescending(finding => finding.Level))
        {
            text.Append(CultureInfo.InvariantCulture, $"{DoctorWords.Sign(finding.Level)} {DoctorWords.Check(finding.Check).In(language)}");
            text.Append(finding.Subject.Length > 0 ? " " + finding.Subject : "");
            text.Append(Editions(finding.Editions, language));
            text.AppendLine(finding.Cause is { } cause ? (language == "en" ? $"  [cause: {CauseWords.Of(cause).En}]" : $"  【原因：{CauseWords.Of(cause).Ja}】") : "");
            Line("何が", "what", finding.What);
            Line("なぜ大事か", "why", finding.Why);
            Line("直し方", "fix", finding.Fix);
        }

        foreach (var same in findings.Where(finding => !all && finding.Because is not null).GroupBy(finding => finding.What))
        {
            var checks = same.Select(finding => DoctorWords.Check(finding.Check).In(language)).Distinct();
            text.AppendLine($"{DoctorWords.Sign(PreflightLevel.NotShown)} {string.Join(language == "en" ? ", " : "、", checks)}{Editions([.. same.SelectMany(finding => finding.Editions ?? []).Distinct()], language)}");
            Line("何が", "what", same.Key);
        }

        var well = findings.Where(finding => finding.Level == PreflightLevel.Ok).GroupBy(finding => finding.Check).ToList();
        if (!all && well.Count > 0)
        {
            text.AppendLine("✓ " + string.Join(language == "en" ? ", " : "、", well.Select(same => same.Count() > 1
                ? string.Create(CultureInfo.InvariantCulture, $"{DoctorWords.Check(same.Key).In(language)} {same.Count()}")
                : DoctorWords.Check(same.Key).In(language))));
        }

        return text.ToString().TrimEnd();

        void Line(string ja, string en, Bilingual said)
        {
            if (said.In(language) is { Length: > 0 } words)
            {
                text.AppendLine(language == "en" ? $"    {en}: {words}" : $"    {ja}：{words}");
            }
        }
    }
}
