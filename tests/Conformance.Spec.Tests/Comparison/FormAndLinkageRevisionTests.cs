using Conformance.Spec.Comparison;
using Conformance.Spec.Loading;
using Conformance.Spec.Tests.Loading;

namespace Conformance.Spec.Tests.Comparison;

/// <summary>Changes of forms and linkages of 001, each found as what it is and nothing else.</summary>
public sealed class FormAndLinkageRevisionTests : IDisposable
{
    private readonly StandardCopy copy = new(Some.Residents);

    [Fact]
    public void Each_change_of_a_form_is_found_with_what_it_was_before()
    {
        const string form = "forms/johyo.yaml";
        copy.Edit(form, "name: 除票の写し", "name: 住民票の除票の写し");
        copy.Edit(form, "recipient: 請求者", "recipient: 代理人");
        copy.Edit(form, "trigger: 交付の請求", "trigger: 交付の決定");
        copy.Edit(form, "titles: [除票の写し]", "titles: [除票の写し（世帯）]");
        copy.Edit(form, "  - {label: 性別, item: 住記-D006, format: コードの内容}\n", "");
        copy.Edit(form, "{label: 生年月日, item: 住記-D005, format: 和暦}", "{label: 生年月日, item: 住記-D005, format: 西暦}");
        copy.Edit(form, "never: [住記-D002]", "never: [住記-D002, 住記-D006]");

        Found(StandardPart.Form).Should().BeEquivalentTo(
            "Renamed 住記-F02 帳票名称: 除票の写し → 住民票の除票の写し",
            "Changed 住記-F02 受取人: 請求者 → 代理人",
            "Changed 住記-F02 契機: 交付の請求 → 交付の決定",
            "Reworded 住記-F02 表題: 除票の写し → 除票の写し（世帯）",
            "Removed 住記-F02 性別: 住記-D006 コードの内容 → ",
            "Changed 住記-F02 生年月日: 住記-D005 和暦 → 住記-D005 西暦",
            "Changed 住記-F02 印字しない項目: 住記-D002 → 住記-D002、住記-D006");
    }

    [Fact]
    public void An_item_more_on_a_form_and_a_form_less_are_found()
    {
        copy.Edit("forms/johyo.yaml", "never:", "  - {label: 続柄, item: 住記-D006}\nnever:");

        Found(StandardPart.Form).Should().ContainSingle().Which.Should().StartWith("Added 住記-F02 続柄:  → 住記-D006");
    }

    [Fact]
    public void Each_change_of_a_linkage_says_which_side_has_to_follow()
    {
        copy.Edit("linkages.csv", "001x004,支援措置対象者情報,", "001x004,支援措置の対象者情報,");
        copy.Edit("linkages.csv", "支援措置の設定、更新、解除から10分以内", "支援措置の設定、更新、解除から5分以内");
        copy.Edit("linkages.csv", "住記-D051;住記-D062,住記-4.2.1", "住記-D051;住記-D002,住記-4.2.1");
        copy.Edit("linkages.csv", "001x006,住民情報ファイル,", "001x007,住民情報ファイル,");

        Found(StandardPart.Linkage).Should().BeEquivalentTo(
            "Renamed 001x004 連携名称: 支援措置対象者情報 → 支援措置の対象者情報 [Compatible, Compatible]",
            "Changed 001x004 契機: 支援措置の設定、更新、解除から10分以内 → 支援措置の設定、更新、解除から5分以内 [Compatible, Breaking]",
            "Added 001x004 項目:  → 住記-D002 個人番号 [Compatible, Breaking]",
            "Removed 001x004 項目: " + Item("住記-D062") + " →  [Breaking, Compatible]",
            "Added 001x007 :  → 住民記録システム→他業務の標準準拠システム（職員による出力、または夜間、ファイル） [Compatible, Breaking]",
            "Removed 001x006 : 住民記録システム→他業務の標準準拠システム（職員による出力、または夜間、ファイル） →  [Breaking, Compatible]");
    }

    public void Dispose() => copy.Dispose();

    private static Standard Original { get; } = StandardLoader.Load(Path.Combine(Some.Root, "standards", Some.Residents));

    private static string Item(string id) => Original.Items.Single(item => item.Id == id) is var item ? $"{id} {item.Name}" : "";

    private IEnumerable<string> Found(StandardPart part)
    {
        var differences = StandardComparison.Between(Original, StandardLoader.Load(copy.Folder)).Differences;
        differences.Should().OnlyContain(difference => difference.Part == part);
        return differences.Select(difference => $"{difference.Kind} {difference.Id} {difference.Aspect}: {difference.Before} → {difference.After}"
            + (difference.Client == Compatibility.NotApplicable ? "" : $" [{difference.Client}, {difference.Provider}]"));
    }
}
