using System.Diagnostics;
using System.Globalization;
using Conformance.Gherkin;

namespace Conformance.Bench.Gherkin;

/// <summary>One run of our runtime in a process of its own, so that its start-up and memory are its own.</summary>
internal static class GherkinChild
{
    /// <param name="features">Folder of the features.</param>
    /// <param name="output">Folder of the results.</param>
    /// <param name="parallelism">Scenarios at the same time.</param>
    /// <param name="everySink">Every sink, with memory told at a tenth and at the end; else messages only, as the peer writes them.</param>
    public static async Task<int> RunAsync(string features, string output, int parallelism, bool everySink)
    {
        var sources = new List<FeatureSource>();
        foreach (var file in Directory.GetFiles(features, "*.feature").Order(StringComparer.Ordinal))
        {
            sources.Add(await FeatureSource.FromFileAsync(file, null, CancellationToken.None));
        }

        var reading = FeatureReader.ReadAll(sources);
        sources.Clear();
        await using var messages = MessagesSink.ToFile(Path.Combine(output, "messages.ndjson"));
        await using var html = HtmlSink.ToFile(Path.Combine(output, "messages.html"), "bench");
        await using var junit = JunitSink.ToFile(Path.Combine(output, "junit.xml"), "bench");
        await using var console = new StreamWriter(Path.Combine(output, "console.txt"));
        var memory = new MemoryProbe(reading.Documents.Sum(document => document.Pickles.Count));
        using var results = everySink ? new RecordedResults(output) : null;
        IReadOnlyList<IRunSink> sinks = results is null ? [messages] : [messages, html, junit, new ConsoleSink(console, ConsoleWords.English), results.Sink, memory];
        var run = new GherkinRun(reading, BindingCatalogue.OfTypes(typeof(TrivialSteps)), new() { Parallelism = parallelism }, sinks, TimeProvider.System);
        var outcome = await run.RunAsync(CancellationToken.None);
        if (results is not null)
        {
            Console.WriteLine(memory);
            await results.WriteAsync();
            Console.WriteLine(memory.Look("result.json, junit.xml and report.html written"));
        }

        // Kibibytes at most, and milliseconds of the processor.
        using var self = Process.GetCurrentProcess();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"used {self.PeakWorkingSet64 / 1024} {self.TotalProcessorTime.TotalMilliseconds:0}"));
        return outcome.IsSuccess ? 0 : 1;
    }
}
