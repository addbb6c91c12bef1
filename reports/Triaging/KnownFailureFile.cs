using System.Globalization;
using Conformance.Spec;
using Conformance.Spec.Yaml;
using Conformance.Verdicts;

namespace Conformance.Reports.Triaging;

/// <summary>Reads <c>known.yaml</c>: failures that have a ticket, an owner, a reason and an end. Described by <c>schemas/known.schema.json</c>.</summary>
public static class KnownFailureFile
{
    public const string Name = "known.yaml";

    /// <exception cref="BadInputException">CF7111 no date, CF7112 nothing says which failures, CF7113 an unknown word, CF7114 an empty value, CF12xx not readable.</exception>
    public static IReadOnlyList<KnownFailure> Parse(string text, string file)
    {
        var problems = new List<Problem>();
        var root = YamlMap.Parse(text, file, problems);
        var known = root.Maps("known").Select(Read).ToList();
        root.RefuseUnknownKeys();
        return problems.Count == 0 ? known : throw new BadInputException(problems);
    }

    private static KnownFailure Read(YamlMap map)
    {
        var (ticket, owner, reason, expires) = (map.Required("ticket"), map.Required("owner"), map.Required("reason"), map.Required("expires"));
        foreach (var (key, value) in new[] { ("ticket", ticket), ("owner", owner), ("reason", reason) }.Where(entry => map.Keys.Contains(entry.Item1) && string.IsNullOrWhiteSpace(entry.Item2)))
        {
            map.Report("CF7114", map, $"「{key}」 is empty.", "A known failure has a ticket, an owner and a reason: write them, or take the entry out.");
        }

        var failure = new KnownFailure(ticket, owner, reason, Day(map, expires), map.Line);
        if (map.Map("match") is { } match)
        {
            failure = failure with
            {
                Scenario = match.Optional("scenario"),
                Unit = match.Optional("unit"),
                Driver = Word(match, "driver", match.Optional("driver"), ["api", "ui"]),
                Cause = Word(match, "cause", match.Optional("cause"), [.. Enum.GetNames<CauseKind>().Select(name => name.ToLowerInvariant())]) is { } cause && Enum.TryParse<CauseKind>(cause, ignoreCase: true, out var kind) ? kind : null,
                Interface = match.Optional("interface"),
                Message = match.Optional("message"),
                Place = match.Optional("place"),
            };
            match.RefuseUnknownKeys();
            if (failure.Interface is { } edition && string.IsNullOrWhiteSpace(edition))
            {
                match.Report("CF7114", match, "「interface」 is empty.", "Name the edition as the results do, such as '1.0', or take the key out: then failures of every edition are meant.");
            }
        }

        if (string.IsNullOrWhiteSpace(string.Concat(failure.Scenario, failure.Unit, failure.Message, failure.Place)))
        {
            map.Report("CF7112", map, "Nothing says which failures are meant.", "Give under `match:` at least one of scenario, unit, message and place.");
        }

        map.RefuseUnknownKeys();
        return failure;
    }

    private static DateOnly Day(YamlMap map, string text)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && text.Length > 0)
        {
            map.Report("CF7111", map, $"「{text}」 is no date.", "Write the last day as YYYY-MM-DD.");
        }

        return day;
    }

    private static string? Word(YamlMap map, string key, string? text, string[] allowed)
    {
        if (text is not null && !allowed.Contains(text))
        {
            map.Report("CF7113", map, $"「{text}」 is not a value of {key}.", $"Use one of: {string.Join(", ", allowed)}.");
        }

        return text;
    }
}
