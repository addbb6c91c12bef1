using System.Text;
using System.Text.Json.Nodes;

namespace Conformance.Gherkin.Tests;

public sealed class CompatibilityKitTests
{
    private const string Samples = "compatibility-kit/devkit/samples";

    /// <summary>What is known to differ, and why.</summary>
    private static readonly Dictionary<string, string> Deviations = new(StringComparer.Ordinal)
    {
        ["markdown"] = "The official .NET parser reads no Markdown.",
    };

    /// <summary>Kinds of message that are not compared in a sample, and why.</summary>
    private static readonly Dictionary<string, (string Kind, string Reason)> PartlyCompared = new(StringComparer.Ordinal)
    {
        ["empty"] = ("testRunFinished", "A scenario without steps shows nothing, so it does not make a run succeed."),
    };

    public static TheoryData<string> All => Corpus.Files(Samples, "*.ndjson");

    [Theory]
    [MemberData(nameof(All))]
    public async Task Writes_the_messages_that_the_kit_expects(string file)
    {
        var expected = Path.Combine(Corpus.Folder(Samples), file);
        var sample = Path.GetFileNameWithoutExtension(file);
        Assert.SkipWhen(Deviations.TryGetValue(sample, out var reason), reason ?? "");
        var lines = await RunAsync(sample, Path.GetDirectoryName(expected)!);

        var schema = MessageSchema.Load();
        lines.SelectMany(line => schema.Check(JsonNode.Parse(line)!)).Should().BeEmpty();
        var ours = MessageStream.Comparable(lines);
        var theirs = MessageStream.Comparable(await File.ReadAllLinesAsync(expected, TestContext.Current.CancellationToken));
        var notCompared = PartlyCompared.TryGetValue(sample, out var part) ? part.Kind : "";
        ours.Keys.Should().BeEquivalentTo(theirs.Keys);
        foreach (var kind in theirs.Keys.Where(kind => kind != notCompared))
        {
            ours[kind].Should().Equal(theirs[kind], $"that is every {kind}");
        }
    }

    private static async Task<string[]> RunAsync(string sample, string folder)
    {
        var name = string.Concat(sample.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        var bindings = typeof(KitSteps).GetNestedType(name, System.Reflection.BindingFlags.NonPublic);
        var arguments = Path.Combine(folder, sample + ".arguments.txt");
        var asked = File.Exists(arguments) ? await File.ReadAllTextAsync(arguments, TestContext.Current.CancellationToken) : "";
        var files = Directory.EnumerateFiles(folder, "*.feature").Order(StringComparer.Ordinal);
        var sources = new List<FeatureSource>();
        foreach (var path in files)
        {
            sources.Add(await FeatureSource.FromFileAsync(path, $"samples/{sample}/{Path.GetFileName(path)}", TestContext.Current.CancellationToken));
        }

        var options = new RunOptions
        {
            Parallelism = 1,
            Order = asked.Contains("--order reverse", StringComparison.Ordinal) ? ScenarioOrder.Reverse : ScenarioOrder.AsWritten,
            Retries = asked.Contains("--retry 2", StringComparison.Ordinal) ? 2 : 0,
            ConfigureRun = container =>
            {
                if (asked.Contains("--error", StringComparison.Ordinal))
                {
                    throw new InvalidOperationException("Whoops!");
                }

                container.RegisterInstanceAs(new KitSteps.Folder(folder));
                container.RegisterInstanceAs(new KitSteps.Attempts());
            },
        };
        using var stream = new MemoryStream();
        await using (var sink = new MessagesSink(stream, leaveOpen: true))
        {
            var run = new GherkinRun(FeatureReader.ReadAll(sources), BindingCatalogue.OfTypes(bindings is null ? [] : [bindings]), options, [sink], TimeProvider.System);
            await run.RunAsync(TestContext.Current.CancellationToken);
        }

        return Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
