using Conformance.Gherkin;
using Conformance.Spec;
using Conformance.Spec.Contracts;

namespace Conformance.Cli.Runs;

/// <summary>The derived features of a role.</summary>
internal static class RoleFeatures
{
    /// <summary>Reads them. Files that do not parse are among the problems; the others can still be run.</summary>
    /// <exception cref="BadInputException">CF6021: there are none. CF4001: none of them parses.</exception>
    public static FeatureReading Read(ProjectFolders folders, Standard standard, RoleContracts role)
    {
        var folder = Path.Combine(folders.Features, standard.Key, role.Slug);
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.feature").Order(StringComparer.Ordinal).ToList() : [];
        if (files.Count == 0)
        {
            throw new BadInputException(new Problem("CF6021", folder, 0, 0, "There are no features for this role.", "Run `conformance derive` first."));
        }

        var reading = FeatureReader.ReadAll(files.Select(file => new FeatureSource(Path.GetRelativePath(folders.Features, file).Replace('\\', '/'), File.ReadAllText(file))));
        return reading.Documents.Count > 0
            ? reading
            : throw new BadInputException([.. reading.Problems.Select(problem => new Problem(problem.Code, problem.File, problem.Line, problem.Column, problem.Fact, problem.Remedy))]);
    }
}
