using System.Text.RegularExpressions;

namespace Conformance.Reports.Triaging;

/// <summary>
/// What remains of a message when everything is taken out that belongs to one scenario's people: numbers, names, values, addresses of a port. Two scenarios
/// that met the same fault then read the same; error codes and HTTP statuses stay.
/// </summary>
public static partial class MessagePattern
{
    // Longer messages are lists of differences, and the first of them tell the fault.
    private const int Limit = 200;

    public static string Of(string? message)
    {
        if (string.IsNullOrWhiteSpace(message))
        {
            return "";
        }

        var text = message.ReplaceLineEndings(" ");

        // What is said of a preparation that failed is what would be said of the thing itself.
        text = Beforehand().Replace(text, "");
        text = Basis().Replace(text, "");
        text = Refusal().Replace(text, "$1 $2");
        text = Difference().Replace(text, "$1≠");
        text = FullName().Replace(text, "○○");
        text = Host().Replace(text, "$1#");
        text = Number().Replace(text, match => match.Groups["kept"].Success ? match.Value : "#");
        text = Labelled().Replace(text, " ");
        text = Spaces().Replace(text, " ").Trim();
        return text.Length <= Limit ? text : text[..(char.IsHighSurrogate(text[Limit - 1]) ? Limit - 1 : Limit)];
    }

    [GeneratedRegex(@"^(?:(?!: ).)*?\bbeforehand\b(?:(?!: ).)*: ", RegexOptions.CultureInvariant)]
    private static partial Regex Beforehand();

    [GeneratedRegex(@"^The expectation rests on no unequivocal official text \([a-z]+\)\. Expected: .*? Observed: ", RegexOptions.CultureInvariant)]
    private static partial Regex Basis();

    // The code tells what was refused; the sentence behind it names the item of one scenario.
    [GeneratedRegex(@"(refused(?: \(\d{3}\))?:) ([A-Z]\d{4})\b[^;]*", RegexOptions.CultureInvariant)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"([^;:：、。（]+): [^;]*?（送った値: [^）]*）", RegexOptions.CultureInvariant)]
    private static partial Regex Difference();

    // The people of this project have a full-width space between their names.
    [GeneratedRegex(@"[\p{L}\p{M}]+\u3000[\p{L}\p{M}]+", RegexOptions.CultureInvariant)]
    private static partial Regex FullName();

    [GeneratedRegex(@"(https?://[^/:\s]+:)\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Host();

    [GeneratedRegex(@"(?<kept>\b[A-Z]\d{4}\b|\(\d{3}\)|HTTP \d{3})|[0-9０-９]+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    // 「支給額: 1」 and 「支給額 1」 are said of one thing by two sentences.
    [GeneratedRegex(@"[:：] ?(?=#)", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
