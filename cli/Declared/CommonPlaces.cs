using System.Text.RegularExpressions;
using Conformance.Drivers;

namespace Conformance.Cli.Declared;

/// <summary>What every product has and no standard names: recognised by rules that the report lists, so that nobody has to declare it.</summary>
internal static class CommonPlaces
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly IReadOnlyList<(string Rule, Regex Path, string[] Names)> Rules =
    [
        ("login", Path("(log-?in|sign-?in|auth(enticate)?|session)"), ["ログイン", "認証"]),
        ("logout", Path("(log-?out|sign-?out)"), ["ログアウト", "終了"]),
        ("token", Path("(token|oauth2?/.*|\\.well-known/.*)"), []),
        ("health", Path("(health|healthz|livez?|readyz?|ping|actuator/.*|metrics)"), ["死活監視"]),
        ("docs", Path("(openapi|swagger|api-docs|redoc|docs|help)([./-].*)?"), ["ヘルプ", "操作説明", "マニュアル"]),
        ("version", Path("(version|about)"), ["バージョン情報", "製品情報"]),
        ("password", Path("(password|passwd)([./-].*)?"), ["パスワード変更"]),
        ("static", new Regex(@"(\.(css|js|map|png|svg|ico|gif|jpe?g|woff2?)$)|(^|/)(static|assets|favicon[^/]*)(/|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience), []),
    ];

    /// <param name="first">Path of the screen with which the product begins; empty on the API.</param>
    /// <returns>Name of the rule; null where none fits.</returns>
    public static string? RuleOf(SearchedPlace place, string first)
    {
        if (place.Surface == "ui" && place.Path.TrimEnd('/') == first.TrimEnd('/'))
        {
            return "first screen";
        }

        return Rules.FirstOrDefault(rule => rule.Path.IsMatch(place.Path) || Array.Exists(rule.Names, name => NameMatch.Same(place.Title, name) || NameMatch.Same(place.ReachedBy, name))).Rule;
    }

    // The last part of the path, or the last two where a rule names two.
    private static Regex Path(string last) => new($"(^|/){last}/?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);
}
