namespace Conformance.Bench.National;

/// <summary>Made-up Japanese of the kind that standards are written in; the same numbers give the same words.</summary>
internal static class NationalText
{
    /// <summary>One letter per business: 20.</summary>
    public const string Businesses = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉";

    private static readonly string[] Actors = ["窓口の職員", "審査の担当者", "住民", "代理人", "支払の担当者", "夜間の処理", "他業務のシステム", "管理者"];
    private static readonly string[] Objects = ["申込書", "台帳の記録", "決定通知", "世帯の構成", "口座の情報", "所得の情報", "減免の区分", "納付の状況", "証明書", "催告の履歴", "異動の履歴", "資格の期間", "番号の対応", "添付書類", "認定の理由", "還付の額"];
    private static readonly string[] Conditions = ["期限を過ぎたとき", "世帯主が替わったとき", "転入の届出があったとき", "前年の額と異なるとき", "本人から求めがあったとき", "区分が変わったとき", "月の末日に", "年度の初めに", "取消しがあったとき", "二重に届いたとき"];
    private static readonly string[] Verbs = ["登録する", "訂正する", "照会する", "印刷する", "取り消す", "一覧にする", "他業務へ渡す", "計算し直す", "履歴に残す", "保留にする", "確認する", "突き合わせる"];
    private static readonly string[] Ways = ["宛名番号で探して", "理由とともに", "一件ずつ", "まとめて", "画面で確かめてから", "前回の値と並べて", "期間を指定して", "担当者の名を添えて"];

    public static string Sentence(int business, int index)
    {
        var mix = Mix(business, index);
        return $"{Pick(Actors, ref mix)}が、{Pick(Conditions, ref mix)}、{Pick(Objects, ref mix)}と{Pick(Objects, ref mix)}を{Pick(Ways, ref mix)}{Pick(Verbs, ref mix)}。{Pick(Objects, ref mix)}は{Pick(Ways, ref mix)}{Pick(Verbs, ref mix)}。";
    }

    public static string Name(int business, int index)
    {
        var mix = Mix(business, index + 100_000);
        return $"{Pick(Objects, ref mix)}を{Pick(Verbs, ref mix)}機能{index}";
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood 2014) of two numbers.</summary>
    public static ulong Mix(int business, int index)
    {
        var z = (((ulong)business << 32) | (uint)index) + 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    private static string Pick(string[] words, ref ulong mix)
    {
        var word = words[mix % (ulong)words.Length];
        mix /= (ulong)words.Length;
        return word;
    }
}
