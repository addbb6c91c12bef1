using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Conformance.Mocks;

/// <summary>What a person or a program sees of the host: <c>/__admin/health</c> and <c>/__admin/requests</c>, in the shape that WireMock gives them, with
/// what is ours beside. Not journalled.</summary>
internal sealed class AdminPages(Journal journal, TimeProvider time)
{
    private const string Prefix = "/__admin";

    private readonly DateTimeOffset started = time.GetUtcNow();

    public static bool Owns(string path) => path == Prefix || path.StartsWith(Prefix + "/", StringComparison.Ordinal);

    public MockAnswer Answer(MockRequest request) => (request.Method, request.Path) switch
    {
        ("GET", Prefix + "/health") => Json(Health()),
        ("GET", Prefix + "/requests") => Requests(request.Query),
        (_, Prefix + "/health" or Prefix + "/requests") => new MockAnswer(405, "text/plain; charset=UTF-8", "GET")
        {
            Headers = new Dictionary<string, string> { ["Allow"] = "GET" },
        },
        _ => new MockAnswer(404, "text/plain; charset=UTF-8", $"{Prefix}/health\n{Prefix}/requests\n"),
    };

    private JsonObject Health() => new()
    {
        ["status"] = "healthy",
        ["message"] = "Conformance mocks are up",
        ["version"] = typeof(AdminPages).Assembly.GetName().Version?.ToString(3),
        ["uptimeInSeconds"] = (long)(time.GetUtcNow() - started).TotalSeconds,
        ["timestamp"] = Text(time.GetUtcNow()),
        ["journal"] = new JsonObject
        {
            ["received"] = journal.Count,
            ["spilled"] = journal.Spilled,
            ["spillFile"] = journal.SpillFile,
            ["spillFailure"] = journal.SpillFailure,
            ["dropped"] = journal.Dropped,
            ["unclaimedGone"] = journal.UnclaimedGone,
        },
    };

    /// <summary>The latest first, as WireMock has it; <c>limit</c>, <c>since</c> (ISO 8601) and <c>unclaimed=true</c> narrow it.</summary>
    private MockAnswer Requests(string query)
    {
        var asked = QueryHelpers.ParseQuery(query);
        var limit = int.MaxValue;
        if (asked.TryGetValue("limit", out var limitText)
            && (!int.TryParse(limitText, NumberStyles.None, CultureInfo.InvariantCulture, out limit)))
        {
            return new MockAnswer(400, "text/plain; charset=UTF-8", "limit is a number of entries, such as 50.");
        }

        var since = DateTimeOffset.MinValue;
        if (asked.TryGetValue("since", out var sinceText)
            && !DateTimeOffset.TryParse(sinceText, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out since))
        {
            return new MockAnswer(400, "text/plain; charset=UTF-8", "since is a time, such as 2026-04-01T09:00:00Z.");
        }

        var entries = journal.Find(entry => entry.Time >= since);
        var nearest = journal.Unclaimed().ToDictionary(unclaimed => unclaimed.Entry.Sequence);
        var shown = asked.GetValueOrDefault("unclaimed") == "true" ? entries.Where(entry => nearest.ContainsKey(entry.Sequence)) : entries;
        return Json(new JsonObject
        {
            ["requests"] = new JsonArray([.. shown.Reverse().Take(limit).Select(entry => Entry(entry, nearest.GetValueOrDefault(entry.Sequence)))]),
            ["meta"] = new JsonObject { ["total"] = entries.Count },
            ["requestJournalDisabled"] = false,
        });
    }

    private static JsonObject Entry(JournalEntry entry, UnclaimedEntry? unclaimed) => new()
    {
        ["id"] = entry.Sequence.ToString(CultureInfo.InvariantCulture),
        ["request"] = new JsonObject
        {
            ["url"] = entry.Path,
            ["method"] = entry.Method,
            ["headers"] = new JsonObject(entry.Headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))),
            ["body"] = entry.Body,
            ["loggedDate"] = entry.Time.ToUnixTimeMilliseconds(),
            ["loggedDateString"] = Text(entry.Time),
        },
        ["response"] = new JsonObject { ["status"] = entry.ResponseStatus, ["body"] = entry.ResponseBody },
        ["wasMatched"] = entry.Neighbour.Length > 0,
        ["conformance"] = new JsonObject
        {
            ["neighbour"] = entry.Neighbour,
            ["operation"] = entry.Operation,
            ["client"] = entry.Client,
            ["items"] = new JsonObject(entry.Items.Select(item => KeyValuePair.Create(item.Key, (JsonNode?)item.Value))),
            ["conditions"] = new JsonArray([.. entry.Conditions.Select(condition => new JsonObject
            {
                ["item"] = condition.Item,
                ["value"] = condition.Value,
                ["match"] = condition.Partial ? "部分一致" : "完全一致",
            })]),
            ["reasons"] = new JsonArray([.. entry.Reasons.Select(reason => (JsonNode)reason)]),
            ["remarks"] = new JsonArray([.. entry.Remarks.Select(remark => (JsonNode)remark)]),
            ["prepared"] = entry.Prepared,
            ["fault"] = entry.Fault,
            ["failure"] = entry.Failure,
            ["claimedBy"] = entry.ClaimedBy,
            ["nearestScenario"] = unclaimed?.NearestScenario,
        },
    };

    private static string Text(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    private static MockAnswer Json(JsonObject body) => new(200, "application/json;charset=UTF-8", body.ToJsonString(JournalJson.Options));
}
