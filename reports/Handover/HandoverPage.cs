using System.Globalization;
using Conformance.Reports.Html;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Reports.Handover;

/// <summary>One page for a municipality: what was shown of a product, by machine or by a person, what was not, and what the vendor wrote to show it.</summary>
public static class HandoverPage
{
    /// <summary>Writes the file whole or not at all.</summary>
    /// <param name="municipality">For whom; null for nobody in particular.</param>
    public static Task WriteFileAsync(string path, IReadOnlyList<HandoverRole> roles, string? municipality, ReportLanguage language, CancellationToken cancellationToken = default) =>
        WholeFile.WriteAsync(path, async (stream, token) => await stream.WriteAsync(Page(roles, municipality, language), token), cancellationToken);

    internal static byte[] Page(IReadOnlyList<HandoverRole> roles, string? municipality, ReportLanguage language)
    {
        var words = ReportWords.In(language);
        var page = new PlainPage(words["適合性確認の結果の引渡し", "What was shown, handed over"], words);
        if (municipality is not null)
        {
            page.Paragraph(words[$"宛先：{municipality}", $"For: {municipality}"]);
        }

        page.Add($"""<p class="note">{words["これは証明書ではありません。標準化基準への適合の確認は、法律に基づき地方公共団体が行います。結果は、ここに書かれた製品・版・設定・団体区分に限るものです。設定が違う団体では、その違いが及ぶ機能を確かめ直してください（conformance inherit）。", "This is no certificate. By law the municipality confirms conformity. The result holds for the product, build, parameters and class named here; where parameters differ, what depends on them has to be shown again (conformance inherit)."]}</p>""");
        foreach (var role in roles)
        {
            Role(page, role, words);
        }

        return page.ToBytes();
    }

    private static void Role(PlainPage page, HandoverRole role, ReportWords words)
    {
        var run = role.Result.Run;
        page.Heading($"{run.Product} {run.ProductVersion} · {words[run.RoleAndEdition]}");
        page.Add($"""<p class="verdict">{PlainPage.Text(words.Sentence(role.Result))}</p>""");
        page.Paragraph(words.Counted(Denominators.Of(role.Result)));
        page.Facts(
        [
            (words["製品・版", "Product and build"], $"{run.Product} {run.ProductVersion}"),
            (words["事業者", "Vendor"], role.Vendor),
            (words["標準仕様", "Standard"], $"{run.Standard} {run.StandardName} {run.Edition} · {words.Status(run.StandardStatus)}"),
            (words["役割", "Role"], words[run.RoleAndEdition]),
            (words["団体区分", "Municipality class"], words.Of(run.Class)),
            (words["実行", "Run"], string.Create(CultureInfo.InvariantCulture, $"{run.Id} · {run.Started.UtcDateTime:yyyy-MM-dd HH:mm} UTC · {string.Join(", ", run.Drivers)}")),
            (words["一部の実行", "Part of a run"], run.Partial ?? (run.LeftOut is null ? words["いいえ（全体）", "no, the whole"] : words["はい（--filter）", "yes (--filter)"])),
            (words["対象プロファイルのSHA-256", "SHA-256 of the profile"], run.Inputs?.Profile ?? ""),
            (words["標準仕様・シナリオのSHA-256", "SHA-256 of standard and scenarios"], run.Inputs is { } inputs ? $"{inputs.Standard} / {inputs.Features}" : ""),
        ]);
        Settings(page, role, words);
        var units = Units(role.Result).ToList();
        Listed(page, words["機械で確かめ、示されたもの", "Shown by machine"], units.Where(unit => unit.Verdict == VerdictKind.Conforms), words);
        page.Heading(words["人が確かめるもの", "For a person to check"]);
        Manual(page, role.Result.Manual ?? [], words);
        Listed(page, words["示されていないもの", "Not shown"], units.Where(unit => unit.Verdict is not (VerdictKind.Conforms or VerdictKind.NotApplicable)), words);
        Listed(page, words["適用対象外としたもの", "Left out as not applicable"], units.Where(unit => unit.Verdict == VerdictKind.NotApplicable), words);
        Mappings(page, role, words);
    }

    // What a person saw never counts as shown by machine; what nobody has looked at is listed as such.
    private static void Manual(PlainPage page, IReadOnlyList<ManualCheck> checks, ReportWords words)
    {
        if (checks.Count == 0)
        {
            page.Paragraph(words["人が確かめる項目はありません。", "There is nothing for a person to check."]);
            return;
        }

        page.Table(words["人による確認", "Manual checks"], [words["項目", "Item"], words["名称", "Name"], words["期待", "Expected"], words["結果", "Result"], words["実際", "Observed"], words["実施者・確認者", "By, reviewed by"], words["日時（UTC）", "At (UTC)"]],
            checks.Select(check => (IReadOnlyList<string?>)
            [
                check.Id, check.UnitName, check.Expected, check.Result is { } result ? words.Of(result.Verdict) : words["未実施", "not yet"], check.Result?.Observed ?? "",
                check.Result is { } by ? $"{by.Operator}・{by.Reviewer}" : "", check.Result?.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) ?? "",
            ]));
    }

    private static void Settings(PlainPage page, HandoverRole role, ReportWords words)
    {
        page.Heading(words["設定（対象プロファイル）", "Parameters (of the profile)"]);
        if (role.Settings.Count == 0)
        {
            page.Paragraph(words["実行の結果に対象プロファイルが残っていないため、示せません。", "The results keep no profile, so they cannot be shown."]);
            return;
        }

        page.Table(words["設定", "Parameters"], [words["名", "Name"], words["値", "Value"]], role.Settings.Select(setting => (IReadOnlyList<string?>)[setting.Name, setting.Value]));
    }

    private static void Listed(PlainPage page, string heading, IEnumerable<Unit> units, ReportWords words)
    {
        var listed = units.ToList();
        page.Heading($"{heading} ({listed.Count})");
        if (listed.Count == 0)
        {
            page.Paragraph(words["ありません。", "None."]);
            return;
        }

        page.Table(heading, [words["機能ID・手順", "Function or step"], words["名称", "Name"], words["実装区分", "Class"], words["判定", "Verdict"], words["シナリオ", "Scenarios"], words["理由", "Reason"]],
            listed.Select(unit => (IReadOnlyList<string?>)
            [
                unit.Id, unit.Name, unit.Class is { } required ? ReportWords.Mark(required).ToString() : "", words.Of(unit.Verdict),
                string.Create(CultureInfo.InvariantCulture, $"{unit.Counts.Conforms}/{unit.Counts.Conforms + unit.Counts.Nonconforming + unit.Counts.Inconclusive + unit.Counts.NotVerified}"),
                string.Join(" ", new[] { unit.Cause is { } cause ? words.Of(cause) + (unit.Reason is null ? "" : ":") : null, unit.Reason }.OfType<string>()),
            ]));
    }

    private static void Mappings(PlainPage page, HandoverRole role, ReportWords words)
    {
        var own = role.Mappings.Where(mapping => mapping.Own).ToList();
        page.Heading(words[$"事業者が書いたもの（対応付け {own.Count}）", $"What the vendor wrote ({own.Count} mappings)"]);
        page.Paragraph(words[
            "製品をどう操作し、結果をどこから読むかは、次の範囲で事業者が書きました。シナリオと手順の語は、標準仕様から導いたもので、事業者は書いていません。",
            "How the product is operated and where results are read was written by the vendor to this extent. Scenarios and steps are derived from the standard; the vendor wrote none."]);
        page.Table(words["対応付け", "Mappings"], [words["交換", "Exchange"], words["面", "Surface"], words["書いた人", "Written by"], words["どう行うか", "How"], words["通して見るもの", "Seen through it"]],
            role.Mappings.Select(mapping => (IReadOnlyList<string?>)
            [
                mapping.Exchange, mapping.Surface == "ui" ? words["画面", "screen"] : "API",
                mapping.How is null ? words["対応付けなし", "not mapped"] : mapping.Own ? words["事業者", "vendor"] : words["標準", "standard"], mapping.How ?? "—", string.Join(", ", mapping.Units),
            ]));
    }

    private static IEnumerable<Unit> Units(RunResult run) =>
        run.Functions.Select(function => new Unit(function.Id, function.Name, function.Class, function.Verdict, function.Cause, function.Reason, function.Scenarios))
            .Concat(run.Steps.Select(step => new Unit(step.Id, step.Name, null, step.Verdict, step.Cause, step.Reason, step.Scenarios)));

    private sealed record Unit(string Id, string Name, RequirementClass? Class, VerdictKind Verdict, CauseKind? Cause, string? Reason, ScenarioCounts Counts);
}
