using System.Text;
using System.Text.RegularExpressions;
using Conformance.Spec.Flows;

namespace Conformance.Spec.Tests.Flows;

/// <summary>Models that other people's tools wrote.</summary>
public sealed partial class BpmnCorporaTests
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
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            var model = await Task.Run(() => BpmnReader.ReadModel(bytes, file, problems)).WaitAsync(PerFile, TestContext.Current.CancellationToken);
            problems.AddRange(model?.Notes ?? []);
            var text = Encoding.UTF8.GetString(bytes);
            var elements = SequenceFlow().Count(text);
            if (problems.Count == 0 && model!.Flows.Sum(flow => flow.Edges.Count + flow.Loose.Count) != elements)
            {
                silent.Add($"{file}: {elements} sequence flows");
            }

            problems.Should().NotContain(problem => !problem.Code.StartsWith("CF20") || problem.File != file || problem.Fact.Length == 0 || problem.Remedy.Length == 0);
        }

        silent.Should().BeEmpty("every sequence flow is read, or the file has a problem");
    }

    [GeneratedRegex("<(?:[A-Za-z0-9]+:)?sequenceFlow[ >/]")]
    private static partial Regex SequenceFlow();
}
