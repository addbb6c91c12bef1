using static Conformance.Reference.Core.Items.ItemKind;

namespace Conformance.Reference.Core.Items;

/// <summary>The items staff enter about a person, in the order of 住登外者宛名番号付番API仕様 第2.0版.</summary>
internal static class PersonItems
{
    private static readonly (string, string)[] NoYes = [("0", "無"), ("1", "有")];

    public static IReadOnlyList<Item> All { get; } =
    [
        new("kojinbango", "個人番号", Digits, 12, Fixed: true),
        new("shimei", "氏名", FullWidth, 100) { Condition = true },
        new("uji_nihonjin", "氏_日本人", FullWidth, 50),
        new("na_nihonjin", "名_日本人", FullWidth, 50),
        new("shimei_gaikokujinromaji", "氏名_外国人ローマ字", FullWidth, 100),
        new("shimei_gaikokujinkanji", "氏名_外国人漢字", FullWidth, 100),
        new("shimei_furigana", "氏名_フリガナ", FullWidth, 100),
        new("uji_nihonjin_furigana", "氏_日本人_フリガナ", FullWidth, 50),
        new("na_nihonjin_furigana", "名_日本人_フリガナ", FullWidth, 50),
        new("tsusho", "通称", FullWidth, 100),
        new("tsusho_furigana", "通称_フリガナ", FullWidth, 100),
        new("tsusho_furiganakakuninjokyo", "通称_フリガナ確認状況", Digits, 1) { Choices = NoYes },
        new("seibetsu", "性別", Digits, 1) { Choices = [("1", "男"), ("2", "女"), ("0", "不明（未記入）")], Condition = true },
        new("seinengappi", "生年月日", Date, 10) { Condition = true },
        new("seinengappi_fushofuragu", "生年月日_不詳フラグ", Digits, 1) { Choices = [("0", "不詳でない"), ("1", "不詳")] },
        new("seinengappi_fushohyoki", "生年月日_不詳表記", FullWidth, 72),
        new("jusho_shikuchosonkodo", "住所_市区町村コード", Digits, 6, Fixed: true),
        new("jusho_choazakodo", "住所_町字コード", Digits, 7, Fixed: true),
        new("shiteitoshi_gyoseikutokodo", "指定都市_行政区等コード", HalfWidth, 12),
        new("jusho_todofuken", "住所_都道府県", FullWidth, 4) { Condition = true },
        new("jusho_shikugunchosonmei", "住所_市区郡町村名", FullWidth, 12) { Condition = true },
        new("jusho_choaza", "住所_町字", FullWidth, 120) { Condition = true },
        new("jusho_banchigohyoki", "住所_番地号表記", FullWidth, 50) { Condition = true },
        new("jusho_katagaki", "住所_方書", FullWidth, 300) { Condition = true },
        new("jusho_katagaki_furigana", "住所_方書_フリガナ", FullWidth, 300),
        new("jusho_yubinbango", "住所_郵便番号", Digits, 7, Fixed: true),
        new("jusho_kokumeikodo", "住所_国名コード", HalfWidth, 3, Fixed: true),
        new("jusho_kokumeito", "住所_国名等", FullWidth, 100),
        new("jusho_kokugaijusho", "住所_国外住所", FullWidth, 300),
        new("tagyomusanshofukafuragu", "他業務参照不可フラグ", Digits, 1)
        {
            Choices = [("0", "参照可"), ("1", "参照不可")],
        },
    ];

    /// <summary>宛名番号 by itself: it names the record and is no item of it.</summary>
    public static Item Number { get; } = new("atenabango", "宛名番号", HalfWidth, 15);

    public static Item MunicipalityCode { get; } = new("shikuchosonkodo", "市区町村コード", Digits, 6, Fixed: true);

    private static readonly Dictionary<string, Item> ByName = All.ToDictionary(item => item.Name, StringComparer.Ordinal);

    public static Item? Find(string name) => ByName.GetValueOrDefault(name);
}
