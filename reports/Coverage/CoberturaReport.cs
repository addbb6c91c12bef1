using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Conformance.Verdicts;

namespace Conformance.Reports.Coverage;

/// <summary>
/// Coverage of a specification in the Cobertura format (coverage-04.dtd): package = standard and role, class = function, flow or data group, line = requirement. The text of each class is
/// written beside it as the source that a renderer shows.
/// </summary>
public static class CoberturaReport
{
    /// <param name="folder">Gets <c>cobertura.xml</c> and <c>sources/</c>.</param>
    /// <param name="specifications">What each run could show; a run whose standard is not at hand gives null and is left out.</param>
    /// <returns>Requirements shown, and all.</returns>
    public static async Task<(int Shown, int All)> WriteAsync(
        string folder, IReadOnlyList<RunResult> runs, Func<RunResult, CoveredSpecification?> specifications, string? evidenceDirectory, CancellationToken cancellationToken = default)
    {
        var sources = Path.Combine(Path.GetFullPath(folder), "sources");
        var packages = new List<(string Name, IReadOnlyList<RequirementSet> Sets)>();
        foreach (var run in runs)
        {
            if (specifications(run) is { } known)
            {
                packages.Add(($"{run.Run.Standard} {run.Run.StandardName} {run.Run.Edition} · {run.Run.RoleAndEdition.Ja}", SpecificationCoverage.Of(run, known, evidenceDirectory)));
            }
        }

        foreach (var set in packages.SelectMany(package => package.Sets))
        {
            var file = Path.Combine(sources, set.File);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, string.Join('\n', set.Requirements.Select(requirement => Line(requirement.Text))) + "\n", new UTF8Encoding(false), cancellationToken);
        }

        var document = Document(packages, sources, runs.Max(run => run.Run.Finished));
        await WholeFile.WriteAsync(Path.Combine(folder, "cobertura.xml"), (stream, token) => document.SaveAsync(stream, SaveOptions.None, token), cancellationToken);
        var all = packages.SelectMany(package => package.Sets).SelectMany(set => set.Requirements).ToList();
        return (all.Count(requirement => requirement.Hits > 0), all.Count);
    }

    private static XDocument Document(IReadOnlyList<(string Name, IReadOnlyList<RequirementSet> Sets)> packages, string sources, DateTimeOffset at)
    {
        var all = packages.SelectMany(package => package.Sets).ToList();
        return new XDocument(new XElement("coverage", Rates(all), new XAttribute("complexity", 0), new XAttribute("version", "1"), new XAttribute("timestamp", at.ToUnixTimeSeconds()),
            new XElement("sources", new XElement("source", sources)),
            new XElement("packages", packages.Select(package => new XElement("package", new XAttribute("name", PlainText.ForXml(package.Name)), Rates(package.Sets), new XAttribute("complexity", 0),
                new XElement("classes", package.Sets.Select(set => new XElement("class", new XAttribute("name", Line(set.Name)), new XAttribute("filename", set.File), Rates([set]), new XAttribute("complexity", 0),
                    new XElement("methods"),
                    new XElement("lines", set.Requirements.Select((requirement, i) => new XElement("line", new XAttribute("number", i + 1), new XAttribute("hits", requirement.Hits), new XAttribute("branch", "false"))))))))))));
    }

    private static XAttribute[] Rates(IReadOnlyList<RequirementSet> sets)
    {
        var valid = sets.Sum(set => set.Requirements.Count);
        var covered = sets.Sum(set => set.Requirements.Count(requirement => requirement.Hits > 0));
        return
        [
            new("line-rate", (valid == 0 ? 0 : (double)covered / valid).ToString("0.####", CultureInfo.InvariantCulture)), new("branch-rate", 0),
            new("lines-covered", covered), new("lines-valid", valid), new("branches-covered", 0), new("branches-valid", 0),
        ];
    }

    private static string Line(string text) => PlainText.ForXml(text, 500).ReplaceLineEndings(" ");
}
