using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary>Answers of <c>/__admin</c>, in the shapes that WireMock gives them.</summary>
internal static class AdminAnswers
{
    private const int BadJson = 10;

    public static MockAnswer Json(JsonNode body, int status = 200) => new(status, "application/json", body.ToJsonString(JournalJson.Options));

    /// <summary>Done, with nothing to say.</summary>
    public static MockAnswer Done() => Json(new JsonObject());

    public static MockAnswer Empty() => new(200, "", "");

    public static MockAnswer NotFound() => new(404, "", "");

    public static MockAnswer Error(int status, int code, string title, string? pointer = null, string? detail = null)
    {
        var error = new JsonObject { ["code"] = code };
        if (pointer is not null)
        {
            error["source"] = new JsonObject { ["pointer"] = pointer };
        }

        error["title"] = title;
        if (detail is not null)
        {
            error["detail"] = detail;
        }

        return Json(new JsonObject { ["errors"] = new JsonArray(error) }, status);
    }

    /// <summary>422 with everything that is wrong: pointer, line, column, fact and remedy.</summary>
    public static MockAnswer Unreadable(IEnumerable<StubProblem> problems, string text)
    {
        var positions = JsonPositions.Read(text);
        return Json(new JsonObject
        {
            ["errors"] = new JsonArray([.. problems.Select(problem =>
            {
                var (line, column) = positions.Of(problem.Pointer);
                return new JsonObject
                {
                    ["code"] = BadJson,
                    ["source"] = new JsonObject { ["pointer"] = problem.Pointer, ["line"] = line, ["column"] = column },
                    ["title"] = "Error parsing JSON",
                    ["detail"] = $"{problem.Fact} {problem.Remedy}",
                };
            })]),
        }, 422);
    }

    public static MockAnswer NotJson(System.Text.Json.JsonException broken)
    {
        var (line, column, fact) = StubText.Describe(broken);
        return Json(new JsonObject
        {
            ["errors"] = new JsonArray(new JsonObject
            {
                ["code"] = BadJson,
                ["source"] = new JsonObject { ["line"] = line, ["column"] = column },
                ["title"] = "Error parsing JSON",
                ["detail"] = $"{fact} (line {line}, column {column})",
            }),
        }, 422);
    }
}
