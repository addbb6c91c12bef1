using System.Text.RegularExpressions;

namespace Conformance.Spec.Import;

/// <summary>
/// The sentences of official notes that carry a rule, and how we say that rule. The sentences themselves are not copied into a
/// standard; one that no phrase knows is reported, never dropped.
/// </summary>
internal static class NotePhrases
{
    private static readonly (Regex Pattern, string Ours)[] Phrases =
    [
        (Rule("不詳日を許容する"), "不詳日可"),
        (Rule("氏名を構成する要素.*全角の空白を一文字入れる"), "構成要素間は全角空白一文字"),
        (Rule("氏名を構成する要素.*の間に空白を一文字入れる"), "構成要素間は空白一文字（幅の定めなし）"),
        (Rule("「全国地方公共団体コード」に従って6桁"), "全国地方公共団体コード6桁"),
        (Rule("「日本町字マスターデータセット」で規定された町字ID"), "町字IDはアドレス・ベース・レジストリ（日本町字マスター）"),
        (Rule("「町字マスターデータセット」で規定された町字ID"), "町字IDはアドレス・ベース・レジストリ（町字マスター）"),
        (Rule("町字がない場合は、0000000"), "町字なしは0000000"),
        (Rule("規定がない町字の場合は、9999999"), "マスター未収載の町字は9999999"),
        (Rule("各種IDの管理方針」にしたがって3桁のコード値"), "各種IDの管理方針による3桁"),
        (Rule("各種IDの管理方針」にしたがって業務IDを設定"), "各種IDの管理方針による業務ID"),
        (Rule("^独自施策システム等IDを設定すること$"), "独自施策システム等のID"),
        (Rule("業務IDを持たない独自施策システム等は.*各自治体固有のコード"), "業務IDのないシステムは自治体固有のコード"),
        (Rule("対象のIDがない場合にはデフォルト値.*「(\\d+)」$"), "対象のIDがなければ$1"),
        (Rule("^デフォルトは「(\\d+)」$"), "既定値は$1"),
        (Rule("他業務から.*参照を制御する必要がある場合「1」を設定"), "他業務から参照させないときは1"),
        (Rule("^通常新規付番する場合.*\"0\"を設定$"), "0は新規付番の初回"),
        (Rule("^既存の宛名番号を利用し.*\"1\"を設定$"), "1は既存の宛名番号での登録"),
        (Rule("^候補者から宛名番号を選択し.*\"2\"を設定$"), "2は候補から選んだ宛名番号での登録"),
        (Rule("^実行したAPIのURL（APIコール名）が入る。$"), "呼び出したAPIのパス"),
        (Rule("^エラーコード一覧のエラーコードが入る。$"), "エラーコード一覧のコード"),
        (Rule("^エラーコード一覧のエラーメッセージが入る。$"), "エラーコード一覧の文言"),
        (Rule("^地方公共団体が任意に規定するコード"), "値は自治体が定める"),
        (Rule("^必須のパラメータが設定されていない状態。$"), "必須の項目がない"),
        (Rule("^パラメータの文字種に指定できない文字が使われている状態。$"), "文字種に合わない文字がある"),
        (Rule("^パラメータの固定桁項目の桁数が誤っている状態。$"), "固定桁の項目の桁数が違う"),
        (Rule("^パラメータの項目設定が誤っている状態。$"), "項目どうしの組合せが誤り"),
    ];

    /// <summary>Our wording of a sentence; null where no phrase knows it.</summary>
    public static string? Find(string sentence)
    {
        foreach (var (pattern, ours) in Phrases)
        {
            var match = pattern.Match(sentence);
            if (match.Success)
            {
                return match.Result(ours);
            }
        }

        return null;
    }

    private static Regex Rule(string pattern) => new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
