using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Office;

/// <summary>Items that all applications of the suite know.</summary>
internal static class CommonFields
{
    public static readonly (string, string)[] NoYes = [("1", "有"), ("0", "無")];

    public static IEnumerable<Field> All =>
    [
        new("atenabango", "宛名番号", FieldKind.Digits, 15) { Fixed = true },
        new("kojinbango", "個人番号", FieldKind.Digits, 12) { Fixed = true },
        new("shimei", "氏名", FieldKind.Wide, 100),
        new("shimei_furigana", "氏名_フリガナ", FieldKind.Wide, 100),
        new("seinengappi", "生年月日", FieldKind.Date, 10),
        new("seibetsu", "性別", FieldKind.Code, 1) { Choices = [("0", "不明（未記入）"), ("1", "男"), ("2", "女")] },
        new("yubinbango", "郵便番号", FieldKind.Digits, 7) { Fixed = true },
        new("jusho", "住所", FieldKind.Wide, 200),
        new("denwabango", "電話番号", FieldKind.Digits, 15),
        new("itchi", "一致条件", FieldKind.Code, 6) { Choices = [("kanzen", "完全一致"), ("bubun", "部分一致")] },
        new("keikoku", "警告", FieldKind.Text),
        new("jotai", "状況", FieldKind.Text),
        new("riyu", "理由", FieldKind.Wide, 200),
        new("uketsukebango", "受付番号", FieldKind.Half, 20),
        new("uketsukebangoichiran", "受付番号の一覧", FieldKind.Text),
        new("tetsuzuki", "手続", FieldKind.Half, 20),
        new("shinseinichiji", "申請日時", FieldKind.Half, 25),
        new("ayamari", "誤り", FieldKind.Text),
        new("shorikubun", "処理区分", FieldKind.Text),
        new("denbun", "受信した内容", FieldKind.Text),
        new("kekka", "結果", FieldKind.Text),
        new("chohyobango", "帳票番号", FieldKind.Half, 20),
        new("chohyomei", "帳票名", FieldKind.Text),
        new("hakkonengappi", "発行年月日", FieldKind.Date, 10),
        new("rirekibango", "履歴番号", FieldKind.Digits, 6),
        new("kirokubango", "記録番号", FieldKind.Digits, 10),
        new("sosashaid", "操作者ID", FieldKind.Half, 30),
        new("sosanichiji", "操作日時", FieldKind.Half, 25),
        new("sosa", "操作", FieldKind.Text),
        new("taisho", "対象", FieldKind.Half, 15),
        new("renkeisaki", "連携先", FieldKind.Text),
        new("renkeinichiji", "連携日時", FieldKind.Text),
        new("renkeijotai", "連携の状況", FieldKind.Code, 1) { Choices = [("1", "正常"), ("9", "異常")] },
        new("kensu", "件数", FieldKind.Digits, 9),
        new("naiyo", "内容", FieldKind.Text),
        new("filemei", "ファイル名", FieldKind.Text),
        new("gurupu", "グループ", FieldKind.Text),
        new("shutsuryokufile", "出力ファイル", FieldKind.Text),
        new("ichirankensu", "一覧の表示件数", FieldKind.Code, 4) { Choices = [("50", "50件"), ("100", "100件"), ("1000", "1000件")] },
        new("mojinookisa", "帳票の文字の大きさ", FieldKind.Code, 1) { Choices = [("1", "標準"), ("2", "大")] },
    ];
}
