using System.Text.RegularExpressions;

namespace Conformance.Spec.Import;

/// <summary>
/// Conditions of conditional items: the line after 「※※」. 「※※氏名未定でない場合は出力必須」 becomes <c>氏名未定でない</c>, and
/// 「※※処理区分"1"、または"2"の場合は必須」 becomes item 処理区分, values 1 and 2.
/// </summary>
internal static partial class ConditionReader
{
    public static RequiredCondition Read(string line)
    {
        var text = Tail().Replace(line.TrimStart('※').Trim(), "");
        text = text.Replace("の場合かつ", "かつ", StringComparison.Ordinal).Replace("ではない", "でない", StringComparison.Ordinal);
        var named = NamedValues().Match(text);
        if (named.Success)
        {
            var values = named.Groups["value"].Captures.Select(capture => capture.Value).ToList();
            return new RequiredCondition($"{named.Groups["item"].Value}が{string.Join("または", values)}", named.Groups["item"].Value, values, false);
        }

        return text switch
        {
            "名寄せ元となった宛名基本情報" => new RequiredCondition("名寄せ元である", "名寄せ元フラグ", ["1"], true),
            _ when Registered().Match(text) is { Success: true } match =>
                RequiredCondition.Of(match.Groups[1].Value == "いる" ? "業務IDのあるシステムが登録・利用する" : "業務IDのないシステムが登録・利用する"),
            _ => RequiredCondition.Of(text),
        };
    }

    [GeneratedRegex("(の?場合)?は(出力)?必須。?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tail();

    [GeneratedRegex("^(?<item>[^\"”“]+?)(は|が)?[\"”“](?<value>[^\"”“]+)[\"”“]((、|または|又は|、または|、又は)[\"”“](?<value>[^\"”“]+)[\"”“])*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedValues();

    [GeneratedRegex("各種IDの管理方針」に規定されて(いる|いない)システムが.*登録、利用する$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Registered();
}
