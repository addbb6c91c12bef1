using Conformance.Spec.Flows;

namespace Conformance.Spec.Tests.Flows;

/// <summary>Models that other people's tools wrote.</summary>
public sealed class BpmnCorporaTests
{
    private static readonly TimeSpan PerFile = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("bpmn-miwg")]
    [InlineData("bpmn-hdbpmn")]
    public async Task Every_file_gives_flows_or_problems_in_bounded_time(string corpus)
    {
        var folder = Some.Shared("corpora", corpus);
        Assert.SkipUnless(Directory.Exists(folder), $"{folder} is not there.");
        var files = Directory.GetFiles(folder, "*.bpmn", SearchOption.AllDirectories);
        files.Should().NotBeEmpty();
        var silent = new List<string>();
        foreach (var file in files)
        {
            var problems = new List<Problem>();
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            var flows = await Task.Run(() => BpmnReader.Read(text, file, problems)).WaitAsync(PerFile, TestContext.Current.CancellationToken);
            if (problems.Count == 0 && !flows.Any(flow => flow.Nodes.Count > 0) && text.Contains("sequenceFlow", StringComparison.Ordinal))
            {
                silent.Add(file);
            }

            problems.Should().NotContain(problem => !problem.Code.StartsWith("CF20") || problem.File != file || problem.Fact.Length == 0 || problem.Remedy.Length == 0);
        }

        silent.Should().BeEmpty("a file with sequence flows is read or has a problem");
    }
}
