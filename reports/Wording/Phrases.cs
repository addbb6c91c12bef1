using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Conformance.Reports.Wording;

/// <summary>
/// What the program says about a run, in the other language. Results keep what was said in one; a reader is told in theirs. Whatever
/// stands in quotes, and whatever no phrase fits, stays as it is: that is data.
/// </summary>
internal static class Phrases
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly IReadOnlyList<(Regex Japanese, Regex English, string Ja, string En)> All =
        [.. PhraseTable.Phrases.Select(phrase => (Pattern(phrase.Ja), Pattern(phrase.En), phrase.Ja, phrase.En))];

    private static readonly ConcurrentDictionary<(string, ReportLanguage), string> Known = new();

    public static string In(string text, ReportLanguage language) => text.Length is 0 or > 4000 ? text : Known.GetOrAdd((text, language), static key => Translate(key.Item1, key.Item2, 0));

    private static string Translate(string text, ReportLanguage language, int depth)
    {
        if (depth > 6 || text.Length == 0)
        {
            return text;
        }

        foreach (var (japanese, english, ja, en) in All)
        {
            var (from, to) = language == ReportLanguage.Japanese ? (english, ja) : (japanese, en);
            if (Match(from, text) is { Success: true } match)
            {
                return Placeholder.Replace(to, place => Translate(match.Groups["p" + place.Groups[1].Value].Value, language, depth + 1));
            }
        }

        return text;
    }

    private static Match? Match(Regex pattern, string text)
    {
        try
        {
            return pattern.Match(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static readonly Regex Placeholder = new(@"\{(\d)\}", RegexOptions.CultureInvariant);

    // {0}, {1} … stand for anything; the last of several takes the rest.
    private static Regex Pattern(string phrase) => new(
        "^" + Regex.Replace(Regex.Escape(phrase), @"\\\{(\d)}", place => $"(?<p{place.Groups[1].Value}>.+?)", RegexOptions.CultureInvariant) + "$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline, Patience);
}
