namespace Conformance.Reference.Atena;

/// <summary>The items of 住登外者宛名番号付番API 仕様 2.0, in its order.</summary>
internal static class Items
{
    private static readonly (string, string)[] NoYes = [("0", "無"), ("1", "有")];

    public static readonly Item Process = new("shorikubun", "処理区分", ItemType.HalfWidth, 1)
    {
        Fixed = true, Required = true, Preset = "0",
        Codes = [("0", "付番依頼"), ("1", "既存住登外者宛名番号利用"), ("2", "宛名番号選択情報送信")],
    };

    public static readonly Item Municipality = Code("shikuchosonkodo", "市区町村コード", 6) with { Required = true };
    public static readonly Item Number = Code("atenabango", "宛名番号", 15);
    public static readonly Item Name = Wide("shimei", "氏名", 100);
    public static readonly Item NameKana = Wide("shimei_furigana", "氏名_フリガナ", 100);
    public static readonly Item Sex = Flag("seibetsu", "性別", [("0", "不明（未記入）"), ("1", "男"), ("2", "女")]);

    public static readonly Item BirthDate = new("seinengappi", "生年月日", ItemType.Date, 10) { UnknownPartsAllowed = true };
    public static readonly Item BirthDateText = Wide("seinengappi_fushohyoki", "生年月日_不詳表記", 72);
    public static readonly Item Business = Code("gyomuid", "業務ID", 3);

    public static readonly Item LinkedFlag = Flag("nayosemotofuragu", "名寄せ元フラグ", [("0", "該当なし"), ("1", "名寄せ元宛名")])
        with { Required = true, Preset = "0" };

    public static readonly Item LinkedTo = Code("nayosesakiatenabango", "名寄せ先宛名番号", 15);

    public static readonly Item Reserved = Flag("tagyomusanshofukafuragu", "他業務参照不可フラグ", [("0", "参照可"), ("1", "参照不可")])
        with { Required = true, Preset = "0" };

    public static readonly Item Operator = new("sosashaid", "操作者ID", ItemType.HalfWidth, 10) { Required = true };
    public static readonly Item OperationDate = new("sosanengappi", "操作年月日", ItemType.Date, 10) { Required = true };
    public static readonly Item OperationTime = new("sosajikoku", "操作時刻", ItemType.Time, 8) { Required = true };

    /// <summary>Every item that is stored with a person, in the order of the document.</summary>
    public static readonly IReadOnlyList<Item> Stored =
    [
        Municipality,
        Number,
        Code("kojinbango", "個人番号", 12),
        Name,
        Wide("uji_nihonjin", "氏_日本人", 50),
        Wide("na_nihonjin", "名_日本人", 50),
        Wide("shimei_gaikokujinromaji", "氏名_外国人ローマ字", 100),
        Wide("shimei_gaikokujinkanji", "氏名_外国人漢字", 100),
        NameKana,
        Wide("uji_nihonjin_furigana", "氏_日本人_フリガナ", 50),
        Wide("na_nihonjin_furigana", "名_日本人_フリガナ", 50),
        Wide("tsusho", "通称", 100),
        Wide("tsusho_furigana", "通称_フリガナ", 100),
        Flag("tsusho_furiganakakuninjokyo", "通称_フリガナ確認状況", NoYes),
        Sex,
        BirthDate,
        Flag("seinengappi_fushofuragu", "生年月日_不詳フラグ", [("0", "不詳でない"), ("1", "不詳")]),
        BirthDateText,
        Code("jusho_shikuchosonkodo", "住所_市区町村コード", 6),
        Code("jusho_choazakodo", "住所_町字コード", 7),
        new("shiteitoshi_gyoseikutokodo", "指定都市_行政区等コード", ItemType.HalfWidth, 12),
        Wide("jusho_todofuken", "住所_都道府県", 4),
        Wide("jusho_shikugunchosonmei", "住所_市区郡町村名", 12),
        Wide("jusho_choaza", "住所_町字", 120),
        Wide("jusho_banchigohyoki", "住所_番地号表記", 50),
        Wide("jusho_katagaki", "住所_方書", 300),
        Wide("jusho_katagaki_furigana", "住所_方書_フリガナ", 300),
        Code("jusho_yubinbango", "住所_郵便番号", 7),
        Code("jusho_kokumeikodo", "住所_国名コード", 3),
        Wide("jusho_kokumeito", "住所_国名等", 100),
        Wide("jusho_kokugaijusho", "住所_国外住所", 300),
        Business,
        Code("dokujishisakushisutemutoid", "独自施策システム等ID", 3),
        LinkedFlag,
        LinkedTo,
        Reserved,
        Operator,
        OperationDate,
        OperationTime,
    ];

    /// <summary>The three items that say who wrote, and when.</summary>
    public static readonly IReadOnlyList<Item> Operation = [Operator, OperationDate, OperationTime];

    /// <summary>What a member of staff fills in for a person.</summary>
    public static readonly IReadOnlyList<Item> Editable = [.. Stored.Where(item => item != Number && !Operation.Contains(item))];

    private static readonly Dictionary<string, Item> ByName = Stored.Append(Process).ToDictionary(item => item.Name, StringComparer.Ordinal);

    /// <summary>The item with this name in ローマ字, or null.</summary>
    public static Item? Find(string name) => ByName.GetValueOrDefault(name);

    private static Item Wide(string name, string label, int length) => new(name, label, ItemType.FullWidth, length);

    private static Item Code(string name, string label, int length) => new(name, label, ItemType.HalfWidth, length) { Fixed = true };

    private static Item Flag(string name, string label, IReadOnlyList<(string, string)> codes) => Code(name, label, 1) with { Codes = codes };
}
