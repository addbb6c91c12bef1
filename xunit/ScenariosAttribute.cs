using System.Reflection;
using Conformance.Gherkin;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Conformance.XunitHost;

/// <summary>
/// Makes a theory's rows from the scenarios of feature files: one test each, called as the scenario is, with a trait per tag. A tag
/// <c>@機能:0310001</c> is the trait 機能 = 0310001, any other the trait Category; the feature's title is the trait FeatureTitle. <c>@ignore</c> skips. A file that
/// does not parse is a test that fails and says where.
/// </summary>
/// <param name="pattern"><c>features/*.feature</c> or <c>features/**/*.feature</c>, relative to the folder of the test program: copy the files there.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ScenariosAttribute(string pattern) : DataAttribute
{
    /// <summary>As given.</summary>
    public string Pattern { get; } = pattern;

    /// <summary>A tag expression that limits the scenarios; null for all.</summary>
    public string? Tags { get; set; }

    /// <exception cref="InvalidOperationException">No file fits the pattern.</exception>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var files = FeatureFiles.Find(Pattern);
        if (files.Count == 0)
        {
            throw new InvalidOperationException($"No file fits {Pattern} in {AppContext.BaseDirectory}. Copy the features there: <None Update=\"{Pattern}\" CopyToOutputDirectory=\"PreserveNewest\" />.");
        }

        var chosen = TagExpression.Parse(Tags ?? "");
        var rows = new List<ITheoryDataRow>();
        foreach (var file in files)
        {
            var reading = FeatureFiles.Read(file);
            if (reading.Problems.Count > 0)
            {
                rows.Add(new TheoryDataRow<ScenarioCase>(new(file, "", file)) { TestDisplayName = file, Label = "" });
            }

            rows.AddRange(reading.Documents.SelectMany(document => document.Pickles).Where(chosen.Matches).Select(RowOf));
        }

        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(rows);
    }

    public override bool SupportsDiscoveryEnumeration() => true;

    private static TheoryDataRow<ScenarioCase> RowOf(Pickle pickle)
    {
        var row = new TheoryDataRow<ScenarioCase>(new(pickle.Uri, pickle.Id, pickle.Name))
        {
            TestDisplayName = $"{pickle.Feature.Name}: {pickle.Name}{ExampleOf(pickle)}",
            // Instead of the arguments, which would say the title again.
            Label = "",
            Skip = pickle.HasTag("@ignore") ? "@ignore" : null,
        };
        row.WithTrait("FeatureTitle", pickle.Feature.Name);
        foreach (var tag in pickle.Tags.Select(tag => tag.Name.TrimStart('@')).Distinct(StringComparer.Ordinal))
        {
            var (name, value) = tag.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (tag[..colon], tag[(colon + 1)..]) : ("Category", tag);
            row.WithTrait(name, value);
        }

        return row;
    }

    // Rows of an outline that do not put their values into the title would all be called the same.
    private static string ExampleOf(Pickle pickle) => pickle.Arguments.Count == 0 ? "" : $" ({string.Join(", ", pickle.Arguments.Select(argument => argument.Value))})";
}
