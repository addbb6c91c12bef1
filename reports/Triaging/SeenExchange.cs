using System.Text.RegularExpressions;
using Conformance.Reports.Exchanges;

namespace Conformance.Reports.Triaging;

/// <summary>One recorded exchange without what belongs to one scenario's people.</summary>
/// <param name="Step">Number of the step that it belongs to, from zero.</param>
internal sealed partial record SeenExchange(int Step, string Kind, string Label, string Outcome, string File)
{
    /// <summary>The target did not answer, or failed.</summary>
    public bool IsTrouble => Outcome is "no answer" || Outcome.StartsWith('5');

    public static SeenExchange Of(int step, string title, string file, RecordedExchange? recorded) =>
        new(step, recorded?.Surface switch { "ui" => "screen", "mock" => "neighbour", _ => "exchange" }, Numbers().Replace(recorded?.Title ?? title, "#"), OutcomeOf(recorded), file);

    public DivergingPlace Place => new(Kind, Label, Outcome, File);

    public bool IsLike(SeenExchange other) => (Kind, Label, Outcome) == (other.Kind, other.Label, other.Outcome);

    private static string OutcomeOf(RecordedExchange? recorded)
    {
        if (recorded is null or { Surface: "ui" })
        {
            return "";
        }

        var response = recorded.Response ?? "";
        var status = Status().Match(response);
        if (!status.Success)
        {
            return "no answer";
        }

        var codes = status.Groups[1].ValueSpan is ['4' or '5', ..]
            ? Code().Matches(response).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(3).ToList()
            : [];
        return codes.Count > 0 ? $"{status.Groups[1].Value} {string.Join(' ', codes)}" : status.Groups[1].Value;
    }

    // What names one record in an address: digits, a few letters with digits behind them (T00000003), or a UUID. A version such as v10 stays.
    [GeneratedRegex(@"(?<=[/=])(?!v[0-9.]+(?:[/?&]|$))(?:[A-Za-z]{0,3}-?[0-9]{2,}[0-9A-Za-z-]*|[0-9][0-9A-Za-z-]*|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=[/?& ]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^HTTP(?:/[0-9.]+)? (\d{3})", RegexOptions.CultureInvariant)]
    private static partial Regex Status();

    [GeneratedRegex("\"([A-Z]\\d{4})\"", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
