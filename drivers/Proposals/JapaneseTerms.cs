using System.Text;
using Conformance.Drivers.Ui;

namespace Conformance.Drivers.Proposals;

/// <summary>
/// Names of work in administration, made comparable: widths, marks, brackets and kana endings go; words for the same kind of work become one sign; names in
/// Latin letters (ローマ字) become the Japanese words that they spell. The words are those of offices in general, of no product.
/// </summary>
public static class JapaneseTerms
{
    // One sign of the private use area per kind of work; the order decides where one word contains another.
    private static readonly (ExchangeNature Nature, string[] Words, string[] Romaji)[] Kinds =
    [
        (ExchangeNature.End, ["解除", "終了", "廃止", "消滅", "停止"], ["kaijo", "shuryo", "haishi", "shometsu", "teishi"]),
        (ExchangeNature.Cancel, ["取消", "取り消し", "取下"], ["torikeshi", "torisage", "cancel"]),
        (ExchangeNature.Delete, ["削除", "抹消", "消除"], ["sakujo", "massho", "delete", "remove"]),
        (ExchangeNature.TakeIn, ["取込", "取り込み", "受信", "受入", "引継"], ["torikomi", "jushin", "ukeire", "hikitsugi", "import", "receive"]),
        (ExchangeNature.Number, ["付番", "採番", "附番"], ["fuban", "saiban"]),
        (ExchangeNature.Link, ["名寄せ", "名寄", "紐付け", "紐づけ"], ["nayose", "link", "merge"]),
        (ExchangeNature.Calculate, ["算定", "試算", "計算", "算出"], ["santei", "shisan", "keisan", "calculate"]),
        (ExchangeNature.Extract, ["抽出", "対象者一覧"], ["chushutsu", "extract"]),
        (ExchangeNature.Issue, ["発行", "交付", "印刷", "出力"], ["hakko", "kofu", "insatsu", "shutsuryoku", "print", "issue"]),
        (ExchangeNature.Read, ["照会", "検索", "参照", "一覧", "確認", "状況", "閲覧", "表示", "取得", "台帳"], ["shokai", "kensaku", "sansho", "ichiran", "kakunin", "jokyo", "etsuran", "search", "find", "list", "inquiry", "daicho"]),
        (ExchangeNature.Change, ["変更", "修正", "訂正", "更新", "改定"], ["henko", "shusei", "teisei", "koshin", "kaitei", "update", "change"]),
        (ExchangeNature.Set, ["設定"], ["settei", "setting"]),
        (ExchangeNature.Decide, ["決定", "確定", "認定", "却下"], ["kettei", "kakutei", "nintei", "kyakka", "decide"]),
        (ExchangeNature.Start, ["開始"], ["kaishi", "start", "begin"]),
        (ExchangeNature.Register, ["登録", "届出", "届", "申出", "申請", "入力", "作成"], ["toroku", "todoke", "moshide", "shinsei", "nyuryoku", "sakusei", "register", "create"]),
    ];

    private static readonly string[] Romaji =
    [
        "atena=宛名", "bango=番号", "jotai=状態", "jukyusha=受給者", "seikyu=請求", "rireki=履歴", "joho=情報", "kihon=基本", "juminhyo=住民票", "jumin=住民", "jogai=住登外者", "jutogaisha=住登外者",
        "shiharai=支払", "koza=口座", "tsuchi=通知", "chohyo=帳票", "shomei=証明", "johyo=除票", "taisho=対象", "genkyo=現況", "kigen=期限", "gaku=額", "teate=手当", "kekka=結果", "data=データ",
        "tennyu=転入", "tenshutsu=転出", "tenkyo=転居", "ido=異動", "yoyaku=予約", "horyu=保留", "kiroku=記録", "sosa=操作", "shiensochi=支援措置", "shien=支援", "ichiji=一時", "shuki=終期",
        "hendo=変動", "shinsa=審査", "tempu=添付", "shorui=書類", "tsuki=月", "zuiji=随時", "barai=払", "ikkatsu=一括", "karitoroku=仮登録", "furikomi=振込", "funo=不能", "kokin=公金",
        "renkei=連携", "shimei=氏名", "jusho=住所", "seibetsu=性別", "gyomu=業務", "shori=処理", "sentaku=選択", "saishin=最新", "moto=元", "kasan=加算", "shikyu=支給", "person=人", "history=履歴", "account=口座",
    ];

    private const char FirstSign = '\uE000';

    private static readonly (string Word, char Sign)[] Signs =
        [.. Kinds.SelectMany(kind => kind.Words.Select(word => (word, Sign(kind.Nature)))).OrderByDescending(pair => pair.word.Length)];

    private static readonly (string Spelt, string Word)[] Spellings =
    [
        .. Kinds.SelectMany(kind => kind.Romaji.Zip(Enumerable.Range(0, kind.Romaji.Length), (spelt, i) => (spelt, kind.Words[Math.Min(i, kind.Words.Length - 1)])))
            .Concat(Romaji.Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1]))).OrderByDescending(pair => pair.Item1.Length),
    ];

    /// <summary>The name with every word for a kind of work as one sign, and without what does not tell names apart.</summary>
    public static string Comparable(string name)
    {
        var text = Unmarked(name);
        foreach (var (word, sign) in Signs)
        {
            text = text.Replace(word, sign.ToString(), StringComparison.Ordinal);
        }

        return Joined(text);
    }

    /// <summary>The same with the words themselves.</summary>
    public static string Plain(string name) => Joined(Unmarked(name));

    private static string Unmarked(string name) => WithoutBrackets(LabelText.Narrow(LabelText.Clean(Latin(name) ? Spelt(name) : name)));

    private static string Joined(string text)
    {

        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            // Hiragana joins and inflects: 申請の登録, 取消し.
            if (char.IsLetterOrDigit(c) || IsSign(c))
            {
                plain.Append(c is >= 'ぁ' and <= 'ゖ' ? "" : char.ToLowerInvariant(c).ToString());
            }
        }

        return plain.ToString();
    }

    /// <summary>What its words for kinds of work say; empty where it has none.</summary>
    public static IReadOnlyList<ExchangeNature> Natures(string name) => [.. Comparable(name).Where(IsSign).Select(sign => (ExchangeNature)(sign - FirstSign)).Distinct()];

    /// <summary>An item's name as it is compared: without width, marks, brackets and underscores.</summary>
    public static string Item(string name) => string.Concat(WithoutBrackets(LabelText.Narrow(LabelText.Clean(name))).Where(c => char.IsLetterOrDigit(c) || c == 'ー')).ToLowerInvariant();

    /// <summary>Whether a character stands for a kind of work.</summary>
    public static bool IsSign(char c) => c is >= FirstSign and < (char)(FirstSign + 64);

    private static char Sign(ExchangeNature nature) => (char)(FirstSign + (int)nature);

    private static bool Latin(string name) => name.All(c => c < 128);

    // The longest known word first; what is not known stays, letter by letter.
    private static string Spelt(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length;)
        {
            var (spelt, word) = Spellings.FirstOrDefault(pair => string.Compare(name, i, pair.Spelt, 0, pair.Spelt.Length, StringComparison.OrdinalIgnoreCase) == 0);
            text.Append(word ?? name[i].ToString());
            i += spelt?.Length ?? 1;
        }

        return text.ToString();
    }

    private static string WithoutBrackets(string text)
    {
        var (plain, depth) = (new StringBuilder(text.Length), 0);
        foreach (var c in text)
        {
            depth += c is '(' or '[' or '【' or '〔' or '（' ? 1 : 0;
            if (depth == 0)
            {
                plain.Append(c);
            }

            depth -= depth > 0 && c is ')' or ']' or '】' or '〕' or '）' ? 1 : 0;
        }

        return plain.Length > 0 ? plain.ToString() : text;
    }
}
