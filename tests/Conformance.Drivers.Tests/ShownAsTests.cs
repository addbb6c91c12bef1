using Conformance.Drivers.Profiles;
using Conformance.Drivers.Ui;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Drivers.Tests;

public sealed class ShownAsTests
{
    [Theory]
    [InlineData("和暦", "2026-04-01", "令和8年4月1日")]
    [InlineData("和暦", "2019-05-01", "令和元年5月1日")]
    [InlineData("和暦", "2019-04-30", "平成31年4月30日")]
    [InlineData("和暦", "1989-01-07", "昭和64年1月7日")]
    [InlineData("和暦", "1926-12-24", "大正15年12月24日")]
    [InlineData("和暦", "1900-02-28", "明治33年2月28日")]
    [InlineData("和暦", "2023-02-30", "令和5年2月30日")]
    [InlineData("和暦", "9999-12-31", "令和7981年12月31日")]
    [InlineData("和暦", "１９００", "１９００")]
    [InlineData("和暦", "0000-01-01", "0000-01-01")]
    [InlineData("西暦", "2026-04-01", "2026年4月1日")]
    [InlineData("YYYY/MM/DD", "2026-04-01", "2026/04/01")]
    [InlineData("YYYYMMDD", "2026-04-01", "20260401")]
    [InlineData("全角", "1-2 A", "１－２　Ａ")]
    public void A_value_is_shown_and_read_back(string form, string value, string shown)
    {
        ShownAs.Named[form].Show(value).Should().Be(shown);
        ShownAs.Named[form].Read(shown).Should().Be(value);
    }

    [Fact]
    public void Every_day_from_the_eras_on_is_read_back_from_every_form() => Prop.ForAll<int, NonNegativeInt>((seed, form) =>
    {
        var first = new DateOnly(1868, 10, 23).DayNumber;
        var day = DateOnly.FromDayNumber(first + (int)((uint)seed % (uint)(DateOnly.MaxValue.DayNumber - first + 1))).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var shown = ShownAs.Named[new[] { "和暦", "西暦", "YYYY/MM/DD", "YYYYMMDD" }[form.Get % 4]];
        return shown.Read(shown.Show(day)) == day;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("R8.4.1", "2026-04-01")]
    [InlineData("令和　８年　４月　１日", "2026-04-01")]
    [InlineData("昭64/1/7", "1989-01-07")]
    [InlineData("令和1年5月1日", "2019-05-01")]
    [InlineData("2026.4.1", "2026-04-01")]
    [InlineData("不詳", "不詳")]
    public void Dates_are_read_in_every_common_spelling(string shown, string value) => ShownAs.Named["和暦"].Read(shown).Should().Be(value);

    [Fact]
    public void A_code_is_shown_by_its_text_and_an_unknown_one_as_it_is()
    {
        var codes = new ShownAs.Codes(new Dictionary<string, string> { ["1"] = "男", ["2"] = "女" });

        codes.Show("2").Should().Be("女");
        codes.Read(" 女 ").Should().Be("2");
        codes.Show("9").Should().Be("9");
        codes.Read("不明").Should().Be("不明");
    }

    [Theory]
    [InlineData("氏名必須", "氏名", true)]
    [InlineData("氏名 ＊", "氏名", true)]
    [InlineData("【必須】氏名：", "氏名", true)]
    [InlineData("氏名（必須）", "氏名", true)]
    [InlineData("氏名＿フリガナ", "氏名_フリガナ", true)]
    [InlineData("氏名", "氏", false)]
    [InlineData("必須", "必須", true)]
    public void Labels_match_apart_from_marks_width_and_spaces(string label, string name, bool same) => LabelText.Names(label, name).Should().Be(same);

    [Fact]
    public void A_browser_is_found_by_the_variable_then_on_the_path()
    {
        BrowserFinder.Find(n => n == "CONFORMANCE_BROWSER" ? "/x/b" : "/bin", f => f == "/x/b").Should().Be("/x/b");
        BrowserFinder.Find(n => n == "PATH" ? "/a:/b" : null, f => f == Path.Combine("/b", "google-chrome")).Should().Be(Path.Combine("/b", "google-chrome"));
        BrowserFinder.Find(_ => null, _ => false).Should().BeNull();
        var act = () => BrowserFinder.Find(_ => "/gone", _ => false);
        act.Should().Throw<Conformance.Spec.BadInputException>().WithMessage("CF5020*");
    }

    [Fact]
    public void Where_nobody_looks_on_a_browser_without_a_window_comes_first_and_where_somebody_does_it_is_passed_over()
    {
        var windowless = Path.Combine("/b", "chromium-headless-shell");
        var windowed = Path.Combine("/a", "chromium");

        BrowserFinder.Find(n => n == "PATH" ? "/a:/b" : null, _ => true).Should().Be(Path.Combine("/a", "chromium-headless-shell"));
        BrowserFinder.Find(n => n == "PATH" ? "/a:/b" : null, f => f == windowless || f == windowed).Should().Be(windowless);
        BrowserFinder.Find(n => n == "PATH" ? "/a:/b" : windowless, f => f == windowless || f == windowed, shown: true).Should().Be(windowed);
        BrowserFinder.Find(n => n == "PATH" ? "/b" : windowless, f => f == windowless, shown: true).Should().BeNull();
        BrowserFinder.Find(n => n == "PATH" ? "/b" : windowed, _ => true, shown: true).Should().Be(windowed);
    }
}
