using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary><c>/__admin/mappings</c>: list, add, change, remove, import, reset.</summary>
internal sealed class MappingPages(StubBoard board, Journal journal)
{
    public MockAnswer Answer(MockRequest request, string[] path) => (request.Method, path) switch
    {
        ("GET", []) => List(board.Set.All, request),
        ("POST", []) => Add(request, null),
        ("DELETE", []) => Clear(),
        ("POST", ["reset"]) => Reset(),
        // What is in force lives as long as the host; there is no folder that belongs to it.
        ("POST", ["save"]) => AdminAnswers.Empty(),
        ("POST", ["import"]) => Import(request),
        ("GET", ["unmatched"]) => List(Unmatched(), request),
        ("DELETE", ["unmatched"]) => Remove(Unmatched()),
        ("POST", ["find-by-metadata"]) => ByMetadata(request, found => List(found, request)),
        ("POST", ["remove-by-metadata"]) => ByMetadata(request, Remove),
        ("POST", ["remove"]) => RemoveOne(request),
        (_, [var id]) when Guid.TryParse(id, out var known) => One(request, known),
        ("GET" or "PUT" or "DELETE", [var id]) => AdminAnswers.Error(400, 10, $"{id} is not a valid UUID"),
        _ => AdminAnswers.NotFound(),
    };

    private MockAnswer One(MockRequest request, Guid id) => (request.Method, board.Set.Find(id)) switch
    {
        (_, null) => AdminAnswers.NotFound(),
        ("GET", { } mapping) => AdminAnswers.Json(mapping.Json.DeepClone()),
        ("PUT", _) => Add(request, id),
        ("DELETE", { } mapping) => Remove([mapping]),
        _ => AdminAnswers.NotFound(),
    };

    private static MockAnswer List(IReadOnlyList<StubMapping> mappings, MockRequest request)
    {
        var asked = request.Parameters();
        IEnumerable<StubMapping> shown = mappings;
        if (asked.TryGetValue("offset", out var text) && int.TryParse(text, out var offset))
        {
            shown = shown.Skip(offset);
        }

        if (asked.TryGetValue("limit", out text) && int.TryParse(text, out var limit))
        {
            shown = shown.Take(limit);
        }

        return AdminAnswers.Json(new JsonObject
        {
            ["mappings"] = new JsonArray([.. shown.Select(mapping => mapping.Json.DeepClone())]),
            ["meta"] = new JsonObject { ["total"] = mappings.Count },
        });
    }

    private MockAnswer Add(MockRequest request, Guid? id)
    {
        if (!AdminBody.TryRead(request, out var json, out var refused))
        {
            return refused;
        }

        var mapping = board.Reader.Read(json.Json, "", json.Problems, false, null, id);
        if (json.Problems.Count > 0)
        {
            return AdminAnswers.Unreadable(json.Problems, request.Body);
        }

        if (id is null && board.Set.Find(mapping.Id) is not null)
        {
            return AdminAnswers.Error(422, 109, $"There is a stub mapping {mapping.Id} already. Change it with PUT, or leave the id out.", "/id");
        }

        board.Set.Change([mapping]);
        return AdminAnswers.Json(mapping.Json.DeepClone(), id is null ? 201 : 200);
    }

    private MockAnswer Import(MockRequest request)
    {
        if (!AdminBody.TryRead(request, out var json, out var refused))
        {
            return refused;
        }

        var options = json.Object("importOptions");
        var keep = options?.Text("duplicatePolicy") == "IGNORE";
        var alone = options?.Flag("deleteAllNotInImport") ?? false;
        // The first of a file is to be tried first, so it is added last.
        var mappings = json.List("mappings").Select(node => board.Reader.Read(node.Node, node.Pointer, json.Problems, false, null)).Reverse().ToList();
        json.RefuseUnknown("An import");
        if (json.Problems.Count > 0)
        {
            return AdminAnswers.Unreadable(json.Problems, request.Body);
        }

        var ids = mappings.Select(mapping => mapping.Id).ToHashSet();
        var added = keep ? mappings.Where(mapping => board.Set.Find(mapping.Id) is null).ToList() : mappings;
        board.Set.Change(added, alone ? mapping => !ids.Contains(mapping.Id) : null);
        return AdminAnswers.Empty();
    }

    private MockAnswer Clear()
    {
        board.Set.Change([], _ => true);
        board.Scenarios.Reset();
        return AdminAnswers.Done();
    }

    private MockAnswer Reset()
    {
        board.Reset();
        return AdminAnswers.Empty();
    }

    private MockAnswer Remove(IReadOnlyList<StubMapping> mappings)
    {
        var ids = mappings.Select(mapping => mapping.Id).ToHashSet();
        board.Set.Change([], mapping => ids.Contains(mapping.Id));
        board.Scenarios.Keep(board.Set.All.Select(mapping => mapping.Scenario).OfType<string>().ToHashSet());
        return AdminAnswers.Done();
    }

    /// <summary>By ID, else by an equal request.</summary>
    private MockAnswer RemoveOne(MockRequest request)
    {
        if (!AdminBody.TryRead(request, out var json, out var refused))
        {
            return refused;
        }

        var given = board.Reader.Read(json.Json, "", json.Problems, false, null);
        return json.Problems.Count > 0
            ? AdminAnswers.Unreadable(json.Problems, request.Body)
            : Remove([.. board.Set.All.Where(mapping => mapping.Id == given.Id || JsonNode.DeepEquals(mapping.Json["request"], given.Json["request"]))]) is var done
                ? done with { ContentType = "", Body = "" }
                : AdminAnswers.Done();
    }

    private MockAnswer ByMetadata(MockRequest request, Func<IReadOnlyList<StubMapping>, MockAnswer> then)
    {
        if (!AdminBody.TryRead(request, out var json, out var refused))
        {
            return refused;
        }

        var pattern = ValuePatternReader.Read(json.Json, "", json.Problems);
        return json.Problems.Count > 0
            ? AdminAnswers.Unreadable(json.Problems, request.Body)
            : then([.. board.Set.All.Where(mapping => mapping.Metadata is { } metadata && pattern.Matches(metadata.ToJsonString()))]);
    }

    private List<StubMapping> Unmatched()
    {
        var used = journal.Find(entry => entry is { Stub: not null, Removed: false }).Select(entry => entry.Stub!.Value).ToHashSet();
        return [.. board.Set.All.Where(mapping => !used.Contains(mapping.Id))];
    }
}
