using System.Diagnostics;
using System.Globalization;
using System.Text;
using Conformance.Mocks;

namespace Conformance.Bench;

/// <summary>A journal beyond its capacity of 100,000 entries, filled over HTTP: what it holds, what it spilled, how long a search takes.</summary>
internal static class JournalBench
{
    private const int Requests = 120_000;

    public static async Task<int> RunAsync()
    {
        var spill = Directory.CreateTempSubdirectory("conformance-journal-");
        try
        {
            await using var host = await MockHost.StartAsync(new MockHostOptions { Journal = new JournalOptions { SpillFolder = spill.FullName } }, CancellationToken.None);
            host.Stubs.Add("""{"request": {"urlPathPattern": "/things/.*"}, "response": {"status": 200, "body": "{}"}}""");
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var load = Enumerable.Range(0, 1000).Select(i => RawLoad.Request(
                "POST", $"/things/{i}", host.BaseAddress.Port, $"{{\"number\":\"{i:000000}\",\"name\":\"佐藤　一郎\",\"address\":\"東京都千代田区霞が関一丁目\"}}")).ToList();
            var filled = await RawLoad.RunAsync(host.BaseAddress.Port, load, Requests, 8);
            var held = GC.GetTotalMemory(forceFullCollection: true) - before;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{host.Journal.Count} requests in {filled.TotalSeconds:0.0} s, {host.Journal.Entries.Count} held in {held / 1024 / 1024} MiB ({held / host.Journal.Entries.Count} bytes each), {host.Journal.Spilled} spilled, {host.Journal.Dropped} dropped"));
            Told("find in memory", () => host.Journal.Find(entry => entry.Path == "/things/777").Count);
            Told("find everywhere", () => host.Journal.FindEverywhere(entry => entry.Path == "/things/777").Count);
            using var http = new HttpClient { BaseAddress = host.BaseAddress };
            var watch = Stopwatch.StartNew();
            using var pattern = new StringContent("""{"url": "/things/777", "bodyPatterns": [{"matchesJsonPath": "$.name"}]}""", Encoding.UTF8);
            using var counted = await http.PostAsync(new Uri("/__admin/requests/count", UriKind.Relative), pattern);
            var (took, answer) = (watch.Elapsed, await counted.Content.ReadAsStringAsync());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"count over http  {took.TotalMilliseconds,6:0} ms  {answer}"));
            return 0;
        }
        finally
        {
            spill.Delete(recursive: true);
        }
    }

    private static void Told(string what, Func<int> search)
    {
        var watch = Stopwatch.StartNew();
        var found = search();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-16} {watch.Elapsed.TotalMilliseconds,6:0} ms  {found} found"));
    }
}
