using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Doctor;

/// <summary>Names of checks, levels and causes, as a person reads them.</summary>
internal static class DoctorWords
{
    private static readonly Dictionary<string, Bilingual> Checks = new(StringComparer.Ordinal)
    {
        ["environment"] = new("環境の種類", "kind of environment"),
        ["variables"] = new("環境変数", "variables"),
        ["name"] = new("名前解決", "name"),
        ["connection"] = new("接続", "connection"),
        ["certificate"] = new("証明書", "certificate"),
        ["clock"] = new("時計", "clock"),
        ["token"] = new("トークン", "token"),
        ["inquiry"] = new("照会", "inquiry"),
        ["operation"] = new("操作", "operation"),
        ["neighbours"] = new("周囲のシステム", "neighbours"),
        ["browser"] = new("ブラウザー", "browser"),
        ["login"] = new("ログイン", "login"),
        ["screen"] = new("画面", "screen"),
        ["folder"] = new("結果の置き場所", "results folder"),
        ["outputs"] = new("出力の置き場所", "outputs folder"),
        ["disk"] = new("空き容量", "disk"),
        ["fonts"] = new("フォント", "fonts"),
        ["zone"] = new("時間帯", "time zone"),
    };

    public static Bilingual Check(string check) => Checks.TryGetValue(check, out var words) ? words : new Bilingual(check, check);

    public static string Sign(PreflightLevel level) => level switch
    {
        PreflightLevel.Ok => "✓",
        PreflightLevel.NotShown => "？",
        PreflightLevel.Warning => "△",
        _ => "✗",
    };
}
