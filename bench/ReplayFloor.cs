using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Conformance.Cli;
using Conformance.Cli.Commands;
using Conformance.Cli.Commands.Running;
using Conformance.Cli.Runs;
using Conformance.Drivers;
using Conformance.Mocks;
using Conformance.Reports;
using Conformance.Spec.Loading;

namespace Conformance.Bench;

/// <summary>
/// A whole API run of 住登外者宛名番号管理機能 against the same exchanges replayed by a bare HttpClient at the same concurrency
/// on a fresh copy of the same target: what the harness adds to the target's own time.
/// </summary>
internal static class ReplayFloor
{
    private const int Concurrency = 4;
    private const int Rounds = 10;

    public static async Task<int> RunAsync()
    {
        var folders = ProjectFolders.Find();
        var standard = StandardLoader.LoadById(folders.Standards, "031");
        var part = ReferencePart.All[0];
        var work = Path.Combine(folders.Artifacts, "bench", "replay");
        var (runs, replays) = (new List<double>(), new List<double>());
        var count = 0;
        for (var round = 0; round <= Rounds; round++)
        {
            var evidence = Path.Combine(work, round.ToString(CultureInfo.InvariantCulture));
            if (Directory.Exists(evidence))
            {
                Directory.Delete(evidence, recursive: true);
            }

            var settings = new RunSettings(work, Surfaces.Api, null, round + 1, Concurrency, Json: true, ReportLanguage.Japanese);
            var result = (await ReferenceRun.RunAsync(part, standard, folders, settings, null, null, 1, evidence, null, CancellationToken.None))[0];
            var exchanges = Read(evidence);
            count = exchanges.Count;
            var replay = await ReplayAsync(exchanges);

            var run = result.Run.Finished - result.Run.Started;
            if (round == 0)
            {
                // Whoever runs once meets this one: the compiler is still at work in it, which the replay finds done.
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first run in the process {run.TotalMilliseconds:0} ms, its replay {replay.TotalMilliseconds:0} ms; not counted below"));
                continue;
            }

            runs.Add(run.TotalMilliseconds);
            replays.Add(replay.TotalMilliseconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count} exchanges, {Concurrency} at a time, {Rounds} rounds after one warm-up (median [min–max], ms)"));
        Console.WriteLine($"run     {Told(runs)}");
        Console.WriteLine($"replay  {Told(replays)}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio   {Median([.. runs.Zip(replays, (run, replay) => run / replay)]):0.00}"));
        return 0;
    }

    private sealed record Recorded(string Method, string Path, string Body, bool Token, DateTimeOffset Started);

    private static List<Recorded> Read(string evidence)
    {
        var exchanges = new List<Recorded>();
        foreach (var file in Directory.EnumerateFiles(evidence, "*.exchange.json"))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var request = json.RootElement.GetProperty("request").GetString()!.ReplaceLineEndings("\n");
            var split = request.IndexOf("\n\n", StringComparison.Ordinal);
            var start = request.Split('\n')[0].Split(' ');
            exchanges.Add(new Recorded(start[0], start[1], split < 0 ? "" : request[(split + 2)..],
                request.Contains("Authorization", StringComparison.OrdinalIgnoreCase), json.RootElement.GetProperty("started").GetDateTimeOffset()));
        }

        return [.. exchanges.OrderBy(exchange => exchange.Started)];
    }

    private static async Task<TimeSpan> ReplayAsync(List<Recorded> exchanges)
    {
        const string Client = "0123456789abcdef0123456789abcdef";
        await using var mocks = await MockHost.StartAsync(new MockHostOptions
        {
            OAuth = new OAuthOptions { Clients = [new RegisteredClient(Client, new string('s', 48), "019", [.. AtenaFunction.Scopes])], IntrospectionNeedsCredentials = false },
        }, CancellationToken.None);
        await using var reference = await ReferenceProcess.StartAsync(["--app", "atena", "--introspection", mocks.Authorisation.IntrospectionEndpoint.ToString()], CancellationToken.None);
        var token = mocks.Authorisation.Issue(Client, AtenaFunction.Scopes[0], TimeSpan.FromHours(1)).Value;
        using var http = new HttpClient { BaseAddress = reference.Address };
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(exchanges, new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (exchange, cancellationToken) =>
        {
            var path = Uri.TryCreate(exchange.Path, UriKind.Absolute, out var absolute) && absolute.Scheme.StartsWith("http", StringComparison.Ordinal) ? absolute.PathAndQuery : exchange.Path;
            using var request = new HttpRequestMessage(new HttpMethod(exchange.Method), path.TrimStart('/'))
            {
                Content = new StringContent(exchange.Body, Encoding.UTF8, "application/json"),
            };
            if (exchange.Token)
            {
                request.Headers.Authorization = new("Bearer", token);
            }

            using var response = await http.SendAsync(request, cancellationToken);
            await response.Content.ReadAsByteArrayAsync(cancellationToken);
        });
        return clock.Elapsed;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Told(List<double> values) =>
        string.Create(CultureInfo.InvariantCulture, $"{Median(values),8:0} [{values.Min():0}–{values.Max():0}]");
}
