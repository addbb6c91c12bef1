using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Jumin;

/// <summary>The items of 住民記録.</summary>
internal static class JuminFields
{
    public const string Address = "jusho_todofuken jusho_shikugunchosonmei jusho_choaza jusho_banchigohyoki jusho_katagaki";
    public const string AddressRequired = "jusho_todofuken* jusho_shikugunchosonmei* jusho_choaza* jusho_banchigohyoki jusho_katagaki";
    public const string Person = "kojinbango shimei shimei_furigana seinengappi seibetsu";
    public const string Family = "zokugara setainushi honseki zenjusho";
    public const string Record = $"atenabango {Person} {Address} {Family} juminnengappi tenshutsusakijusho tenshutsuyoteinengappi idonengappi jotai";

    /// <summary>事由 of a state in the history.</summary>
    public static readonly (string, string)[] Reasons =
    [
        ("shussei", "出生"), ("shibo", "死亡"), ("tennyu", "転入"), ("tenshutsu", "転出"), ("tenkyo", "転居"), ("kokugai", "国外転出"), ("henko", "変更"), ("torikeshi", "取消し"),
    ];

    public static string[] Names(string list) => list.Split(' ');

    public static Glossary Glossary { get; } = new(
    [
        .. CommonFields.All.Where(field => field.Name is not "jotai"), .. ResidentFields(), .. ProtectionFields(), .. CertificateFields(),
    ]);

    private static IEnumerable<Field> ResidentFields() =>
    [
        new("jotai", "状態", FieldKind.Text),
        new("jusho_todofuken", "住所_都道府県", FieldKind.Wide, 4),
        new("jusho_shikugunchosonmei", "住所_市区郡町村名", FieldKind.Wide, 12),
        new("jusho_choaza", "住所_町字", FieldKind.Wide, 120),
        new("jusho_banchigohyoki", "住所_番地号表記", FieldKind.Wide, 50),
        new("jusho_katagaki", "住所_方書", FieldKind.Wide, 300),
        new("zokugara", "続柄", FieldKind.Wide, 20),
        new("setainushi", "世帯主", FieldKind.Wide, 100),
        new("honseki", "本籍", FieldKind.Wide, 200),
        new("zenjusho", "前住所", FieldKind.Wide, 200),
        new("juminnengappi", "住民となった年月日", FieldKind.Date, 10),
        new("idobango", "異動番号", FieldKind.Half, 20),
        new("idojiyu", "異動事由", FieldKind.Code, 9) { Choices = Reasons },
        new("idonengappi", "異動年月日", FieldKind.Date, 10),
        new("todokedenengappi", "届出年月日", FieldKind.Date, 10),
        new("tenshutsusakijusho", "転出先住所", FieldKind.Wide, 200),
        new("tenshutsuyoteinengappi", "転出予定年月日", FieldKind.Date, 10),
        new("shomeibango", "転出証明書番号", FieldKind.Half, 20),
        new("tenshutsumaejusho", "転出前住所", FieldKind.Wide, 200),
        new("rireki", "履歴も検索", FieldKind.Code, 1) { Choices = CommonFields.NoYes },
        new("togoatenabango", "団体内統合宛名番号", FieldKind.Digits, 15),
        new("renkeiid", "連携ID", FieldKind.Code, 7) { Choices = [("001x006", "住民情報ファイル")] },
    ];

    private static IEnumerable<Field> ProtectionFields() =>
    [
        new("sochibango", "措置番号", FieldKind.Half, 14),
        new("kagaisha_shimei", "加害者_氏名", FieldKind.Wide, 100),
        new("kaishinengappi", "支援_開始年月日", FieldKind.Date, 10),
        new("shuryonengappi", "支援_終了年月日", FieldKind.Date, 10),
        new("awasete1", "併せて支援を求める者1", FieldKind.Digits, 15) { Fixed = true },
        new("kaijobyo", "解除秒数", FieldKind.Digits, 5),
        new("kaijoshuryonichiji", "解除終了日時", FieldKind.Text),
        new("shuryoketteinengappi", "終了決定年月日", FieldKind.Date, 10),
        new("shienshuryonengappi", "支援の終期", FieldKind.Date, 10),
        new("kijunnengappi", "基準年月日", FieldKind.Date, 10),
    ];

    private static IEnumerable<Field> CertificateFields() =>
    [
        new("seikyushakubun", "請求者区分", FieldKind.Code, 1) { Choices = [("1", "本人"), ("2", "第三者")] },
        new("tsusu", "通数", FieldKind.Digits, 2),
        new("zokugara_kisai", "続柄の記載", FieldKind.Code, 1) { Choices = CommonFields.NoYes },
        new("honseki_kisai", "本籍の記載", FieldKind.Code, 1) { Choices = CommonFields.NoYes },
        new("kojinbango_kisai", "個人番号の記載", FieldKind.Code, 1) { Choices = CommonFields.NoYes },
        new("kessaibango", "決裁番号", FieldKind.Half, 20),
        new("kofunichiji", "交付日時", FieldKind.Text),
        new("shomeisho_katagaki", "証明書の方書の印字", FieldKind.Code, 1) { Choices = [("1", "する"), ("0", "しない")] },
        new("shomeisho_mado", "窓あき封筒の様式", FieldKind.Code, 1) { Choices = [("0", "使わない"), ("1", "使う")] },
    ];
}
