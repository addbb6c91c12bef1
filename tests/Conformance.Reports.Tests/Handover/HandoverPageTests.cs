using System.Text;
using Conformance.Reports.Handover;
using Conformance.Reports.Tests.Samples;
using Conformance.Spec;
using Conformance.Verdicts;
using FluentAssertions;

namespace Conformance.Reports.Tests.Handover;

public sealed class HandoverPageTests
{
    private const string Hostile = "<script>alert(1)</script>\u202E\0=HYPERLINK(\"http://evil.example\")";

    [Fact]
    public void What_was_shown_and_what_was_not_are_told_apart_with_their_numbers()
    {
        var run = Some.Run(functions: [Some.Function("0310001"), Some.Function("0310002", verdict: VerdictKind.NotVerified, reason: "対応付けなし"), Some.Function("0310003", verdict: VerdictKind.NotApplicable)]);

        var page = Page(new HandoverRole(run, "見本システム", [new("business", "019")], [new("付番", "api", "標準仕様のインターフェース", false, ["0310001"]), new("照会", "ui", null, false, ["0310002"])]), "見本市");

        page.Should().Contain("宛先：見本市").And.Contain("機械で確かめ、示されたもの (1)").And.Contain("示されていないもの (1)").And.Contain("適用対象外としたもの (1)")
            .And.Contain("人が確かめる項目はありません").And.Contain("これは証明書ではありません").And.Contain("対応付けなし").And.Contain("事業者が書いたもの（対応付け 0）");
    }

    [Fact]
    public void Without_a_profile_it_says_that_it_cannot_tell() =>
        Page(new HandoverRole(Some.Run(), "", [], []), null).Should().Contain("対象プロファイルが残っていない");

    [Fact]
    public void Results_of_two_editions_are_listed_first_and_each_says_which_it_is()
    {
        var run = Some.Run();
        HandoverRole In(string name, string? reading = null) => new(run with { Run = run.Run with { Interface = new InterfaceEdition(name, ["1.0", "2.0"]) { ReadThrough = reading } } }, "見本システム", [], []);

        var page = Encoding.UTF8.GetString(HandoverPage.Page([In("2.0"), In("1.0", "2.0")], null, ReportLanguage.English));

        page.Should().Contain("Results on this page (2)").And.Contain("<a href=\"#result-2\">").And.Contain("id=\"result-2\"").And.Contain("written through interface edition 1.0, read through 2.0").And.Contain("part of neither edition&#39;s verdict");
    }

    [Fact]
    public void Hostile_texts_are_text_and_long_ones_are_cut()
    {
        var huge = new string('大', 10_000_000);
        var run = Some.Run(functions: [Some.Function(Hostile, huge, VerdictKind.Nonconforming, reason: Hostile)], product: Hostile, role: Hostile, text: Hostile);

        var page = Page(new HandoverRole(run, Hostile, [new(Hostile, huge)], [new(Hostile, "ui", huge, true, [Hostile])]), Hostile);

        page.Should().NotContain("<script").And.NotContain("\0").And.Contain("&lt;script&gt;");
        page.Length.Should().BeLessThan(60_000);
    }

    [Fact]
    public void A_page_of_what_is_inherited_names_its_result_and_shows_hostile_texts_as_text()
    {
        var unit = new InheritedUnit(Hostile, Hostile, VerdictKind.Conforms, [Hostile]);
        var inheritance = new Inheritance(1, Hostile, MunicipalityClass.CoreCity, Hostile, Some.Start,
            [new InheritedRun("id", "abc123", "031", "2.1", "transcribed", Hostile, Hostile, "1", MunicipalityClass.Other, VerdictKind.Conforms, Hostile, [unit], [unit], [unit])],
            [new ParameterDifference(Hostile, null, Hostile, true, null)]);

        var page = Encoding.UTF8.GetString(InheritancePage.Page(inheritance, ReportLanguage.Japanese));

        page.Should().Contain("sha256:abc123").And.Contain("中核市").And.Contain("不明").And.Contain("すべて（書かれていない）").And.NotContain("<script").And.NotContain("\0");
        inheritance.ToJson().Should().Contain("\"class\": \"coreCity\"").And.Contain("\"verdict\": \"conforms\"");
    }

    private static string Page(HandoverRole role, string? municipality) => Encoding.UTF8.GetString(HandoverPage.Page([role], municipality, ReportLanguage.Japanese));
}
