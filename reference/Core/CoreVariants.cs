namespace Conformance.Reference.Core;

/// <summary>Differences of the core system that the specification permits: no check may call them a fault.</summary>
public static class CoreVariants
{
    internal const string ExtraMembers = "CV01-extra-members";
    internal const string RequiredLabels = "CV02-required-labels";
    internal const string JapaneseEra = "CV03-japanese-era";
    internal const string WholeRecord = "CV04-whole-record-sent";
    internal const string BasicCredential = "CV05-client-secret-basic";
    internal const string NoSeconds = "CV06-seconds-omitted";
    internal const string AnswerNotTaken = "CV07-answer-not-taken-over";

    /// <summary>Every variant this system can be started with.</summary>
    public static IReadOnlyList<PermittedVariant> All { get; } =
    [
        new(ExtraMembers, "APIの応答に余分な要素が含まれる", "応答のレイアウトは標準仕様書に規定がなく、読み手は知らない要素を読み飛ばす"),
        new(RequiredLabels, "画面の必須項目の見出しに「必須」が付く", "画面の見出しの表記は標準仕様書に規定がない"),
        new(JapaneseEra, "画面の生年月日を和暦で表示し、和暦の入力も受け付ける", "DATEの形式は連携の規定であり、画面の表記は規定がない"),
        new(WholeRecord, "変更の送信に、変更していない項目も含める", "2.3.2(2)⑤ 変更後の住登外者宛名基本情報を送信する"),
        new(BasicCredential, "アクセストークンの取得にclient_secret_basicを用いる", "2.2 認証方式の暫定措置"),
        new(NoSeconds, "操作時刻の秒を省略して送信する", "付番API仕様書 凡例）データ型 TIME（秒は省略可能）"),
        new(AnswerNotTaken, "最新情報の照会結果を業務DBに反映しない", "2.3.2(5)⑦ 登録、または更新するか否かは任意"),
    ];

    /// <exception cref="ArgumentException">An ID that no variant has.</exception>
    internal static void Check(IEnumerable<string> ids)
    {
        if (ids.FirstOrDefault(id => All.All(variant => variant.Id != id)) is { } unknown)
        {
            throw new ArgumentException($"No variant of the core system is called {unknown}.", nameof(ids));
        }
    }
}
