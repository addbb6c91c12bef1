using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Conformance.Bench;

/// <summary>2,000 scenarios of two calls each, four at a time, at a rate limit: how many requests the product saw per second, over the whole and in the worst second.</summary>
internal static class RateBench
{
    private const int Scenarios = 2_000, Calls = 2, Limit = 200;

    public static async Task<int> RunAsync()
    {
        var seen = new ConcurrentQueue<long>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(context =>
        {
            seen.Enqueue(Stopwatch.GetTimestamp());
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync("""{"result": []}""");
        });
        await app.StartAsync();
        var profile = ProfileLoader.Parse($$"""
            product: {name: bench, version: '1', vendor: bench}
            standard: '031'
            edition: '2.1'
            roles: [住登外者宛名番号管理機能]
            class: 一般市区町村
            environment: {kind: test, owner: bench, rate: {{Limit}}/s}
            declares: {functions: [], reason: none}
            api:
              base: {{app.Urls.Single()}}/
              auth: {method: none}
              照会: {post: /x}
            """, "bench.profile.yaml");
        await using var target = TargetSession.Open(profile, new TargetOptions());
        var call = new FunctionCall("照会", new Dictionary<string, string?>());
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, Scenarios), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (_, token) =>
        {
            for (var i = 0; i < Calls; i++)
            {
                await target.Api!.PerformAsync(call, token);
            }
        });
        var times = seen.Order().ToList();
        var seconds = (times[^1] - times[0]) / (double)Stopwatch.Frequency;
        var worst = times.Select((from, i) => times.Skip(i).TakeWhile(time => time - from < Stopwatch.Frequency).Count()).Max();
        var rate = (times.Count - 1) / seconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Scenarios} scenarios, {times.Count} requests in {watch.Elapsed.TotalSeconds:0.00} s: {rate:0.00}/s at a limit of {Limit}/s ({(rate / Limit) - 1:+0.00 %;-0.00 %}), at most {worst} within any second"));
        return 0;
    }
}
