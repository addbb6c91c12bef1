namespace Conformance.Spec.Lint;

/// <summary>Applies every rule to one edition.</summary>
public static class StandardLint
{
    /// <summary>Several editions, side by side on the processors there are; in the order of the subjects.</summary>
    /// <exception cref="BadInputException">The waivers of one of them cannot be used.</exception>
    public static IReadOnlyList<LintReport> CheckAll(IReadOnlyList<LintSubject> subjects, IReadOnlyList<LintRule> rules)
    {
        // Waivers are read first, so that bad ones are an exception of their own and not one of several in a bundle.
        foreach (var subject in subjects)
        {
            WaiverFile.Read(subject.Standard.Folder, rules);
        }

        var reports = new LintReport[subjects.Count];
        Parallel.For(0, subjects.Count, i => reports[i] = Check(subjects[i], rules));
        return reports;
    }

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
