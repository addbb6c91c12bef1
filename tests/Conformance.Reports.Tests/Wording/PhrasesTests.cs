using System.Text.RegularExpressions;
using Conformance.Reports.Wording;

namespace Conformance.Reports.Tests.Wording;

public sealed class PhrasesTests
{
    [Fact]
    public void Both_languages_of_a_phrase_have_the_same_places()
    {
        foreach (var (ja, en) in PhraseTable.Phrases)
        {
            Places(ja).Should().BeEquivalentTo(Places(en), "「{0}」 and \"{1}\" say the same", ja, en);
        }

        static IEnumerable<string> Places(string text) => Regex.Matches(text, @"\{\d\}").Select(match => match.Value).Distinct();
    }

    [Fact]
    public void No_phrase_is_there_twice()
    {
        PhraseTable.Phrases.Select(phrase => phrase.Ja).Should().OnlyHaveUniqueItems();
        PhraseTable.Phrases.Select(phrase => phrase.En).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("accepted: 宛名番号 123", "受け付けられた：宛名番号 123")]
    [InlineData("refused (400): E0001 必須項目", "拒否された（400）：E0001 必須項目")]
    [InlineData("登録: 欄「氏名」 is not on the screen, nor is any other.", "登録: 欄「氏名」が画面になく、同じ種類のものもない。")]
    [InlineData("登録: 欄「氏名」 is not on the screen. Nearest: 「名前」. There are: 名前、住所.", "登録: 欄「氏名」が画面にない。近いもの：「名前」。あるもの：名前、住所。")]
    [InlineData("登録: 「確認」 is there, but it is disabled.", "登録: 「確認」はあるが、押せない。")]
    [InlineData("登録: 「確認」 cannot be pressed: it is covered", "登録: 「確認」を押せない：it is covered")]
    [InlineData("The document of 「通知」 was to print 氏名 of 「甲」 beforehand, and was not put out.", "「通知」の帳票には前もって「甲」の 氏名 が印字されるはずだが、帳票が出されていない。")]
    [InlineData("「甲」 is no date. Write it like 2027-03-31 or ${today+2d}.", "「甲」は日付ではない。2027-03-31 か ${today+2d} のように書く。")]
    [InlineData("Not every request was given a number: refused (400): E0001 必須項目", "番号の付かなかった依頼がある：拒否された（400）：E0001 必須項目")]
    [InlineData("Blocked by 「0310002」.", "「0310002」のため確かめられない。")]
    [InlineData("「甲」 could not be registered beforehand: refused (400)", "「甲」を前もって登録できない：拒否された（400）")]
    [InlineData("The run was ended because 6 scenarios in a row could not reach the target. The last one: The target http://x does not answer: refused.", "6 件続けて対象に届かなかったため、実行を打ち切った。最後の理由：対象 http://x が応答しない：拒否された。")]
    public void What_was_said_in_English_is_told_in_Japanese(string said, string told) => SpokenRun.In(said, ReportLanguage.Japanese).Should().Be(told);

    [Theory]
    [InlineData("どこにも見つからない", "found nowhere")]
    [InlineData("「甲」が削除されている", "「甲」 is deleted")]
    public void What_was_said_in_Japanese_is_told_in_English(string said, string told) => SpokenRun.In(said, ReportLanguage.English).Should().Be(told);

    [Theory]
    [InlineData("架空　花子")]
    [InlineData("")]
    [InlineData("something nobody ever said")]
    public void What_no_phrase_fits_stays(string text)
    {
        SpokenRun.In(text, ReportLanguage.Japanese).Should().Be(text);
        SpokenRun.In(text, ReportLanguage.English).Should().Be(text);
    }
}
