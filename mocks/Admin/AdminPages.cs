using System.Globalization;
using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary>What a person or a program sees of the host and does to it over HTTP: <c>/__admin</c>, in the shape that WireMock gives it, with what is ours
/// beside. Not journalled.</summary>
internal sealed class AdminPages(HostParts parts)
{
    private const string Prefix = "/__admin";

    private static readonly string[] Pages = ["health", "version", "mappings", "requests", "requests/unmatched", "requests/unmatched/near-misses", "scenarios", "settings", "faults", "neighbours"];

    private readonly DateTimeOffset started = parts.Time.GetUtcNow();
    private readonly MappingPages mappings = new(parts.Stubs, parts.Journal);
    private readonly RequestPages requests = new(parts.Stubs, parts.Journal);
    private readonly ScenarioPages scenarios = new(parts.Stubs);
    private readonly FaultPages faults = new(parts.Faults);
    private readonly NeighbourPages neighbours = new(parts);

    public static bool Owns(string path) => path == Prefix || path.StartsWith(Prefix + "/", StringComparison.Ordinal);

    public MockAnswer Answer(MockRequest request)
    {
        string[] path = [.. request.Path[Prefix.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
        return (request.Method, path) switch
        {
            ("GET", ["health"]) => AdminAnswers.Json(Health()),
            ("GET", ["version"]) => AdminAnswers.Json(new JsonObject { ["version"] = Version }),
            ("POST", ["reset"]) => Reset(),
            ("GET", ["settings"]) => AdminAnswers.Json(new JsonObject { ["settings"] = Settings() }),
            ("POST" or "PUT", ["settings"]) => Set(request),
            (_, ["mappings", ..]) => mappings.Answer(request, path[1..]),
            (_, ["requests", ..]) => requests.Answer(request, path[1..]),
            (_, ["near-misses", ..]) => requests.NearMisses(request, path[1..]),
            (_, ["scenarios", ..]) => scenarios.Answer(request, path[1..]),
            (_, ["faults", ..]) => faults.Answer(request, path[1..]),
            (_, ["neighbours", ..]) => neighbours.Answer(request, path[1..]),
            ("GET", []) => new MockAnswer(200, "text/plain; charset=UTF-8",
                string.Concat(Pages.Select(page => $"{Prefix}/{page}\n"))),
            _ => AdminAnswers.NotFound(),
        };
    }

    private static string? Version => typeof(AdminPages).Assembly.GetName().Version?.ToString(3);

    private JsonObject Health() => new()
    {
        ["status"] = "healthy",
        ["message"] = "Conformance mocks are up",
        ["version"] = Version,
        ["uptimeInSeconds"] = (long)(parts.Time.GetUtcNow() - started).TotalSeconds,
        ["timestamp"] = parts.Time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
        ["journal"] = new JsonObject
        {
            ["received"] = parts.Journal.Count,
            ["spilled"] = parts.Journal.Spilled,
            ["spillFile"] = parts.Journal.SpillFile,
            ["spillFailure"] = parts.Journal.SpillFailure,
            ["dropped"] = parts.Journal.Dropped,
            ["unclaimedGone"] = parts.Journal.UnclaimedGone,
        },
    };

    private MockAnswer Reset()
    {
        parts.Stubs.Reset();
        parts.Journal.Remove(_ => true);
        return AdminAnswers.Empty();
    }

    private JsonObject Settings() => parts.Stubs.GlobalDelay > TimeSpan.Zero
        ? new JsonObject { ["fixedDelay"] = (int)parts.Stubs.GlobalDelay.TotalMilliseconds, ["proxyPassThrough"] = false }
        : new JsonObject { ["proxyPassThrough"] = false };

    private MockAnswer Set(MockRequest request)
    {
        if (!AdminBody.TryRead(request, out var json, out var refused))
        {
            return refused;
        }

        parts.Stubs.GlobalDelay = TimeSpan.FromMilliseconds(Math.Max(0, json.Whole("fixedDelay") ?? 0));
        return json.Problems.Count > 0 ? AdminAnswers.Unreadable(json.Problems, request.Body) : AdminAnswers.Empty();
    }
}
