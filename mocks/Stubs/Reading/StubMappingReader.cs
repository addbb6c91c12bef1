using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary>Reads stub mappings. The ID of one that has none is made up from its number, so that a run can be repeated.</summary>
internal sealed class StubMappingReader(Func<Guid> nextId)
{
    /// <param name="folder">Folder of body files; null: none.</param>
    /// <param name="id">The ID that it gets whatever it says; null: its own.</param>
    /// <returns>The mapping; not to be used where there are problems.</returns>
    public StubMapping Read(JsonNode? node, string pointer, List<StubProblem> problems, bool fromFile, string? folder, Guid? id = null)
    {
        var json = StubObject.Of(node, pointer, problems);
        foreach (var ignored in new[] { "insertionIndex", "isDirty" })
        {
            json.Has(ignored);
        }

        foreach (var name in new[] { "postServeActions", "serveEventListeners" })
        {
            if (json.Node(name) is JsonArray { Count: > 0 } or JsonObject { Count: > 0 })
            {
                json.Problem(name, $"'{name}' (webhooks) is not played here.", "Leave it out.");
            }
        }

        var own = Id(json, "id");
        var other = Id(json, "uuid");
        var known = id ?? own ?? other ?? nextId();
        var request = json.Object("request") ?? new StubObject([], json.At("request"), problems);
        var response = json.Object("response") ?? new StubObject([], json.At("response"), problems);
        var mapping = new StubMapping
        {
            Id = known,
            Name = json.Text("name"),
            Priority = json.Whole("priority") ?? StubMapping.DefaultPriority,
            Scenario = json.Text("scenarioName"),
            RequiredState = json.Text("requiredScenarioState"),
            NewState = json.Text("newScenarioState"),
            Metadata = json.Object("metadata")?.Json,
            Request = RequestPatternReader.Read(request),
            Response = StubResponseReader.Read(response, folder),
            Json = Shown(json.Json, known),
            OutlivesReset = fromFile || (json.Flag("persistent") ?? false),
        };
        if (mapping.Scenario is null && (mapping.RequiredState ?? mapping.NewState) is not null)
        {
            json.Problem(mapping.RequiredState is null ? "newScenarioState" : "requiredScenarioState", "There is a state without a scenario.", "Add scenarioName.");
        }

        json.RefuseUnknown("A stub mapping");
        return mapping;
    }

    private static Guid? Id(StubObject json, string name)
    {
        if (json.Text(name) is not { } text)
        {
            return null;
        }

        if (Guid.TryParseExact(text, "D", out var id))
        {
            return id;
        }

        json.Problem(name, $"'{text}' is no UUID.", "Write one like 7c9a2f60-0000-4000-8000-000000000001, or leave it out.");
        return null;
    }

    private static JsonObject Shown(JsonObject given, Guid id)
    {
        var shown = new JsonObject { ["id"] = id.ToString(), ["uuid"] = id.ToString() };
        foreach (var (name, value) in given.Where(member => member.Key is not ("id" or "uuid" or "insertionIndex" or "request" or "response")))
        {
            shown[name] = value?.DeepClone();
        }

        var request = Clone(given["request"]);
        request.TryAdd("method", "ANY");
        // Of several addresses one counts, and only that is shown.
        var addresses = RequestPatternReader.Addresses.Where(request.ContainsKey).Skip(1).ToList();
        addresses.ForEach(name => request.Remove(name));
        var response = Clone(given["response"]);
        response.TryAdd("status", 200);
        response.Remove("fromConfiguredStub");
        shown["request"] = request;
        shown["response"] = response;
        return shown;
    }

    private static JsonObject Clone(JsonNode? node) => (node as JsonObject)?.DeepClone().AsObject() ?? [];
}
