using Conformance.Reports.Html;
using Conformance.Verdicts;

namespace Conformance.Reports.Handover;

/// <summary>An <see cref="Inheritance"/> as a page.</summary>
public static class InheritancePage
{
    /// <summary>Writes the file whole or not at all.</summary>
    public static Task WriteFileAsync(string path, Inheritance inheritance, ReportLanguage language, CancellationToken cancellationToken = default) =>
        WholeFile.WriteAsync(path, async (stream, token) => await stream.WriteAsync(Page(inheritance, language), token), cancellationToken);

    internal static byte[] Page(Inheritance inheritance, ReportLanguage language)
    {
        var words = ReportWords.In(language);
        var page = new PlainPage(words[$"{inheritance.Municipality}：製品の結果の引継ぎ", $"{inheritance.Municipality}: inherited from the product"], words);
        page.Add($"""<p class="note">{words["これは証明書ではありません。製品について示されたことのうち、この団体の設定の違いが及ばないものだけを引き継ぎます。どの機能に及ぶかが書かれていない違いは、すべての機能に及ぶものとして数えます。", "This is no certificate. Of what was shown of the product, only that is inherited on which no difference of parameters bears. A difference of which nobody says on what it bears counts as bearing on everything."]}</p>""");
        page.Facts([(words["団体", "Body"], inheritance.Municipality), (words["団体区分", "Class"], words.Of(inheritance.Class)), (words["業務", "Business"], inheritance.Business)]);
        page.Heading(words["設定の違い", "Differences of parameters"]);
        page.Table(words["設定の違い", "Differences of parameters"], [words["名", "Name"], words["製品の確認時", "In the run"], words["この団体", "Here"], words["違い", "Differs"], words["及ぶもの", "Bears on"]],
            inheritance.Parameters.Select(parameter => (IReadOnlyList<string?>)
            [
                parameter.Name, parameter.Product ?? words["不明", "not known"], parameter.Here, parameter.Differs ? words["あり", "yes"] : words["なし", "no"],
                parameter.Bears is { } bears ? string.Join(", ", bears) : words["すべて（書かれていない）", "everything (nobody says)"],
            ]));
        foreach (var run in inheritance.Runs)
        {
            page.Heading($"{run.Product} {run.ProductVersion} · {run.Standard} {run.Edition} · {words[InterfaceEdition.Behind(run.Role, run.Interface)]}");
            page.Paragraph($"{run.VerdictText} · {words.Of(run.Class)} · {words.Status(run.StandardStatus)} · {run.Id} · result.json sha256:{run.Result}");
            Units(page, words["この団体で確かめ直すもの", "To be shown again here"], run.Again, words);
            Units(page, words["製品で示されていないもの（引き継げない）", "Never shown of the product (nothing to inherit)"], run.NeverShown, words);
            Units(page, words["引き継ぐもの", "Inherited"], run.Inherited, words);
        }

        return page.ToBytes();
    }

    private static void Units(PlainPage page, string heading, IReadOnlyList<InheritedUnit> units, ReportWords words)
    {
        page.Paragraph($"{heading}: {units.Count}");
        if (units.Count > 0)
        {
            page.Table(heading, [words["機能ID・手順", "Function or step"], words["名称", "Name"], words["製品の判定", "Verdict of the product"], words["及ぶ違い", "Because of"]],
                units.Select(unit => (IReadOnlyList<string?>)[unit.Id, unit.Name, words.Of(unit.Verdict), string.Join(", ", unit.Because)]));
        }
    }
}
