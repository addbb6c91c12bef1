using System.Text.RegularExpressions;
using Conformance.Derivation.Writing;
using Conformance.Spec;
using Conformance.Spec.Contracts;

namespace Conformance.Derivation.Impact;

/// <summary>Reads the scenarios back from what <see cref="FeatureWriter"/> writes.</summary>
public static partial class DerivedScenarios
{
    /// <summary>Every scenario of a standard, in the order of the features.</summary>
    /// <exception cref="BadInputException">A flow that no run can be derived from.</exception>
    public static IReadOnlyList<DerivedScenario> Of(Standard standard) =>
        [.. standard.Roles.SelectMany(role => FeatureDerivation.Derive(standard, role).SelectMany(file => Read(file.Text, role.Name)))];

    /// <summary>The scenarios of one feature.</summary>
    public static IEnumerable<DerivedScenario> Read(string feature, string role)
    {
        var lines = feature.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (HeadForm().Match(lines[i]) is not { Success: true } head)
            {
                continue;
            }

            var tags = i > 0 && lines[i - 1].TrimStart().StartsWith('@') ? lines[i - 1].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
            var end = Array.FindIndex(lines, i + 1, HeadForm().IsMatch);

            // The line above the next heading holds that scenario's tags.
            var body = lines[(i + 1)..(end < 0 ? lines.Length : end - 1)];
            foreach (var scenario in head.Groups["outline"].Success ? Outline(head, tags, body, role) : [Plain(head, tags, body, role)])
            {
                yield return scenario;
            }
        }
    }

    private static DerivedScenario Plain(Match head, string[] tags, string[] body, string role) => new(
        head.Groups["id"].Value, head.Groups["title"].Value, role, Units(tags), [.. tags.Where(tag => tag is "@api" or "@ui").Select(tag => tag[1..])],
        Text(body, tags), Tagged(tags, "@フロー:").FirstOrDefault() ?? "");

    private static IEnumerable<DerivedScenario> Outline(Match head, string[] tags, string[] body, string role)
    {
        var examples = Array.FindIndex(body, line => line.Trim() == "例:");
        var steps = body[..Math.Max(0, examples < 0 ? body.Length : examples - 1)];
        string[]? header = null;
        string[] surfaces = [];
        for (var i = Math.Max(0, examples - 1); examples >= 0 && i < body.Length; i++)
        {
            var line = body[i].Trim();
            if (line.StartsWith('@'))
            {
                (surfaces, header) = ([.. line.Split(' ').Where(tag => tag is "@api" or "@ui").Select(tag => tag[1..])], null);
            }
            else if (line.StartsWith('|'))
            {
                var cells = Cells(line);
                if (header is null)
                {
                    header = cells;
                    continue;
                }

                string Filled(string text) => header!.Zip(cells).Aggregate(text, (filled, pair) => filled.Replace($"<{pair.First}>", pair.Second, StringComparison.Ordinal));
                yield return new DerivedScenario(Filled(head.Groups["id"].Value), Filled(head.Groups["title"].Value), role, Units(tags), surfaces, Filled(Text(steps, tags)), "");
            }
        }
    }

    /// <summary>Steps and tables without the lines that cite a source: where an expectation stands in the document changes nothing that is shown.</summary>
    private static string Text(string[] body, string[] tags) =>
        string.Join('\n', body.Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith('@') && !line.StartsWith("根拠「", StringComparison.Ordinal)).Concat(tags.Where(tag => tag == "@exclusive")));

    private static IReadOnlyList<string> Units(string[] tags) => [.. UnitTags.Units(tags)];

    private static IEnumerable<string> Tagged(string[] tags, string prefix) => tags.Where(tag => tag.StartsWith(prefix, StringComparison.Ordinal)).Select(tag => tag[prefix.Length..]);

    private static string[] Cells(string line) => [.. CellForm().Matches(line).Select(match => match.Groups[1].Value.Trim())];

    [GeneratedRegex(@"^\s*シナリオ(?<outline>アウトライン)?: \[(?<id>[^\]]+)\] ?(?<title>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex HeadForm();

    [GeneratedRegex(@"\|((?:[^|\\]|\\.)*)(?=\|)", RegexOptions.CultureInvariant)]
    private static partial Regex CellForm();
}
