using System.Text;
using System.Text.Json.Nodes;

namespace Conformance.Gherkin.Tests;

public sealed class DocumentMessagesTests
{
    public static TheoryData<string> Good => Corpus.Files("gherkin/testdata/good", "*.feature");

    [Theory]
    [MemberData(nameof(Good))]
    public async Task Writes_the_tree_that_cucumber_writes(string file)
    {
        var path = Path.Combine(Corpus.Folder("gherkin/testdata/good"), file);
        var reading = FeatureReader.Read(new("../testdata/good/" + file, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)));
        using var stream = new MemoryStream();
        await using (var sink = new MessagesSink(stream, leaveOpen: true))
        {
            await new GherkinRun(reading, BindingCatalogue.OfTypes([]), new() { DryRun = true }, [sink], TimeProvider.System).RunAsync(TestContext.Current.CancellationToken);
        }

        var lines = Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var schema = MessageSchema.Load();
        lines.SelectMany(line => schema.Check(JsonNode.Parse(line)!)).Should().BeEmpty();
        var expected = new List<string>(await File.ReadAllLinesAsync(path + ".ast.ndjson", TestContext.Current.CancellationToken));
        if (File.Exists(path + ".pickles.ndjson"))
        {
            expected.AddRange(await File.ReadAllLinesAsync(path + ".pickles.ndjson", TestContext.Current.CancellationToken));
        }

        var ours = MessageStream.Comparable(lines.Where(line => line.StartsWith("{\"gherkinDocument\"", StringComparison.Ordinal) || line.StartsWith("{\"pickle\"", StringComparison.Ordinal)));
        ours.Should().BeEquivalentTo(MessageStream.Comparable(expected));
    }
}
