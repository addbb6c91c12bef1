namespace Conformance.Spec.Lint;

/// <summary>Applies every rule to one edition.</summary>
public static class StandardLint
{
    /// <exception cref="BadInputException">The waivers of the edition cannot be used.</exception>
    public static LintReport Check(LintSubject subject, IReadOnlyList<LintRule> rules)
    {
        var waivers = WaiverFile.Read(subject.Standard.Folder, rules);
        var used = new HashSet<Waiver>(ReferenceEqualityComparer.Instance);
        var findings = new List<LintFinding>();
        var waived = new List<(LintFinding, Waiver)>();
        foreach (var finding in rules.SelectMany(rule => rule.Check(subject)))
        {
            if (waivers.FirstOrDefault(waiver => waiver.Covers(finding)) is { } waiver)
            {
                used.Add(waiver);
                waived.Add((finding, waiver));
            }
            else
            {
                findings.Add(finding);
            }
        }

        return new LintReport(subject.Standard.Key, subject.Standard.Folder, rules, findings, waived, [.. waivers.Where(waiver => !used.Contains(waiver))]);
    }
}
