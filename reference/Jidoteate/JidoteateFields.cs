using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Jidoteate;

/// <summary>The items of 児童手当.</summary>
internal static class JidoteateFields
{
    /// <summary>Children in one record at most.</summary>
    public const int MostChildren = 5;

    public const string Person = "atenabango kojinbango shimei shimei_furigana seinengappi seibetsu jusho";
    public const string PersonRequired = "atenabango kojinbango shimei* shimei_furigana* seinengappi* seibetsu jusho*";
    public const string Spouse = "haigusha_atenabango haigusha_shimei haigusha_jusho";
    public const string Account = "kinyukikankodo tenpokodo yokinshubetsu kozabango kozameiginin";

    /// <summary>Items of one child, without its number.</summary>
    public static readonly IReadOnlyList<string> OfChild = ["atenabango", "shimei", "seinengappi", "zokugara", "dokyo", "jusho", "kango"];

    /// <summary>Items of all children.</summary>
    public static string Children { get; } =
        string.Join(' ', Enumerable.Range(1, MostChildren).SelectMany(at => OfChild.Select(item => $"jido{at}_{item}")));

    /// <summary>As <see cref="Children"/>; the first child's name and birthday are required.</summary>
    public static string ChildrenRequired { get; } = Children
        .Replace("jido1_shimei", "jido1_shimei*", StringComparison.Ordinal).Replace("jido1_seinengappi", "jido1_seinengappi*", StringComparison.Ordinal);

    public static IEnumerable<string> Names(string list) => list.Split(' ').Select(name => name.TrimEnd('*'));

    public static Glossary Glossary { get; } = new(
    [
        .. CommonFields.All.Where(field => field.Name is not ("riyu" or "jotai")), .. PersonFields(), .. ClaimFields(), .. PaymentFields(), .. FeedFields(),
    ]);

    private static IEnumerable<Field> PersonFields() =>
    [
        new("ninteibango", "認定番号", FieldKind.Half, 12),
        new("jotai", "状態", FieldKind.Text),
        new("haigusha_atenabango", "配偶者_宛名番号", FieldKind.Digits, 15) { Fixed = true },
        new("haigusha_shimei", "配偶者_氏名", FieldKind.Wide, 100),
        new("haigusha_jusho", "配偶者_住所", FieldKind.Wide, 200),
        new("jido1_atenabango", "児童1_宛名番号", FieldKind.Digits, 15) { Fixed = true },
        new("jido1_shimei", "児童1_氏名", FieldKind.Wide, 100),
        new("jido1_seinengappi", "児童1_生年月日", FieldKind.Date, 10),
        new("jido1_zokugara", "児童1_続柄", FieldKind.Wide, 20),
        new("jido1_dokyo", "児童1_同居区分", FieldKind.Code, 1) { Choices = [("1", "同居"), ("2", "別居")] },
        new("jido1_jusho", "児童1_住所", FieldKind.Wide, 200),
        new("jido1_kango", "児童1_監護", FieldKind.Code, 1) { Choices = CommonFields.NoYes },
        new("gaku1", "児童1_月額", FieldKind.Digits, 7),
        new("genkyoyohi", "現況届要否", FieldKind.Code, 1) { Choices = [("1", "要"), ("0", "否")] },
        new("sashitome", "差止", FieldKind.Code, 1) { Choices = CommonFields.NoYes },
        new("togoatenabango", "団体内統合宛名番号", FieldKind.Digits, 15),
        new("jiyu", "事由", FieldKind.Text),
    ];

    private static IEnumerable<Field> ClaimFields() =>
    [
        new("seikyubango", "請求番号", FieldKind.Half, 12),
        new("keiro", "受付経路", FieldKind.Text),
        new("seikyunengappi", "請求年月日", FieldKind.Date, 10),
        new("jiyuhasseinengappi", "事由発生年月日", FieldKind.Date, 10),
        new("nyuryokusha", "入力者", FieldKind.Text),
        new("tempukensu", "添付件数", FieldKind.Digits, 3),
        new("tempuid", "添付ID", FieldKind.Text),
        new("mei", "名称", FieldKind.Text),
        new("content_type", "種類", FieldKind.Text),
        new("size", "大きさ", FieldKind.Digits, 10),
        new("sha256", "要約値", FieldKind.Text),
        new("ketteikubun", "決定区分", FieldKind.Code, 1) { Choices = [("1", "認定"), ("2", "却下")] },
        new("ketteinengappi", "決定年月日", FieldKind.Date, 10),
        new("riyu", "理由", FieldKind.Wide, 200),
        new("getsugaku", "手当月額", FieldKind.Digits, 7),
        new("kijunnengetsu", "基準年月", FieldKind.Month, 7),
        new("shikyukaishinengetsu", "支給開始年月", FieldKind.Month, 7),
        new("shikyushuryonengetsu", "支給終了年月", FieldKind.Month, 7),
        new("kaiteijiyu", "改定事由", FieldKind.Code, 1) { Choices = [("1", "増額"), ("2", "減額")] },
        new("kaiteinengetsu", "改定年月", FieldKind.Month, 7),
        new("shometsujiyu", "消滅事由", FieldKind.Code, 1) { Choices = [("1", "監護なし"), ("2", "転出"), ("3", "死亡"), ("4", "その他")] },
        new("nendo", "年度", FieldKind.Digits, 4) { Fixed = true },
        new("teishutsunengappi", "提出年月日", FieldKind.Date, 10),
    ];

    private static IEnumerable<Field> PaymentFields() =>
    [
        new("kozariyo", "公金受取口座の利用", FieldKind.Code, 1) { Choices = CommonFields.NoYes },
        new("kinyukikankodo", "金融機関コード", FieldKind.Digits, 4) { Fixed = true },
        new("tenpokodo", "店舗コード", FieldKind.Digits, 3) { Fixed = true },
        new("yokinshubetsu", "預金種別", FieldKind.Code, 1) { Choices = [("1", "普通"), ("2", "当座")] },
        new("kozabango", "口座番号", FieldKind.Digits, 7) { Fixed = true },
        new("kozameiginin", "口座名義人", FieldKind.Wide, 100),
        new("kozajotai", "口座の状態", FieldKind.Text),
        new("koshinnichiji", "口座の更新日時", FieldKind.Text),
        new("shokaibango", "照会番号", FieldKind.Text),
        new("shiharaibango", "支払番号", FieldKind.Half, 14),
        new("shiharainengetsu", "支払年月", FieldKind.Month, 7),
        new("taishonengetsu", "対象年月", FieldKind.Text),
        new("kingaku", "支払金額", FieldKind.Digits, 9),
        new("gokei", "合計金額", FieldKind.Digits, 12),
        new("funojiyu", "不能事由", FieldKind.Code, 1) { Choices = [("1", "口座なし"), ("2", "名義相違"), ("3", "その他")] },
    ];

    private static IEnumerable<Field> FeedFields() =>
    [
        new("idobango", "異動番号", FieldKind.Text),
        new("idojiyu", "異動事由", FieldKind.Code, 9)
        {
            Choices = [("shussei", "出生"), ("shibo", "死亡"), ("tennyu", "転入"), ("tenshutsu", "転出"), ("tenkyo", "転居"), ("kokugai", "国外転出")],
        },
        new("idonengappi", "異動年月日", FieldKind.Date, 10),
        new("yokakunin", "要確認", FieldKind.Code, 1) { Choices = CommonFields.NoYes },
        new("sabunbango", "差分番号", FieldKind.Text),
        new("kaishinengappi", "支援_開始年月日", FieldKind.Date, 10),
        new("shuryonengappi", "支援_終了年月日", FieldKind.Date, 10),
        new("awasete", "併せて支援を求める者", FieldKind.Text),
        new("shomeibango", "転出証明書番号", FieldKind.Half, 20),
        new("zokugara", "続柄", FieldKind.Wide, 20),
        new("tenshutsumaejusho", "転出前住所", FieldKind.Wide, 200),
        new("tenshutsusakijusho", "転出先住所", FieldKind.Wide, 200),
        new("tenshutsuyoteinengappi", "転出予定年月日", FieldKind.Date, 10),
        new("tsuchinojusho", "通知書の郵便番号の印字", FieldKind.Code, 1) { Choices = [("0", "しない"), ("1", "する")] },
    ];
}
