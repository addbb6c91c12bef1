using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary><c>/__admin/scenarios</c>: the states that stubs go through.</summary>
internal sealed class ScenarioPages(StubBoard board)
{
    public MockAnswer Answer(MockRequest request, string[] path) => (request.Method, path) switch
    {
        ("GET", []) => AdminAnswers.Json(new JsonObject { ["scenarios"] = new JsonArray([.. Named().Select(Shown)]) }),
        ("POST", ["reset"]) => Reset(),
        ("PUT", [var name, "state"]) => Set(request, name),
        _ => AdminAnswers.NotFound(),
    };

    private IEnumerable<IGrouping<string, StubMapping>> Named() =>
        board.Set.All.Where(mapping => mapping.Scenario is not null).GroupBy(mapping => mapping.Scenario!).OrderBy(scenario => scenario.Key, StringComparer.Ordinal);

    private JsonObject Shown(IGrouping<string, StubMapping> scenario) => new()
    {
        ["id"] = scenario.Key,
        ["name"] = scenario.Key,
        ["state"] = board.StateOf(scenario.Key),
        ["possibleStates"] = new JsonArray([.. States(scenario).Select(state => (JsonNode)state)]),
        ["mappings"] = new JsonArray([.. scenario.Select(mapping => mapping.Json.DeepClone())]),
    };

    private static IEnumerable<string> States(IEnumerable<StubMapping> scenario) =>
        scenario.SelectMany(mapping => new[] { mapping.RequiredState, mapping.NewState }).OfType<string>().Distinct();

    private MockAnswer Reset()
    {
        board.Scenarios.Reset();
        return AdminAnswers.Done();
    }

    private MockAnswer Set(MockRequest request, string name)
    {
        if (Named().FirstOrDefault(scenario => scenario.Key == name) is not { } scenario)
        {
            return AdminAnswers.Error(404, 404, $"Scenario {name} does not exist");
        }

        string? state = null;
        if (request.Body.Length > 0)
        {
            if (!AdminBody.TryRead(request, out var json, out var refused))
            {
                return refused;
            }

            state = json.Text("state");
        }

        if (state is not null && !States(scenario).Contains(state))
        {
            return AdminAnswers.Error(422, 11, $"Scenario {name} does not support state {state}");
        }

        board.Scenarios.Set(name, state);
        return AdminAnswers.Done();
    }
}
