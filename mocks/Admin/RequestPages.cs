using System.Globalization;
using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary><c>/__admin/requests</c>: the journal over HTTP. What is removed here is hidden here; as evidence it stays.</summary>
internal sealed class RequestPages(StubBoard board, Journal journal)
{
    public MockAnswer Answer(MockRequest request, string[] path) => (request.Method, path) switch
    {
        ("GET", []) => List(request),
        ("DELETE", []) => Removed(_ => true, AdminAnswers.Done()),
        ("POST", ["reset"]) => Removed(_ => true, AdminAnswers.Done()),
        ("POST", ["count"]) => Search(request, (found, _) => new JsonObject { ["count"] = found.Count, ["requestJournalDisabled"] = false }),
        ("POST", ["find"]) => Search(request, (found, _) => Found(found.Reverse())),
        ("POST", ["remove"]) => Search(request, (found, _) => Removed(found)),
        ("GET", ["unmatched"]) => AdminAnswers.Json(Found([.. Shown(entry => entry.Unmatched)])),
        ("GET", ["unmatched", "near-misses"]) => AdminAnswers.Json(new JsonObject { ["nearMisses"] = new JsonArray([.. Shown(entry => entry.Unmatched).SelectMany(Missed)]) }),
        (_, [var id]) when Guid.TryParse(id, out var known) => One(request, known),
        ("GET" or "DELETE", [var id]) => AdminAnswers.Error(400, 10, $"{id} is not a valid UUID"),
        _ => AdminAnswers.NotFound(),
    };

    public MockAnswer NearMisses(MockRequest request, string[] path) => (request.Method, path) switch
    {
        ("POST", ["request-pattern"]) => Search(request, (_, pattern) => new JsonObject
        {
            ["nearMisses"] = new JsonArray([.. Shown(_ => true)
                .Select(entry => (Entry: entry, Distance: pattern.Distance(new StubRequest(entry)))).OrderBy(miss => miss.Distance).Take(3)
                .Select(miss => new JsonObject
                {
                    ["request"] = LoggedRequest.Request(miss.Entry), ["requestPattern"] = JsonNode.Parse(request.Body), ["matchResult"] = Result(miss.Distance),
                })]),
        }),
        ("POST", ["request"]) => NearRequest(request),
        _ => AdminAnswers.NotFound(),
    };

    private MockAnswer List(MockRequest request)
    {
        var asked = request.Parameters();
        var limit = int.MaxValue;
        if (asked.TryGetValue("limit", out var text) && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit))
        {
            return AdminAnswers.Error(400, 10, $"{text} is not a number", "limit");
        }

        var since = DateTimeOffset.MinValue;
        if (asked.TryGetValue("since", out text) && !DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out since))
        {
            return AdminAnswers.Error(400, 10, $"{text} is not a valid ISO8601 date", "since");
        }

        var stub = asked.TryGetValue("matchingStub", out text) && Guid.TryParse(text, out var id) ? id : (Guid?)null;
        var total = Shown(entry => stub is null || entry.Stub == stub).ToList();
        var nearest = journal.Unclaimed().ToDictionary(unclaimed => unclaimed.Entry.Sequence);
        var shown = total.Where(entry => entry.Time >= since
            && (asked.GetValueOrDefault("unclaimed") != "true" || nearest.ContainsKey(entry.Sequence))
            && (asked.GetValueOrDefault("unmatched") != "true" || entry.Unmatched));
        return AdminAnswers.Json(new JsonObject
        {
            ["requests"] = new JsonArray([.. shown.Take(limit).Select(entry => Event(entry, nearest.GetValueOrDefault(entry.Sequence)))]),
            ["meta"] = new JsonObject { ["total"] = total.Count },
            ["requestJournalDisabled"] = false,
        });
    }

    private MockAnswer One(MockRequest request, Guid id)
    {
        var found = Shown(entry => LoggedRequest.IdOf(entry) == id).FirstOrDefault();
        return request.Method switch
        {
            "GET" => found is null ? AdminAnswers.NotFound() : AdminAnswers.Json(Event(found, null)),
            // Removing what is not there succeeds too.
            "DELETE" => Removed(entry => entry.Sequence == found?.Sequence, AdminAnswers.Done()),
            _ => AdminAnswers.NotFound(),
        };
    }

    private MockAnswer Search(MockRequest request, Func<IReadOnlyList<JournalEntry>, RequestPattern, JsonObject> then)
    {
        if (!AdminBody.TryRead(request, out var json, out var refused))
        {
            return refused;
        }

        var pattern = RequestPatternReader.Read(json);
        return json.Problems.Count > 0
            ? AdminAnswers.Unreadable(json.Problems, request.Body)
            : AdminAnswers.Json(then([.. Shown(entry => pattern.Matches(new StubRequest(entry)))], pattern));
    }

    private static JsonObject Found(IEnumerable<JournalEntry> entries) => new()
    {
        ["requests"] = new JsonArray([.. entries.Select(LoggedRequest.Request)]),
        ["requestJournalDisabled"] = false,
    };

    private JsonObject Removed(IReadOnlyList<JournalEntry> found)
    {
        var gone = found.Select(entry => entry.Sequence).ToHashSet();
        journal.Remove(entry => gone.Contains(entry.Sequence));
        return new JsonObject { ["serveEvents"] = new JsonArray([.. found.Select(entry => Event(entry, null))]) };
    }

    private MockAnswer Removed(Func<JournalEntry, bool> predicate, MockAnswer answer)
    {
        journal.Remove(predicate);
        return answer;
    }

    private MockAnswer NearRequest(MockRequest request)
    {
        if (!AdminBody.TryRead(request, out var json, out var refused))
        {
            return refused;
        }

        var url = json.Text("url") ?? "/";
        var mark = url.IndexOf('?', StringComparison.Ordinal);
        var headers = (json.Object("headers")?.Members() ?? []).ToDictionary(header => header.Name, header => header.Node?.ToString() ?? "", StringComparer.OrdinalIgnoreCase);
        var asked = new StubRequest(new MockRequest(
            json.Text("method") ?? "GET", mark < 0 ? url : url[..mark], mark < 0 ? "" : url[(mark + 1)..], headers, json.Text("body") ?? ""));
        return AdminAnswers.Json(new JsonObject
        {
            ["nearMisses"] = new JsonArray([.. NearMiss.Of(asked, board.Set.All).Select(miss => Miss(json.Json.DeepClone().AsObject(), miss))]),
        });
    }

    private IEnumerable<JsonObject> Missed(JournalEntry entry) =>
        NearMiss.Of(new StubRequest(entry), board.Set.All).Select(miss => Miss(LoggedRequest.Request(entry), miss));

    private static JsonObject Miss(JsonObject request, NearMiss miss) => new()
    {
        ["request"] = request, ["stubMapping"] = miss.Mapping.Json.DeepClone(), ["matchResult"] = Result(miss.Distance),
    };

    private static JsonObject Result(double distance) => new() { ["distance"] = distance };

    private JsonObject Event(JournalEntry entry, UnclaimedEntry? unclaimed) =>
        LoggedRequest.Event(entry, entry.Stub is { } stub ? board.Set.Find(stub) : null, unclaimed);

    /// <summary>The latest first, as WireMock has it.</summary>
    private IEnumerable<JournalEntry> Shown(Func<JournalEntry, bool> predicate) => journal.Entries.Where(entry => !entry.Removed && predicate(entry)).Reverse();
}
