using Conformance.Spec.Yaml;

namespace Conformance.Spec.Lint;

/// <summary><c>lint.yaml</c> of an edition: findings that are accepted, each with its reason.</summary>
public static class WaiverFile
{
    public const string Name = "lint.yaml";

    /// <summary>The waivers of an edition; none where it has no <c>lint.yaml</c>.</summary>
    /// <exception cref="BadInputException">CF1901 an unknown rule, CF1902 no reason, CF12xx not readable.</exception>
    public static IReadOnlyList<Waiver> Read(string folder, IReadOnlyCollection<LintRule> rules)
    {
        var file = Path.Combine(folder, Name);
        if (!File.Exists(file))
        {
            return [];
        }

        var problems = new List<Problem>();
        var root = YamlMap.Parse(File.ReadAllText(file), file, problems);
        var waivers = new List<Waiver>();
        foreach (var map in root.Maps("waivers"))
        {
            var waiver = new Waiver(map.Required("rule"), map.Required("subject"), map.Required("reason"), map.Line);
            map.RefuseUnknownKeys();
            if (waiver.Rule.Length > 0 && rules.All(rule => rule.Code != waiver.Rule))
            {
                map.Report("CF1901", map, $"「{waiver.Rule}」 is no rule.", "`spec lint --rules` lists them.");
            }

            if (string.IsNullOrWhiteSpace(waiver.Reason))
            {
                map.Report("CF1902", map, $"The waiver of {waiver.Rule} for 「{waiver.Subject}」 gives no reason.", "Write why the finding is accepted, and who decided it.");
            }

            waivers.Add(waiver);
        }

        root.RefuseUnknownKeys();
        return problems.Count == 0 ? waivers : throw new BadInputException(problems);
    }
}
