using System.Text.RegularExpressions;

namespace Conformance.Drivers.Profiles;

/// <summary>Texts as YAML of a profile writes them.</summary>
public static partial class YamlWord
{
    /// <summary>As it is where nothing in it means anything to YAML, else in single quotes.</summary>
    public static string Of(string text) => Plain().IsMatch(text) && !Reserved.Contains(text.ToLowerInvariant()) ? text : "'" + text.ReplaceLineEndings(" ").Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>On one line: <c>{a: b, c: d}</c>.</summary>
    public static string Map(IEnumerable<(string Key, string Value)> members) => "{" + string.Join(", ", members.Select(member => $"{Of(member.Key)}: {Of(member.Value)}")) + "}";

    /// <summary>What follows <c>#</c>: one line.</summary>
    public static string Comment(string text) => string.Concat(text.ReplaceLineEndings(" ").Where(c => !char.IsControl(c)));

    private static readonly string[] Reserved = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

    // A letter first, and nothing that begins or ends a part of a flow mapping, a comment or a value; digits alone would be a number.
    [GeneratedRegex(@"^[\p{L}/][\p{L}\p{Nd}\p{Mn}_/ー・（）().~-]*( (?:> )?[\p{L}\p{Nd}_/ー・（）().-]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
