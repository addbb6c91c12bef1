using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Tests.Import;

public sealed class WidthTests
{
    [Theory]
    [InlineData("ＡＺａｚ０９（）：～", "AZaz09():~")]
    [InlineData("氏名　一郎ーァ", "氏名 一郎ーァ")]
    [InlineData("", "")]
    public void Narrow_changes_full_width_ASCII_only(string wide, string narrow) => Width.Narrow(wide).Should().Be(narrow);

    [Theory]
    [InlineData("ﾃﾞｰﾀ型", "データ型")]
    [InlineData("ﾊﾟﾋﾞﾌﾟﾍﾞﾎﾟ", "パビプベポ")]
    [InlineData("ｳﾞｧｲｵﾘﾝ", "ヴァイオリン")]
    [InlineData("ｱﾞ", "ア゛")]
    [InlineData(" Lv１\n", "LV1")]
    public void Fold_makes_spellings_of_a_header_equal(string one, string other) => Width.Fold(one).Should().Be(Width.Fold(other)).And.Be(other.ToUpperInvariant());

    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(702, "ZZ")]
    [InlineData(16384, "XFD")]
    public void Columns_have_the_names_a_user_sees(int column, string name)
    {
        Cell.ColumnName(column).Should().Be(name);
        CellRange.TryParse(name + "7", out var range).Should().BeTrue();
        range.Should().Be(new CellRange(7, column, 7, column));
    }

    [Theory]
    [InlineData("B5:C6", true)]
    [InlineData("$C$6:$B$5", true)]
    [InlineData("B", false)]
    [InlineData("5", false)]
    [InlineData("B5:C6:D7", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("ABCDE1", false)]
    public void Ranges_are_read_with_their_corners_in_any_order(string? text, bool isRange)
    {
        CellRange.TryParse(text, out var range).Should().Be(isRange);
        range.Should().Be(isRange ? new CellRange(5, 2, 6, 3) : default);
    }
}
