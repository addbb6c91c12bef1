using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Conformance.Cli;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Conformance.Bench;

/// <summary>
/// The mock server beside the real WireMock 3.13.2 and a bare Kestrel endpoint: the same 50 mappings, the same load on the loopback, each server in a
/// process of its own with its journal on. Aims: three times WireMock's requests per second, half of bare Kestrel's.
/// </summary>
internal static class MockBench
{
    private const int Connections = 8;
    private const int WarmUp = 10_000;
    private const int Requests = 30_000;
    private const int Rounds = 5;

    private static readonly string Jar = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "conformance", "wiremock-3.13.2", "node_modules", "wiremock", "build", "wiremock-standalone-3.13.2.jar");

    public static async Task<int> RunAsync()
    {
        var work = Directory.CreateDirectory(Path.Combine(ProjectFolders.Find().Artifacts, "bench", "mocks"));
        var mappings = Mappings();
        var stubs = Path.Combine(work.FullName, "mappings", "fifty.json");
        Directory.CreateDirectory(Path.GetDirectoryName(stubs)!);
        await File.WriteAllTextAsync(stubs, new JsonObject { ["mappings"] = new JsonArray([.. mappings]) }.ToJsonString());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"50 mappings, {Requests} requests over {Connections} connections, {Rounds} rounds after a warm-up of {WarmUp} (median [min–max])"));

        var cli = typeof(ProjectFolders).Assembly.Location;
        var ours = await MeasureAsync("mocks serve", port => ("dotnet", ["exec", cli, "mocks", "serve", "--port", $"{port}", "--stubs", work.FullName]));
        var bare = await MeasureAsync("bare Kestrel", port => ("dotnet", ["exec", typeof(MockBench).Assembly.Location, "kestrel", $"{port}"]));
        if (!File.Exists(Jar))
        {
            Console.WriteLine("The real WireMock is not here; the tests of mocks/ install it where npm and Java are.");
            return 0;
        }

        var wiremock = await MeasureAsync("WireMock 3.13.2", port => ("java", ["-jar", Jar, "--port", $"{port}", "--bind-address", "127.0.0.1", "--disable-banner", "--root-dir", work.FullName]));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"beside WireMock      {ours / wiremock:0.00} times (aim 3)"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"beside bare Kestrel  {ours / bare:0.00} times (aim 0.5)"));
        return 0;
    }

    /// <summary>The bare endpoint: reads the body and answers with a fixed one.</summary>
    public static async Task<int> ServeBareAsync(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var server = builder.Build();
        var body = "{\"number\":\"12345\",\"name\":\"a name of a usual length\"}"u8.ToArray();
        server.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body);
        });
        await server.RunAsync();
        return 0;
    }

    private static async Task<double> MeasureAsync(string name, Func<int, (string Program, string[] Arguments)> command)
    {
        var port = FreePort();
        var (program, arguments) = command(port);
        using var server = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _ = server.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        _ = server.StandardError.BaseStream.CopyToAsync(Stream.Null);
        try
        {
            await UpAsync(port);
            var requests = Load(port);
            await RawLoad.RunAsync(port, requests, WarmUp, Connections);
            var rates = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                rates.Add(Requests / (await RawLoad.RunAsync(port, requests, Requests, Connections)).TotalSeconds);
            }

            rates.Sort();
            var median = rates[Rounds / 2];
            server.Refresh();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-16} {median,8:0} requests/s [{rates[0]:0}–{rates[^1]:0}], peak memory {server.PeakWorkingSet64 / 1024 / 1024} MiB"));
            return median;
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }
    }

    private static async Task UpAsync(int port)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await tick.WaitForNextTickAsync(deadline.Token))
        {
            try
            {
                await RawLoad.RunAsync(port, Load(port), 50, 1);
                return;
            }
            catch (SocketException)
            {
                // Not up yet.
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Ten each of an address, an address with a parameter, a pattern, a body of JSON, and five each of a JSONPath and a template.</summary>
    private static IEnumerable<JsonNode> Mappings() => Enumerable.Range(0, 50).Select(i => (JsonNode)(i switch
    {
        < 10 => Mapping(new JsonObject { ["method"] = "GET", ["url"] = $"/plain/{i}" }),
        < 20 => Mapping(new JsonObject { ["method"] = "GET", ["urlPath"] = $"/query/{i}", ["queryParameters"] = new JsonObject { ["id"] = new JsonObject { ["equalTo"] = $"{i}" } } }),
        < 30 => Mapping(new JsonObject { ["method"] = "GET", ["urlPathPattern"] = $"/pattern/{i}/[a-z]+", ["headers"] = new JsonObject { ["Accept"] = new JsonObject { ["contains"] = "json" } } }),
        < 40 => Mapping(new JsonObject { ["method"] = "POST", ["url"] = $"/json/{i}", ["bodyPatterns"] = new JsonArray(new JsonObject { ["equalToJson"] = Body(i) }) }),
        < 45 => Mapping(new JsonObject { ["method"] = "POST", ["url"] = $"/path/{i}", ["bodyPatterns"] = new JsonArray(new JsonObject { ["matchesJsonPath"] = $"$[?(@.id == {i})]" }, new JsonObject { ["contains"] = "name" }) }),
        _ => Mapping(new JsonObject { ["method"] = "GET", ["urlPath"] = $"/template/{i}" }, template: true),
    }));

    private static JsonObject Mapping(JsonObject request, bool template = false) => new()
    {
        ["request"] = request,
        ["response"] = template
            ? new JsonObject { ["status"] = 200, ["transformers"] = new JsonArray("response-template"), ["body"] = "{\"number\":\"{{request.query.n}}\",\"path\":\"{{request.path}}\"}" }
            : new JsonObject { ["status"] = 200, ["headers"] = new JsonObject { ["Content-Type"] = "application/json" }, ["body"] = "{\"number\":\"12345\",\"name\":\"a name of a usual length\"}" },
    };

    private static string Body(int i) => $"{{\"id\":{i},\"name\":\"a name\",\"list\":[1,2,3]}}";

    private static List<byte[]> Load(int port) => [.. Enumerable.Range(0, 50).Select(i => i switch
    {
        < 10 => RawLoad.Request("GET", $"/plain/{i}", port),
        < 20 => RawLoad.Request("GET", $"/query/{i}?id={i}", port),
        < 30 => RawLoad.Request("GET", $"/pattern/{i}/abc", port),
        < 40 => RawLoad.Request("POST", $"/json/{i}", port, Body(i)),
        < 45 => RawLoad.Request("POST", $"/path/{i}", port, $"[{Body(i)}]"),
        _ => RawLoad.Request("GET", $"/template/{i}?n={i}", port),
    })];
}
