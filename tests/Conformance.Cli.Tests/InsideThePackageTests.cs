using Conformance.Cli.Runs;
using Conformance.Gherkin;

namespace Conformance.Cli.Tests;

public sealed class InsideThePackageTests
{
    private const string Feature = """
        # language: ja
        機能: 業務フロー
          シナリオ: [a] 尋ねて登録する
            前提 住登外者「甲」がいる
            ならば 手順「031-1-④」（公式）: 「甲」を探す「照会」が送られている
            もし 「甲」について「候補選択」を行う
            ならば 手順「031-1-⑧」（公式）: 業務DBに「甲」が宛名番号とともに登録されている
          シナリオ: [b] 尋ねる
            前提 住登外者「甲」がいる
            ならば 手順「031-1-④」（公式）: 「甲」を探す「照会」が送られている
        """;

    private static readonly FeatureReading Read = FeatureReader.ReadAll([new FeatureSource("x.feature", Feature)]);

    [Fact]
    public void Nobody_asks_about_what_does_not_apply_and_what_comes_after_is_still_seen()
    {
        var pickles = InsideThePackage.Applicable(Read, new Dictionary<string, string> { ["031-1-④"] = "一体" }).Documents.Single().Pickles;

        pickles[0].Steps.Select(step => step.Text).Should().HaveCount(3).And.NotContain(text => text.Contains("031-1-④", StringComparison.Ordinal));
        pickles[1].Steps.Should().HaveCount(2, "a scenario about nothing else is not run at all, and is listed whole");
    }

    [Fact]
    public void Where_everything_applies_nothing_is_left_out() =>
        InsideThePackage.Applicable(Read, new Dictionary<string, string>()).Should().BeSameAs(Read);
}
